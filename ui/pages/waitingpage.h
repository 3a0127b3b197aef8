#pragma once

#include "ui/pages/page.h"

namespace waitline {

class WaitingPage final : public Page {
    Q_OBJECT

public:
    WaitingPage(Session &session, Prompts &prompts);
};

} // namespace waitline
