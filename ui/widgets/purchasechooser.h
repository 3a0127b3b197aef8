#pragma once

#include "models/services/receivingcounts.h"
#include "models/tables/purchasemodel.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QHBoxLayout;
class QLineEdit;

namespace waitline {

class DataTable;

/// The open purchases to receive from, and above them the deliveries that are counted and not posted. The field filters
/// the purchases; Enter in it takes the one it names, or the first one.
class PurchaseChooser final : public Card {
    Q_OBJECT

public:
    explicit PurchaseChooser(Session &session, QWidget *parent = nullptr);

    void setActive(bool active);
    /// Empties the field and puts the keyboard there.
    void begin();
    void focusFilter();
    /// What a scanner read: as if it were typed here and Enter pressed.
    void take(const QString &code);
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void loaded();
    void chosen(waitline::PurchaseId purchase);
    void blindAsked();
    void goOnAsked(waitline::ReceivingCountId count);
    void newAsked();
    void receiptsAsked();
    void labelsAsked();
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void makeTable();
    void sayWhyEmpty();
    void filter();
    void enter();
    void takeFirst();
    void readCounts();
    void showCounts(const std::vector<ReceivingCountView> &counts);
    void chooseFirst();
    void choose(const QModelIndex &row);

    Session &m_session;
    PurchaseModel *m_model;
    QLineEdit *m_filter;
    DataTable *m_table;
    QWidget *m_counts;
    QHBoxLayout *m_countButtons;
    QTimer m_filterSoon;
    bool m_takeWhenLoaded = false;
    bool m_isLoaded = false;
};

} // namespace waitline
