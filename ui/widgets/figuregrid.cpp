#include "ui/widgets/figuregrid.h"

#include "ui/widgets/labels.h"

#include <QGridLayout>

namespace waitline {

FigureGrid::FigureGrid(int columns, QWidget *parent) : QWidget(parent), m_columns(columns), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(0);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
}

void FigureGrid::setFigure(const QString &caption, const QString &value, const QString &meaning)
{
    QLabel *&shown = m_values[caption];
    if (!shown) {
        const int at = int(m_values.size()) - 1;
        const int row = at / m_columns * 2;
        QLabel *head = mutedLabel(caption, TextSize::Caption);
        head->setContentsMargins(0, row == 0 ? 0 : 8, 0, 0);
        head->setToolTip(meaning);
        shown = label({});
        setTextSize(shown, TextSize::Body, true);
        shown->setWordWrap(true);
        shown->setToolTip(meaning);
        m_grid->addWidget(head, row, at % m_columns, Qt::AlignBottom);
        m_grid->addWidget(shown, row + 1, at % m_columns, Qt::AlignTop);
    }
    shown->setText(value);
    shown->setAccessibleName(QStringLiteral("%1: %2").arg(caption, value));
}

QString FigureGrid::figure(const QString &caption) const
{
    const auto found = m_values.find(caption);
    return found == m_values.end() ? QString() : found->second->text();
}

} // namespace waitline
