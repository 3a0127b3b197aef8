#pragma once

#include "models/services/session.h"
#include "models/services/whatif.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;

namespace waitline {

class AffectedModel;
class ArrivalModel;
class DataTable;
class DayField;
class FormField;

/// What becomes of those who wait if a purchase comes short, late or in two parts, or under another policy: who is served
/// sooner or later, and whose promise breaks. Nothing is written.
class WhatIfDialog final : public QDialog {
    Q_OBJECT

public:
    WhatIfDialog(Session &session, const StoredPurchase &purchase, QWidget *parent = nullptr);

Q_SIGNALS:
    void orderAsked(waitline::OrderId order);

private:
    QWidget *makeAssumptions();
    QWidget *makeTables();
    void takeUnits(const QModelIndex &cell, const QString &text);
    /// What is wrong with the days; said under their fields.
    [[nodiscard]] bool hasDays();
    void showNothing(const QString &sentence);
    [[nodiscard]] bool restComes() const;
    void showRest();
    [[nodiscard]] WhatIf change() const;
    void ask();
    void show(const Result<WhatIfOutcome> &outcome);
    using QDialog::show;

    Session &m_session;
    StoredPurchase m_purchase;
    ArrivalModel *m_arrivals;
    AffectedModel *m_affected;
    DataTable *m_arrivalTable;
    DataTable *m_affectedTable;
    DayField *m_day;
    QComboBox *m_rest;
    DayField *m_restDay;
    QComboBox *m_policy;
    FormField *m_dayField = nullptr;
    FormField *m_restField = nullptr;
    QLabel *m_unitsProblem;
    QLabel *m_finding;
    QTimer m_askSoon;
    qint64 m_generation = 0;
};

} // namespace waitline
