#pragma once

#include <QAbstractButton>

namespace waitline {

/// A page's entry in the rail at the side: icon and word, or the icon alone when the rail is collapsed.
class RailButton final : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const QString &word, const QString &iconName, QWidget *parent = nullptr);
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    bool m_isCollapsed = false;
};

} // namespace waitline
