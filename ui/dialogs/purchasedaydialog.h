#pragma once

#include "models/services/purchaselist.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

#include <QTimer>

class QLabel;

namespace waitline {

class AffectedModel;
class DataTable;
class DayField;
class FormField;

/// Moves the day a purchase is expected, or says that its rest is not coming; the orders that would be served on
/// another day stand there before it is done.
class PurchaseDayDialog final : public FormDialog {
    Q_OBJECT

public:
    enum class Change { MoveDay, CloseShort };

    PurchaseDayDialog(Session &session, Prompts &prompts, const StoredPurchase &purchase, Change change, QWidget *parent = nullptr);

    /// The notices that moving the day prepares.
    [[nodiscard]] qint64 notices() const;

Q_SIGNALS:
    /// It is done; `before` is how the purchase was.
    void saved(const waitline::StoredPurchase &purchase, const waitline::StoredPurchase &before);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    QWidget *makeForm();
    void readAffected();
    void showAffected(const Result<std::vector<AffectedLine>> &lines);
    /// The day as typed; none where the rest is not coming or the text is no day.
    [[nodiscard]] Result<QDate> day() const;

    Session &m_session;
    StoredPurchase m_purchase;
    Change m_change;
    DayField *m_day;
    FormField *m_dayField;
    QLabel *m_finding;
    AffectedModel *m_affected;
    DataTable *m_table;
    QTimer m_readSoon;
    qint64 m_generation = 0;
};

} // namespace waitline
