#pragma once

#include "ui/style/badge.h"

#include <QWidget>

namespace waitline {

/// A badge that stands alone, as beside a heading.
class Badge final : public QWidget {
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    /// The word is also what accessibility tools read.
    void setState(const BadgeLook &look, const QString &word);
    [[nodiscard]] const QString &word() const { return m_word; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeLook m_look;
    QString m_word;
};

} // namespace waitline
