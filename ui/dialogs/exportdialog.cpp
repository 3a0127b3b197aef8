#include "ui/dialogs/exportdialog.h"

namespace waitline {

ExportDialog::ExportDialog(Session &, Prompts &, QWidget *parent) : QDialog(parent) {}

} // namespace waitline
