#pragma once

#include "ui/pages/page.h"

namespace waitline {

class ReceivePage final : public Page {
    Q_OBJECT

public:
    ReceivePage(Session &session, Prompts &prompts);
};

} // namespace waitline
