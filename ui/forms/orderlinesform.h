#pragma once

#include "ui/forms/orderlinerow.h"

class QVBoxLayout;

namespace waitline {

/// The lines of an order being entered, one under the other, handled like a grid: Enter after the units makes the next
/// line, Enter on an empty product leaves, Ctrl+Tab always does; Tab past the last cell makes a row; Ins and Ctrl+Del add
/// and remove, Ctrl+D copies the cell above, rows of a spreadsheet can be pasted.
class OrderLinesForm final : public QWidget {
    Q_OBJECT

public:
    explicit OrderLinesForm(Session &session, QWidget *parent = nullptr);

    void begin();
    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] std::vector<LineEntry> entries() const;
    /// Shows lines as they were typed; the keyboard stays in its row as far as there is one.
    void setEntries(const std::vector<LineEntry> &entries);
    /// All lines but blank ones; errors stand under their lines, with the keyboard in the first line that is wrong.
    [[nodiscard]] Result<std::vector<OrderLineDraft>> drafts();
    /// Lines that can be foreseen: with a product and units. Those that are being typed are left out.
    [[nodiscard]] QList<OrderLineRow *> complete() const;
    [[nodiscard]] QList<OrderLineRow *> rows() const { return m_rows; }
    /// Puts a refusal under the line it is about; showError() takes the keyboard to the first line that is wrong too.
    void markRefused(const Error &error);
    void showError(const Error &error);
    [[nodiscard]] qsizetype lines() const;
    /// Lines that cannot be sold as they are: they count neither as units nor as value.
    [[nodiscard]] qsizetype refused() const;
    [[nodiscard]] Units units() const;
    /// Lines that cannot be read: they count neither as units nor as value.
    [[nodiscard]] qsizetype unreadable() const;
    /// Lines under which something wrong is said, by their numbers.
    [[nodiscard]] QList<qsizetype> problems() const;
    /// Of one product, over all lines.
    [[nodiscard]] Units unitsOf(const QString &sku) const;
    [[nodiscard]] Money value() const;
    void remove(OrderLineRow *row);
    /// The keyboard goes to the units of the first line of a product that is to be added.
    void focusNew(const QString &sku);
    /// Keeps the heads at the top of what is seen of the lines.
    void placeHeads();
    /// Brings a line with what is said of it into view, below the heads.
    void showWhole(OrderLineRow *row);
    /// Tab comes to the lines from this field, and goes through them from the top down, whenever they were added.
    void tabAfter(QWidget *before);

Q_SIGNALS:
    void leaveAsked(bool forward);
    /// Tab past the last cell while the last row is empty: on to what stands beside the lines.
    void passed();
    void unwaitedAsked(waitline::OrderLineRow *row);
    void newProductAsked(waitline::OrderLineRow *row, const QString &text);
    /// So many rows were pasted.
    void pasted(int rows);
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    QWidget *makeHeads();
    OrderLineRow *addRow();
    OrderLineRow *insertRow(qsizetype index);
    void next(OrderLineRow *after);
    void step(OrderLineRow *row, int cells);
    void goToRow(OrderLineRow *row, int rows);
    void renumber();
    void letGo(OrderLineRow *row);
    void goToFirstProblem();
    [[nodiscard]] OrderLineRow *rowOf(const Error &error) const;
    void copyAbove(OrderLineRow *row);
    void paste(OrderLineRow *row, const QString &text);

    Session &m_session;
    QVBoxLayout *m_column;
    QWidget *m_heads; ///< beside the layout: they stay while the lines scroll
    QList<OrderLineRow *> m_rows;
    QWidget *m_tabAfter = nullptr;
};

} // namespace waitline
