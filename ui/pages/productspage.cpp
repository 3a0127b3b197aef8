#include "ui/pages/productspage.h"

namespace waitline {

ProductsPage::ProductsPage(Session &session, Prompts &prompts) : Page(session, prompts, QStringLiteral("products"), tr("Products"), QStringLiteral("products")) {}

} // namespace waitline
