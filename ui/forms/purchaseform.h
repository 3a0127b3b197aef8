#pragma once

#include "models/domain/product.h"
#include "models/services/purchaseservice.h"
#include "models/services/session.h"
#include "ui/forms/formfield.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace waitline {

class DayField;
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
    struct Refusal {
        int row = 0;
        int column = 0;
        QString sentence;
    };

    QWidget *makeHead();
    void fill(const QString &supplier, QDate expected, const QString &reference);
    void addLine(int row, const QString &sku, Units units, std::optional<Money> cost);
    [[nodiscard]] Result<StoredPurchaseDraft::Line> lineOf(int row, const QStringList &cells);
    /// The product of a line, once it is known; asks for one that was not asked for before.
    [[nodiscard]] const ProductTerms *termsOf(const QString &sku);
    void updateSupplierNote();
    void takeEdit();
    void updateLines();
    /// Says why saving was refused, until a line is edited: what arrives later of the products does not hide it.
    void refuse(const Refusal &refusal);
    /// The row whose product an error names, else the current one.
    [[nodiscard]] int rowMeant(const Error &error) const;
    /// Tells of a line what its product says, and gives its value; 0 while it has none.
    Money tellLine(int row, const QStringList &cells, QString &problem);
    [[nodiscard]] QStringList snapshot() const;

    Session &m_session;
    SuggestionEdit *m_supplier;
    DayField *m_expected;
    QLineEdit *m_reference;
    QLabel *m_supplierNote;
    LinesGrid *m_lines;
    QLabel *m_problem; ///< of the lines
    QLabel *m_sum;
    std::optional<Refusal> m_refusal;
    FormFields m_fields;
    QStringList m_before;
    struct Answer {
        bool isThere = false;
        std::optional<ProductTerms> terms; ///< none: no product has this SKU
    };
    QHash<QString, Answer> m_products; ///< by SKU as typed
};

} // namespace waitline
