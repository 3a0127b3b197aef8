#include "ui/dialogs/importdialog.h"

namespace waitline {

ImportDialog::ImportDialog(Session &, Prompts &, QWidget *parent) : QDialog(parent) {}

} // namespace waitline
