#pragma once

#include "models/charts/cashsheets.h"

#include <QWidget>

class QLineEdit;

namespace waitline {

class Choice;
class Segments;

/// What the cash page is asked for: one of its charts with what bears on it, or the payment journal.
class CashToolbar final : public QWidget {
    Q_OBJECT

public:
    explicit CashToolbar(QDate today, QWidget *parent = nullptr);

    /// Whether the journal is asked for, and no chart.
    [[nodiscard]] bool isJournal() const;
    [[nodiscard]] CashQuestion question() const;
    void showJournal();
    void showChart(CashChart chart);
    void setPeriod(Period by);
    /// What could slip; the one that is chosen stays.
    void setPurchases(const std::vector<OpenPurchase> &purchases);
    [[nodiscard]] bool hasPurchases() const;
    void focusPurchases();

Q_SIGNALS:
    void changed();

private:
    void showFitting();
    void choose(int shown);

    QDate m_today;
    Choice *m_show;
    Segments *m_by;
    Choice *m_days;
    Choice *m_purchase;
    QWidget *m_slipField;
    QLineEdit *m_slip;
};

} // namespace waitline
