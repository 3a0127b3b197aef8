#include "ui/pages/overviewpage.h"

namespace waitline {

OverviewPage::OverviewPage(Session &session, Prompts &prompts) : Page(session, prompts, QStringLiteral("overview"), tr("Overview"), QStringLiteral("overview")) {}

} // namespace waitline
