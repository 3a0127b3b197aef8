#pragma once

#include "models/services/orderpreview.h"
#include "models/services/orderview.h"
#include "models/services/productservice.h"
#include "models/services/session.h"
#include "ui/forms/orderentry.h"

#include <QWidget>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;

namespace waitline {

class SuggestionEdit;

/// One line of an order being entered: product, units, price, and what will become of it. Enter goes from cell to cell
/// and after the units to the next line; what is wrong stands under the line.
class OrderLineRow final : public QWidget {
    Q_OBJECT

public:
    enum class Cell { Product, Quantity, Price };
    /// How wide the cells are, for the heads above them.
    static constexpr int numberWidth = 20;
    static constexpr int unitsWidth = 80;
    static constexpr int priceWidth = 104;
    static constexpr int removeWidth = 32;

    explicit OrderLineRow(Session &session, QWidget *parent = nullptr);

    /// Which line of the form it is, from 1 on.
    void setNumber(qsizetype number);
    void focusCell(Cell cell);
    [[nodiscard]] std::optional<Cell> focusedCell() const;
    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] QString sku() const;
    [[nodiscard]] LineEntry entry() const;
    /// Shows an entry as it was typed; tells nobody.
    void setEntry(const LineEntry &entry);
    void setChosen(const StoredProduct &product);
    /// The line as typed, or what is wrong with it.
    [[nodiscard]] Result<OrderLineDraft> draft() const;
    /// The same; an error stands under the line with the keyboard in its cell.
    [[nodiscard]] Result<OrderLineDraft> checked();
    /// Whether units or price cannot be read, or there is no such product: nothing can be summed up with it.
    [[nodiscard]] bool isUnreadable() const;
    [[nodiscard]] bool hasProblem() const;
    /// Whether it cannot be sold as it is.
    [[nodiscard]] bool isRefused() const;
    /// The keyboard goes to the cell that is marked.
    void focusProblem();
    /// Tab comes to the cells from a field; answers the last of them.
    QWidget *tabAfter(QWidget *before);
    /// What keeps the line from being sold.
    void refuse(const Error &error);
    /// Marks what is wrong without taking the keyboard.
    void mark();
    void setProblem(const QString &sentence);
    /// What would become of the line, which is promised for a day; none takes it back.
    void setPreview(const std::optional<LinePreview> &preview, const std::optional<QDate> &promise = {});
    /// The same of a line of an order that is edited.
    void setOutcome(const OrderLineView &line);
    [[nodiscard]] const std::optional<LinePreview> &preview() const { return m_preview; }
    /// Units and value as far as they are typed, for the sum.
    [[nodiscard]] Units units() const;
    [[nodiscard]] Money value() const;

Q_SIGNALS:
    /// The keyboard came into a cell, or the line that has it stands elsewhere or is higher.
    void entered();
    /// Enter: the line is complete.
    void nextAsked();
    void leaveAsked(bool forward);
    void removeAsked();
    /// Tab and Shift+Tab: so many cells on.
    void stepAsked(int cells);
    /// Up and Down: the same cell of another line.
    void rowAsked(int rows);
    void copyAboveAsked();
    void pasteAsked(const QString &text);
    /// The customer would not wait for what does not go now.
    void unwaitedAsked();
    void newProductAsked(const QString &text);
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCells();
    [[nodiscard]] QLineEdit *cell(Cell cell) const;
    [[nodiscard]] Result<Units> typedQuantity() const;
    [[nodiscard]] Result<std::optional<Money>> typedPrice() const;
    void cellLeft();
    void markAs(const Error &error);
    void productEntered();
    void readProduct();
    void readStock();
    bool keyPressed(QKeyEvent *event);
    bool pasted();
    void sayNote(const QString &sentence);

    Session &m_session;
    QLabel *m_number;
    SuggestionEdit *m_product;
    QLineEdit *m_units;
    QLineEdit *m_price;
    QPushButton *m_remove;
    QLabel *m_note;
    QLabel *m_problem;
    OrderLineId m_line;
    Money m_listPrice = 0;
    QString m_stock; ///< what is there of the product, until units are typed
    std::optional<LinePreview> m_preview;
    bool m_isSetting = false;
    bool m_isClickedInto = false; ///< the keyboard came to the number by the mouse, whose button is down still
};

} // namespace waitline
