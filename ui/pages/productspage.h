#pragma once

#include "ui/pages/page.h"

namespace waitline {

class ProductsPage final : public Page {
    Q_OBJECT

public:
    ProductsPage(Session &session, Prompts &prompts);
};

} // namespace waitline
