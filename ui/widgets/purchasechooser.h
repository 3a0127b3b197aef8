#pragma once

#include "models/tables/purchasemodel.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QLineEdit;

namespace waitline {

class DataTable;

/// The open purchases to receive from. The field filters them; Enter in it, also at a scanned label's end, takes the
/// first one.
class PurchaseChooser final : public Card {
    Q_OBJECT

public:
    explicit PurchaseChooser(Session &session, QWidget *parent = nullptr);

    void setActive(bool active);
    /// Empties the field and puts the keyboard there.
    void begin();
    void focusFilter();
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void loaded();
    void chosen(waitline::PurchaseId purchase);
    void blindAsked();
    void newAsked();
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void makeTable();
    void filter();
    void takeFirst();
    void chooseFirst();
    void choose(const QModelIndex &row);

    PurchaseModel *m_model;
    QLineEdit *m_filter;
    DataTable *m_table;
    QTimer m_filterSoon;
    bool m_takeWhenLoaded = false;
    bool m_isLoaded = false;
};

} // namespace waitline
