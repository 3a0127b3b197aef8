#include "ui/pages/demandpage.h"

namespace waitline {

DemandPage::DemandPage(Session &session, Prompts &prompts) : Page(session, prompts, QStringLiteral("demand"), tr("Demand"), QStringLiteral("demand")) {}

} // namespace waitline
