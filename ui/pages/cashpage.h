#pragma once

#include "models/charts/cashsheets.h"
#include "ui/pages/longread.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <map>

class QStackedWidget;

namespace waitline {

class BehindPanel;
class CashToolbar;
class ChartFrame;
class MessageBar;
class PaymentJournal;

/// The cash that waiting orders have brought in and what of it is at risk, in charts, and the payment journal. A point
/// leads to what stands behind it: orders, a product, or the journal of its days.
class CashPage final : public Page {
    Q_OBJECT

public:
    CashPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override { return m_isReady; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeKeys();
    void follow();
    [[nodiscard]] ChartFrame *frame();
    void questionChanged();
    void readPurchases();
    void reload();
    void showInstead(const QString &sentence);
    void takeCancelled();
    void take(CashChart chart, const Result<ChartSheet> &sheet);
    void openPoint(int point);
    void showJournalOf(int point);
    void showBehind(int point);
    void backToChart();
    void offerHelp();
    void becomeReady();

    CashToolbar *m_toolbar;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    PaymentJournal *m_journal;
    BehindPanel *m_behind;
    std::map<CashChart, ChartFrame *> m_frames;
    QFuture<Result<ChartSheet>> m_reading;
    LongRead m_longRead;
    QTimer m_reloadSoon;
    qint64 m_generation = 0; // of the question: older answers are dropped
    bool m_isActive = false;
    bool m_isStale = true;
    bool m_isReady = false;
};

} // namespace waitline
