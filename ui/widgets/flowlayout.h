#pragma once

#include <QLayout>

namespace waitline {

/// Lays widgets out like words: side by side while there is room, then on the next row. What is left of a row goes to those
/// that can use it, as far as they can, or else to all.
class FlowLayout final : public QLayout {
    Q_OBJECT

public:
    /// What is left of a row in which nothing can use it.
    enum class Rest { Shared, Left };

    explicit FlowLayout(QWidget *parent = nullptr, Rest rest = Rest::Shared);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect &area) override;

private:
    /// Places the items where `moves`; answers the height they take.
    int layOut(const QRect &area, bool moves) const;

    Rest m_rest;
    QList<QLayoutItem *> m_items;
};

} // namespace waitline
