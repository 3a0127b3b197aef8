#include "ui/widgets/waitingfilterbar.h"

#include "ui/forms/pickers.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/fieldicons.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>

namespace waitline {

namespace {
enum Kind { Both, Preorders, Backorders };
}

WaitingFilterBar::WaitingFilterBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_text(new FilterEdit(tr("Filter the waiting line"), tr("Customer, order, SKU…  Ctrl+F")))
    , m_product(productPicker(session, tr("Product of the line")))
    , m_kind(new ChipBar(ChipBar::Choice::ExactlyOne, tr("Kind of line")))
    , m_late(new QCheckBox(tr("Late only")))
    , m_uncovered(new QCheckBox(tr("Not covered only")))
{
    m_text->setObjectName(QStringLiteral("waitingFilter"));
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(320);
    m_product->setObjectName(QStringLiteral("waitingProduct"));
    m_product->setPlaceholderText(tr("All products"));
    addLeadingIcon(*m_product, QStringLiteral("products"));
    addClearButton(*m_product);
    m_product->setMinimumWidth(140);
    m_product->setMaximumWidth(220);
    m_kind->addChip(Both, tr("Both"));
    m_kind->addChip(Preorders, tr("Pre-orders"), QStringLiteral("preorder"), tr("Lines placed before their product was released"));
    m_kind->addChip(Backorders, tr("Backorders"), QStringLiteral("backorder"), tr("All other waiting lines"));
    m_kind->setChosen(Both);
    m_late->setObjectName(QStringLiteral("lateOnly"));
    m_late->setToolTip(tr("Lines that are expected later than promised"));
    m_uncovered->setObjectName(QStringLiteral("uncoveredOnly"));
    m_uncovered->setToolTip(tr("Lines that no stock and no open purchase reaches"));
    auto *row = new FlowLayout(this, FlowLayout::Rest::Left);
    for (QWidget *each : std::initializer_list<QWidget *>{m_text, m_product, m_kind, m_late, m_uncovered})
        row->addWidget(each);
    connect(m_text, &FilterEdit::filterChanged, this, &WaitingFilterBar::changed);
    connect(m_text, &FilterEdit::downPressed, this, &WaitingFilterBar::downPressed);
    connect(m_product, &SuggestionEdit::chosenChanged, this, &WaitingFilterBar::changed);
    connect(m_product, &SuggestionEdit::entered, this, &WaitingFilterBar::downPressed);
    connect(m_kind, &ChipBar::changed, this, &WaitingFilterBar::changed);
    connect(m_late, &QCheckBox::clicked, this, &WaitingFilterBar::changed);
    connect(m_uncovered, &QCheckBox::clicked, this, &WaitingFilterBar::changed);
}

WaitingFilter WaitingFilterBar::filter() const
{
    WaitingFilter filter;
    filter.text = m_text->text().trimmed();
    if (m_product->chosen())
        filter.product = ProductId{m_product->chosen()->id};
    if (m_kind->chosen() != Both)
        filter.preorder = m_kind->chosen() == Preorders;
    filter.lateOnly = m_late->isChecked();
    filter.uncoveredOnly = m_uncovered->isChecked();
    return filter;
}

void WaitingFilterBar::setFilter(const WaitingFilter &filter, const QString &sku)
{
    {
        const QSignalBlocker quiet(this);
        m_text->setFilter(filter.text);
        if (filter.product.isValid())
            m_product->setChosen({filter.product.value, sku, sku, {}});
        else
            m_product->clearChosen();
        m_kind->setChosen(!filter.preorder ? Both : *filter.preorder ? Preorders : Backorders);
        m_late->setChecked(filter.lateOnly);
        m_uncovered->setChecked(filter.uncoveredOnly);
    }
    Q_EMIT changed();
}

void WaitingFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

} // namespace waitline
