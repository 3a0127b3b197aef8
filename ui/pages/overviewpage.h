#pragma once

#include "ui/pages/page.h"

namespace waitline {

class OverviewPage final : public Page {
    Q_OBJECT

public:
    OverviewPage(Session &session, Prompts &prompts);
};

} // namespace waitline
