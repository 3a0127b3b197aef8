#pragma once

#include <QObject>

class QWidget;

namespace waitline {

class OrderLineBlock;

/// The keys of an order that is shown: Down and Up go from line to line, digits are the line's new quantity, which
/// Ctrl+Enter saves.
class OrderKeys final : public QObject {
    Q_OBJECT

public:
    /// `panel` holds the line blocks, and the keys while the keyboard is in it.
    explicit OrderKeys(QWidget *panel);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Open lines, top down.
    [[nodiscard]] QList<OrderLineBlock *> blocks() const;
    [[nodiscard]] OrderLineBlock *focusedBlock() const;
    void step(int lines);
    void beginQuantity(const QString &digit);

    QWidget *m_panel;
};

} // namespace waitline
