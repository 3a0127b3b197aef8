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
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>

namespace waitline {

namespace {
constexpr int termsWidth = 276;
constexpr int narrow = 720; ///< below this width the terms stand under the lines
constexpr int leastHeight = 140; ///< a line with what is said of it
constexpr int low = 360; ///< below this height customer and sums scroll with the lines
} // namespace

void OrderForm::layOut()
{
    m_unwaitedNote->setObjectName(QStringLiteral("unwaited"));
    m_unwaitedNote->setWordWrap(true);
    m_unwaitedNote->hide();
    auto *content = new QWidget;
    m_scrolled = new QVBoxLayout(content);
    m_scrolled->setContentsMargins(0, 0, 12, 0);
    m_scrolled->setSpacing(12);
    m_scrolled->addWidget(m_lines);
    m_scrolled->addWidget(m_unwaitedNote);
    m_scrolled->addStretch(1);
    auto *beside = new QWidget;
    m_beside = new QVBoxLayout(beside);
    m_beside->setContentsMargins(0, 0, 12, 0);
    m_beside->addWidget(m_terms);
    m_termsArea = sideScroll(beside, tr("Terms of the order"));
    m_termsArea->setFixedWidth(termsWidth);
    m_top = makeCustomer();
    m_foot = makeFoot();
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    QScrollArea *area = sideScroll(content, tr("Lines of the order"));
    connect(area->verticalScrollBar(), &QScrollBar::valueChanged, m_lines, &OrderLinesForm::placeHeads);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(area, 1);
    middle->addWidget(m_termsArea);
    m_column->addWidget(m_top);
    m_column->addLayout(middle, 1);
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
    setNarrow(width() < narrow);
}

/// Customer and sums stand above and below the lines, or scroll with them where they would leave the lines no room.
void OrderForm::setLow(bool isLow)
{
    if (isLow == (m_scrolled->indexOf(m_top) >= 0))
        return;
    keepingFocus([this, isLow] {
        if (isLow) {
            m_scrolled->insertWidget(0, m_top);
            m_scrolled->addWidget(m_foot);
        } else {
            m_column->insertWidget(0, m_top);
            m_column->addWidget(m_foot);
        }
    });
}

/// The terms stand beside the lines and stay when these scroll, or below them where there is no room beside.
void OrderForm::setNarrow(bool isNarrow)
{
    if (isNarrow == m_termsArea->isHidden())
        return;
    keepingFocus([this, isNarrow] {
        if (isNarrow)
            m_scrolled->insertWidget(m_scrolled->indexOf(m_unwaitedNote) + 1, m_terms);
        else
            m_beside->addWidget(m_terms);
    });
    m_termsArea->setVisible(!isNarrow);
}

/// What has the keyboard would lose it on its way to another place.
void OrderForm::keepingFocus(const std::function<void()> &move)
{
    const QPointer focused = window()->focusWidget();
    move();
    if (focused && isAncestorOf(focused))
        focused->setFocus();
}

} // namespace waitline
