#pragma once

#include <QAbstractButton>

#include <utility>

namespace waitline {

/// A row of a card that leads somewhere: icon, what it is, and a figure or day at the right.
class LinkRow final : public QAbstractButton {
    Q_OBJECT

public:
    LinkRow(const QString &iconName, const QString &title, const QString &detail, const QString &right, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    /// What it says takes as many lines as it needs.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect textArea(const QSize &size) const;
    [[nodiscard]] QFont detailFont() const;
    /// Of the title and of the detail below it, wrapped to a width.
    [[nodiscard]] std::pair<int, int> heights(int width) const;

    QString m_iconName;
    QString m_detail;
    QString m_right;
};

} // namespace waitline
