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

    /// From now on every width is of whole columns, so that rows stand on one grid, and nothing takes what is left of a row.
    void setColumn(int width) { m_column = width; }
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

    [[nodiscard]] int widthOf(const QLayoutItem *item) const;

    Rest m_rest;
    QList<QLayoutItem *> m_items;
    int m_column = 0; ///< 0: widths are as they come
};

} // namespace waitline
