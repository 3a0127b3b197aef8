#pragma once

#include "models/services/orderediting.h"
#include "models/services/orderpreview.h"
#include "models/services/orderview.h"
#include "models/services/session.h"
#include "ui/forms/entryhistory.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace waitline {

class FormField;
class OrderLineRow;
class OrderLinesForm;
class OrderTermsForm;
class SuggestionEdit;

/// An order as it is entered at the desk, or one that exists and is changed: the customer, the lines with what will
/// become of them, what is agreed for the whole, and the sum. Ctrl+Z takes back and Ctrl+Shift+Z does again.
class OrderForm final : public QWidget {
    Q_OBJECT

public:
    explicit OrderForm(Session &session, QWidget *parent = nullptr);

    /// A new order, empty.
    void begin();
    void beginEdit(const OrderView &order);
    /// Goes on where a draft was left.
    void resume(const OrderEntry &entry);
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isEditing() const { return m_before.has_value(); }
    [[nodiscard]] OrderId order() const { return m_order; }
    [[nodiscard]] OrderEntry entry() const;
    /// What was entered; an error stands already where it is meant.
    [[nodiscard]] Result<OrderDraft> draft();
    [[nodiscard]] Result<OrderEdit> edit();
    /// Whether no more money is taken than is due, or it is said to be meant; asks for that otherwise.
    [[nodiscard]] bool agreesToTake(Money due);
    /// Takes over what others changed; what was changed here stays, unless theirs is preferred where both did. Answers the
    /// products of lines that were changed here and cancelled by others: they stand as new lines now.
    QStringList rebase(const OrderSheet &current, Prefer prefer);
    /// The customer's name as it stands.
    [[nodiscard]] QString customerName() const;
    void setCustomer(CustomerId id, const QString &name);
    /// Puts an error where it is meant, with the keyboard there; false where no field is.
    bool showError(const Error &error);
    /// It scrolls where it has less room than it would like.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The last field is left: to the button that saves.
    void finished();
    /// Something was typed.
    void changed();
    void newCustomerAsked(const QString &name);
    void newProductAsked(waitline::OrderLineRow *row, const QString &text);
    /// Ctrl+Z where nothing was typed that it could take back.
    void undoAsked();
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void setLow(bool isLow);
    void setNarrow(bool isNarrow);
    void keepingFocus(const std::function<void()> &move);
    QWidget *makeCustomer();
    QWidget *makeFoot();
    void connectParts();
    void show(const OrderEntry &entry);
    void fieldChanged();
    void foresee();
    void foreseeNew();
    void foreseeEdit();
    void showForeseen(const std::vector<QPointer<OrderLineRow>> &rows, const OrderPreview &preview, const std::optional<QDate> &promise);
    void showForeseen(const std::vector<QPointer<OrderLineRow>> &rows, const OrderView &outcome);
    void customerWouldNotWait(OrderLineRow *row);
    void updateCustomerNote();
    void updateSum();
    void updateUnwaited();
    void sayPasted();
    void tell(const QString &sentence);
    void sayWrong();
    void showTyped();
    void forgetForeseen();
    [[nodiscard]] std::vector<UnwaitedUnits> unwaited() const;
    [[nodiscard]] OrderSheet sheet(const std::vector<OrderLineDraft> &drafts) const;

    Session &m_session;
    SuggestionEdit *m_customer;
    FormField *m_customerField;
    QLabel *m_customerNote;
    OrderLinesForm *m_lines;
    QLabel *m_unwaitedNote;
    OrderTermsForm *m_terms;
    OrderTermsForm *m_money;
    QLabel *m_sum;
    QLabel *m_due;
    QWidget *m_top = nullptr; ///< the customer
    QWidget *m_foot = nullptr; ///< sums and deposit
    QBoxLayout *m_column = nullptr;
    QBoxLayout *m_scrolled = nullptr;
    QBoxLayout *m_beside = nullptr; ///< in the area for the terms
    QScrollArea *m_termsArea = nullptr;
    EntryHistory m_history;
    QTimer m_foresee;
    bool m_isTold = false; ///< something that further typing makes stale
    bool m_isOutdated = false; ///< others changed the order that is edited, and it is said
    int m_pasted = 0; ///< lines pasted whose mistakes are not all known yet
    qint64 m_foreseen = 0; ///< which question the answer is to
    OrderId m_order;
    std::optional<OrderSheet> m_before; ///< the order that is edited, as it was
    Money m_paid = 0;
    Money m_depositRequired = 0;
    std::vector<UnwaitedUnits> m_unwaited;
    std::map<QString, Units> m_kept; ///< units of those products that the order had when it was said
    OrderEntry m_begun; ///< as the form was opened
    bool m_isShowing = false;
};

} // namespace waitline
