#pragma once

#include "models/services/paymentservice.h"
#include "models/services/session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace waitline {

class DataTable;
class PaymentModel;
class ReasonBar;

/// Entries of the payment journal, and the counter-entry that takes one back with its reason.
class PaymentJournal final : public QWidget {
    Q_OBJECT

public:
    /// `tableName` is the object name of the table and the key of its settings.
    PaymentJournal(Session &session, const QString &tableName, QWidget *parent = nullptr);

    [[nodiscard]] PaymentModel *model() const { return m_model; }
    [[nodiscard]] DataTable *table() const { return m_table; }

Q_SIGNALS:
    /// Enter on an entry.
    void orderAsked(waitline::OrderId order);
    void reversed(const waitline::OrderView &order);
    void said(const QString &sentence);
    void complained(const QString &sentence);

private:
    void makeTable();
    void askReason();
    void takeBack(const QString &reason);
    void showSum();

    Session &m_session;
    PaymentModel *m_model;
    DataTable *m_table;
    ReasonBar *m_reason;
    QLabel *m_sum;
    QPushButton *m_takeBack;
    PaymentId m_asked; ///< the entry whose reason is asked for
};

} // namespace waitline
