#pragma once

#include "models/charts/demandquestion.h"
#include "ui/pages/longread.h"
#include "ui/pages/page.h"

#include <QTimer>
#include <QVariantMap>

#include <map>

class QStackedWidget;

class QPushButton;

namespace waitline {

class BehindPanel;
class ChartFrame;
class DemandToolbar;
class MessageBar;
class ViewsButton;

/// Demand in charts, one at a time, narrowed by its toolbar. A point leads to the orders behind it and back again.
class DemandPage final : public Page {
    Q_OBJECT

public:
    DemandPage(Session &session, Prompts &prompts);
    ~DemandPage() override;

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override { return m_isReady; }

private:
    [[nodiscard]] QWidget *makeTopRow();
    void makeKeys();
    [[nodiscard]] ChartFrame *frame();
    void keep();
    [[nodiscard]] QVariantMap state();
    void setState(const QVariantMap &state);
    void makeViews();
    void readChoices();
    void reload();
    void take(const Result<ChartSheet> &sheet);
    void offerHelp();
    void showFrame();
    void offerExpectation();
    void openExpectation();
    void openPoint(int point);
    void showBehind(const Result<OrdersBehind> &orders);
    void backToChart();
    void choosePeriod(Period by);
    void compareCurrent();
    [[nodiscard]] std::optional<ProductName> currentProduct();

    DemandToolbar *m_toolbar;
    MessageBar *m_message;
    QPushButton *m_expect; ///< of the product whose forecast is shown
    ViewsButton *m_views;
    QStackedWidget *m_stack;
    BehindPanel *m_behind;
    std::map<DemandChart, ChartFrame *> m_frames;
    QVariantMap m_zoomToCome; ///< of a saved view, until its sheet is there
    QFuture<Result<ChartSheet>> m_reading;
    QTimer m_reloadSoon;
    LongRead m_longRead;
    qint64 m_generation = 0; // of the question: older answers are dropped
    bool m_hasSales = false; ///< whether anything was ever ordered
    bool m_isActive = false;
    bool m_isStale = true;
    bool m_isReady = false;
    bool m_isBehindOpen = false;
};

} // namespace waitline
