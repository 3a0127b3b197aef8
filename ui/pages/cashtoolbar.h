#pragma once

#include "models/charts/cashsheets.h"

#include <QWidget>

class QLineEdit;

namespace waitline {

class Choice;
class FilterEdit;
class ProductSet;
class Segments;
class Session;

/// What the cash page is asked for: one of its charts with what bears on it, or the payment journal.
class CashToolbar final : public QWidget {
    Q_OBJECT

public:
    explicit CashToolbar(Session &session, QWidget *parent = nullptr);

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
    /// Into the filter of the products where there is one, else to the choice of the chart.
    void focusFilter();

Q_SIGNALS:
    void changed();
    /// Something that was asked for cannot be.
    void refused(const QString &sentence);

private:
    void makeRow();
    void showFitting();
    void choose(int shown);

    QDate m_today;
    Choice *m_show;
    Segments *m_by;
    Choice *m_days;
    Choice *m_purchase;
    QWidget *m_slipField;
    QLineEdit *m_slip;
    Choice *m_top;
    FilterEdit *m_search;
    QWidget *m_searchPart;
    ProductSet *m_products;
};

} // namespace waitline
