#include "ui/pages/waitingpage.h"

namespace waitline {

WaitingPage::WaitingPage(Session &session, Prompts &prompts) : Page(session, prompts, QStringLiteral("waiting"), tr("Waiting orders"), QStringLiteral("waiting")) {}

} // namespace waitline
