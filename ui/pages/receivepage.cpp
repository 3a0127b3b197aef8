#include "ui/pages/receivepage.h"

namespace waitline {

ReceivePage::ReceivePage(Session &session, Prompts &prompts) : Page(session, prompts, QStringLiteral("receive"), tr("Receive"), QStringLiteral("receive")) {}

} // namespace waitline
