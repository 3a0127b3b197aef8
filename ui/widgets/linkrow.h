#pragma once

#include <QAbstractButton>

namespace waitline {

/// A row of a card that leads somewhere: icon, what it is, and a figure or day at the right.
class LinkRow final : public QAbstractButton {
    Q_OBJECT

public:
    LinkRow(const QString &iconName, const QString &title, const QString &detail, const QString &right, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    /// A sentence alone takes as many lines as it needs.
    bool hasHeightForWidth() const override { return m_detail.isEmpty(); }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect textArea(const QSize &size) const;

    QString m_iconName;
    QString m_detail;
    QString m_right;
};

} // namespace waitline
