#include "ui/dialogs/gotodialog.h"

namespace waitline {

GoToDialog::GoToDialog(Session &, QWidget *parent) : QDialog(parent) {}

} // namespace waitline
