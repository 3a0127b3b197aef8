#pragma once

#include "ui/style/theme.h"

#include <QAbstractButton>

namespace waitline {

/// One figure of the business with what it means; pressing it opens the list behind it.
class Tile final : public QAbstractButton {
    Q_OBJECT

public:
    Tile(const QString &name, const QString &iconName, QColor Theme::*colour, QWidget *parent = nullptr);
    /// `figure` is large, `detail` one line below it.
    void setFigure(const QString &figure, const QString &detail);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QColor Theme::*m_colour;
    QString m_figure;
    QString m_detail;
};

} // namespace waitline
