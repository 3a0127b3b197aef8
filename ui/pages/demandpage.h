#pragma once

#include "ui/pages/page.h"

namespace waitline {

class DemandPage final : public Page {
    Q_OBJECT

public:
    DemandPage(Session &session, Prompts &prompts);
};

} // namespace waitline
