// How an order form stands in its window: beside each other or below, and scrolled as a whole where it is low.
#include "ui/forms/formfield.h"
#include "ui/forms/orderform.h"
#include "ui/forms/orderlinesform.h"
#include "ui/forms/ordertermsform.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/widgets/suggestionedit.h"
#include "ui/widgets/taborder.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

namespace waitline {

namespace {
constexpr int termsWidth = 264;
constexpr int narrow = 720; ///< below this width the terms stand under the lines
constexpr int leastHeight = 140; ///< a line with what is said of it
constexpr int low = 360; ///< below this height customer and sums scroll with the lines
} // namespace

void OrderForm::layOut()
{
    m_unwaitedNote->setObjectName(QStringLiteral("unwaited"));
    m_unwaitedNote->setWordWrap(true);
    m_unwaitedNote->hide();
    auto *left = new QWidget;
    auto *lines = new QVBoxLayout(left);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(12);
    lines->addWidget(m_lines);
    lines->addWidget(m_unwaitedNote);
    lines->addStretch();
    auto *middle = new QWidget;
    m_middle = new QBoxLayout(QBoxLayout::LeftToRight, middle);
    m_middle->setContentsMargins(0, 0, 0, 0);
    m_middle->setSpacing(24);
    m_middle->addWidget(left, 1);
    m_middle->addWidget(m_terms, 0, Qt::AlignTop);
    auto *content = new QWidget;
    m_scrolled = new QVBoxLayout(content);
    m_scrolled->setContentsMargins(0, 0, 12, 0);
    m_scrolled->setSpacing(12);
    m_scrolled->addWidget(middle);
    m_top = makeCustomer();
    m_foot = makeFoot();
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    QScrollArea *area = sideScroll(content, tr("Lines of the order"));
    connect(area->verticalScrollBar(), &QScrollBar::valueChanged, m_lines, &OrderLinesForm::placeHeads);
    m_column->addWidget(m_top);
    m_column->addWidget(area, 1);
    m_column->addWidget(m_foot);
    m_lines->tabAfter(m_customer);
}

QWidget *OrderForm::makeCustomer()
{
    m_customer->setPlaceholderText(tr("Type a part of the name"));
    m_customerNote->setObjectName(QStringLiteral("customerNote"));
    m_customerNote->setWordWrap(true);
    m_customerNote->hide();
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_customerField);
    column->addWidget(m_customerNote);
    return part;
}

QWidget *OrderForm::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    auto *sums = new QVBoxLayout;
    sums->setSpacing(2);
    m_sum->setObjectName(QStringLiteral("orderSum"));
    m_due->setObjectName(QStringLiteral("orderDue"));
    setTextSize(m_sum, TextSize::Body, true);
    m_sum->setWordWrap(true);
    m_due->setWordWrap(true);
    sums->addStretch();
    sums->addWidget(m_sum);
    sums->addWidget(m_due);
    row->addLayout(sums, 1);
    row->addWidget(m_money, 1);
    return foot;
}

QSize OrderForm::minimumSizeHint() const { return {QWidget::minimumSizeHint().width(), leastHeight}; }

void OrderForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setLow(height() < low);
    const bool isNarrow = width() < narrow;
    m_middle->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_middle->parentWidget()->updateGeometry(); // which the direction does not tell: it is as high as it was otherwise
    m_terms->setFixedWidth(isNarrow ? QWIDGETSIZE_MAX : termsWidth);
    if (isNarrow)
        m_terms->setMinimumWidth(0);
}

/// Customer and sums stand above and below the lines, or scroll with them where they would leave the lines no room.
void OrderForm::setLow(bool isLow)
{
    if (isLow == (m_scrolled->count() > 1))
        return;
    QWidget *focused = window()->focusWidget(); // which would lose the keyboard on its way
    if (isLow) {
        m_scrolled->insertWidget(0, m_top);
        m_scrolled->addWidget(m_foot);
    } else {
        m_column->insertWidget(0, m_top);
        m_column->addWidget(m_foot);
    }
    if (focused && isAncestorOf(focused))
        focused->setFocus();
}

} // namespace waitline
