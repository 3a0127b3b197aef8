#pragma once

#include "models/domain/order.h"
#include "models/services/session.h"

#include <QWidget>

class QVBoxLayout;

namespace waitline {

class OrderLineRow;

/// The lines of an order being entered, one under the other. Enter after the units makes the next line, Enter on an
/// empty product leaves them, Ctrl+Tab always does; Ctrl+Del removes a line and Ins adds one.
class OrderLinesForm final : public QWidget {
    Q_OBJECT

public:
    explicit OrderLinesForm(Session &session, QWidget *parent = nullptr);

    void begin();
    [[nodiscard]] bool isBlank() const;
    /// All lines but blank ones; the first error stands under its line, with the keyboard in its cell.
    [[nodiscard]] Result<std::vector<OrderLineDraft>> drafts();
    /// Puts a refusal under the line it is about.
    void showError(const Error &error);
    [[nodiscard]] qsizetype lines() const;
    [[nodiscard]] Units units() const;
    [[nodiscard]] Money value() const;

Q_SIGNALS:
    void leaveAsked();
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeads();
    OrderLineRow *addRow();
    void next(OrderLineRow *after);
    void remove(OrderLineRow *row);

    Session &m_session;
    QVBoxLayout *m_column;
    QList<OrderLineRow *> m_rows;
};

} // namespace waitline
