#pragma once

#include "ui/pages/page.h"

class QStackedWidget;

namespace waitline {

class LatePart;
class NoticePart;
class Segments;

/// What customers were promised and are to be told: the late list, whose promises are moved, and the notices prepared.
class NoticesPage final : public Page {
    Q_OBJECT

public:
    NoticesPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    [[nodiscard]] OrderId shownOrder() const override;
    [[nodiscard]] OrderId meantOrder() const override;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

private:
    void follow(Page *part);
    void showPart(int index);
    [[nodiscard]] Page *part() const;

    Segments *m_parts;
    LatePart *m_late;
    NoticePart *m_notices;
    QStackedWidget *m_stack;
};

} // namespace waitline
