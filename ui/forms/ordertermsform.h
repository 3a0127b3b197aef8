#pragma once

#include "models/domain/order.h"
#include "models/domain/ordersheet.h"
#include "models/services/session.h"
#include "ui/forms/formfield.h"
#include "ui/forms/orderentry.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;

namespace waitline {

/// What is agreed for an order as a whole, and the money taken for it.
class OrderTermsForm final : public QWidget {
    Q_OBJECT

public:
    enum class Part { Terms, Deposit };

    OrderTermsForm(Session &session, Part part, QWidget *parent = nullptr);

    void begin();
    /// Texts by key, for an entry; and back.
    void addTo(OrderEntry &entry) const;
    void setEntry(const OrderEntry &entry);
    /// Reads the fields into what is to be saved.
    [[nodiscard]] Result<Done> addTo(OrderDraft &draft) const;
    [[nodiscard]] Result<Done> addTo(OrderSheet &sheet, const OrderSheet &before) const;
    [[nodiscard]] QString text(const QString &key) const;
    /// Money typed as taken, as far as it can be read.
    [[nodiscard]] Money taken() const;
    /// An order that is edited keeps its day; lines that are taken out ask for a reason.
    void setEditing(bool isEditing);
    void clearProblems();
    /// Whether no more is taken than is due, or it is ticked that it is meant; asks for the tick otherwise.
    [[nodiscard]] bool agreesToTake(Money due);
    /// Puts an error under its field, with the keyboard there; false where no field is.
    bool showError(const Error &error);

Q_SIGNALS:
    /// Enter in the last field.
    void finished();
    void changed();

private:
    void add(const QString &key, const QString &text, QLineEdit *editor, const QString &hint = {});
    void makeTerms();
    void makeMoney();
    void fieldLeft(FormField *field);
    [[nodiscard]] Result<std::optional<QDate>> promise() const;
    [[nodiscard]] Result<int> priority(int otherwise) const;
    [[nodiscard]] Result<std::optional<Instant>> placedAt() const;

    Session &m_session;
    Part m_part;
    FormFields m_fields;
    QCheckBox *m_complete = nullptr;
    QCheckBox *m_meant = nullptr; ///< more money than is due
    QLabel *m_doubtText = nullptr; ///< why that is asked
    QString m_doubt; ///< what is ticked to be meant
    QBoxLayout *m_place;
    QString m_promised; ///< by the order that is edited: may stay, even where it has passed
};

} // namespace waitline
