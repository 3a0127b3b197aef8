#pragma once

#include "models/charts/demandcharts.h"
#include "models/services/demandseries.h"
#include "ui/pages/page.h"

#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace waitline {

class ChartPanel;
class DemandToolbar;
class MessageBar;

/// Pre-order and backorder demand in charts: by product, and over time. A bar leads to the orders behind it.
class DemandPage final : public Page {
    Q_OBJECT

public:
    DemandPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override { return m_isReady; }

private:
    [[nodiscard]] QWidget *makeTopRow();
    [[nodiscard]] ChartPanel *makeProductsPanel();
    [[nodiscard]] ChartPanel *makeTimePanel();
    void makeKeys();
    [[nodiscard]] ChartPanel *panel() const;
    void reload();
    void takeBars(const Result<DemandBars> &bars);
    void takeSeries(const Result<DemandOverTime> &answer);
    void shown();
    void openOrders(int bar);
    void exportChart();
    void copyChart();

    DemandToolbar *m_toolbar;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    QPushButton *m_tableButton;
    DemandBarsModel *m_barsModel;
    DemandOverTimeModel *m_timeModel;
    ChartPanel *m_products;
    ChartPanel *m_time;
    QTimer m_reloadSoon;
    qint64 m_generation = 0; // of the question: older answers are dropped
    bool m_isActive = false;
    bool m_isStale = true;
    bool m_isReady = false;
};

} // namespace waitline
