#pragma once

#include "models/services/overview.h"
#include "ui/pages/page.h"

class QVBoxLayout;

namespace waitline {

class Card;
class MessageBar;
class Tile;

/// What waits, what is late, what arrives this week and whom it serves, the deposits held, and what to decide today.
class OverviewPage final : public Page {
    Q_OBJECT

public:
    OverviewPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    [[nodiscard]] bool isReady() const override { return m_isShown; }

private:
    QLayout *makeTiles();
    QLayout *makeCards();
    void refresh();
    void show(const Overview &overview);
    void showArrivals(const Overview &overview);
    void showDecisions(const Overview &overview);
    void showBeginning();
    void keepReport();
    void writeReport(QDate month, QString path);
    using Page::show;

    MessageBar *m_message;
    Tile *m_preorders;
    Tile *m_backorders;
    Tile *m_late;
    Tile *m_deposits;
    QVBoxLayout *m_arrivals;
    QVBoxLayout *m_decisions;
    bool m_isActive = false;
    bool m_isStale = true;
    bool m_isShown = false;
    QFuture<Result<Overview>> m_reading;
};

} // namespace waitline
