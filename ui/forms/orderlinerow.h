#pragma once

#include "models/domain/order.h"
#include "models/services/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace waitline {

class SuggestionEdit;

/// One line of an order being entered: product, units, price. Enter goes from cell to cell and after the units to the
/// next line; a refusal stands under the line.
class OrderLineRow final : public QWidget {
    Q_OBJECT

public:
    /// How wide the cells are, for the heads above them.
    static constexpr int unitsWidth = 80;
    static constexpr int priceWidth = 104;
    static constexpr int removeWidth = 32;

    explicit OrderLineRow(Session &session, QWidget *parent = nullptr);

    void focusProduct();
    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] QString sku() const;
    /// The line as typed; an error says which cell is wrong and stands under the line too.
    [[nodiscard]] Result<OrderLineDraft> draft();
    void setProblem(const QString &sentence);
    /// Units and value as far as they are typed, for the sum.
    [[nodiscard]] Units units() const;
    [[nodiscard]] Money value() const;

Q_SIGNALS:
    void nextAsked();
    void leaveAsked();
    void removeAsked();
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeCells();
    void productEntered();
    void productChosen();

    Session &m_session;
    SuggestionEdit *m_product;
    QLineEdit *m_units;
    QLineEdit *m_price;
    QPushButton *m_remove;
    QLabel *m_note;
    QLabel *m_problem;
    Money m_listPrice = 0;
};

} // namespace waitline
