#pragma once

#include "models/services/purchaseservice.h"
#include "models/services/session.h"
#include "ui/forms/formfield.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace waitline {

class LinesGrid;
class SuggestionEdit;

/// A purchase as it is written: the supplier, the day it is expected, and the lines, typed or pasted from a spreadsheet.
class PurchaseForm final : public QWidget {
    Q_OBJECT

public:
    explicit PurchaseForm(Session &session, QWidget *parent = nullptr);

    void begin();
    void setPurchase(const StoredPurchase &purchase);
    void setKept(const StoredPurchaseDraft &draft);
    [[nodiscard]] bool isDirty() const;
    /// What was entered; an error stands already where it is meant.
    [[nodiscard]] Result<PurchaseDraft> draft();
    /// What was entered so far, to be kept; what cannot be read says so.
    [[nodiscard]] Result<StoredPurchaseDraft> unfinished();
    /// Puts an error where it is meant, with the keyboard there; false where no field is.
    bool showError(const Error &error);

Q_SIGNALS:
    /// The lines are left: to the button that saves.
    void finished();

private:
    QWidget *makeHead();
    void fill(const QString &supplier, QDate expected, const QString &reference);
    void addLine(int row, const QString &sku, Units units, std::optional<Money> cost);
    [[nodiscard]] Result<StoredPurchaseDraft::Line> lineOf(int row, const QStringList &cells);
    void updateSupplierNote();
    void updateSum();
    [[nodiscard]] QStringList snapshot() const;

    Session &m_session;
    SuggestionEdit *m_supplier;
    QLineEdit *m_expected;
    QLineEdit *m_reference;
    QLabel *m_supplierNote;
    LinesGrid *m_lines;
    QLabel *m_problem; ///< of the lines
    QLabel *m_sum;
    FormFields m_fields;
    QStringList m_before;
};

} // namespace waitline
