#include "ui/widgets/orderfilterbar.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/pickers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/fieldicons.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSettings>

namespace waitline {

namespace {

const QString moreSetting = QStringLiteral("ordersFilterIsOpen");

/// A field with its name before it, which go to the next row together.
QWidget *withCaption(const QString &text, QWidget *editor)
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QLabel *caption = mutedLabel(text);
    caption->setTextInteractionFlags(Qt::NoTextInteraction);
    caption->setBuddy(editor);
    row->addWidget(caption);
    row->addWidget(editor);
    return both;
}

} // namespace

OrderFilterBar::OrderFilterBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new FilterEdit(tr("Filter the orders"), tr("Order, reference, customer…  Ctrl+F")))
    , m_stage(new ChipBar(ChipBar::Choice::AtMostOne, tr("Stage of the order")))
    , m_more(quietButton(tr("More filters"), QStringLiteral("filter")))
    , m_customer(knownCustomerPicker(session, tr("Customer of the order")))
    , m_product(productPicker(session, tr("Product in the order")))
    , m_campaign(new QComboBox)
    , m_from(new DayField(session.today()))
    , m_to(new DayField(session.today()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeFirstRow());
    m_second = makeSecondRow();
    column->addWidget(m_second);
    showMore(QSettings().value(moreSetting).toBool());
}

QWidget *OrderFilterBar::makeFirstRow()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, FlowLayout::Rest::Left);
    m_text->setObjectName(QStringLiteral("orderFilter"));
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(320);
    m_stage->addChip(int(OrderStage::Open), tr("Open"), {}, tr("Orders with something still to ship"));
    m_stage->addChip(int(OrderStage::Waiting), tr("Waiting"), QStringLiteral("clock"), tr("Orders of which something waits"));
    m_stage->addChip(int(OrderStage::Ready), tr("Ready"), QStringLiteral("truck"), tr("Orders that may ship now, in full or in part"));
    m_stage->addChip(int(OrderStage::KeptBack), tr("Kept back"), QStringLiteral("lock"),
                     tr("Orders with units set aside that may not ship yet; the Ship page says why"));
    m_stage->addChip(int(OrderStage::Shipped), tr("Shipped"), QStringLiteral("check"), tr("Orders that have shipped in full"));
    m_stage->addChip(int(OrderStage::Cancelled), tr("Cancelled"), QStringLiteral("close"), tr("Orders of which nothing is left"));
    m_more->setObjectName(QStringLiteral("moreFilters"));
    m_more->setCheckable(true);
    row->addWidget(m_text);
    row->addWidget(m_stage);
    row->addWidget(m_more);
    connect(m_text, &FilterEdit::filterChanged, this, &OrderFilterBar::changed);
    connect(m_text, &FilterEdit::downPressed, this, &OrderFilterBar::downPressed);
    connect(m_stage, &ChipBar::changed, this, &OrderFilterBar::changed);
    connect(m_more, &QPushButton::toggled, this, [this](bool isOpen) {
        QSettings().setValue(moreSetting, isOpen);
        showMore(isOpen);
    });
    return bar;
}

QWidget *OrderFilterBar::makeSecondRow()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, FlowLayout::Rest::Left);
    const std::pair<SuggestionEdit *, QString> pickers[] = {{m_customer, tr("All customers")}, {m_product, tr("All products")}};
    for (const auto &[picker, all] : pickers) {
        picker->setPlaceholderText(all);
        addClearButton(*picker);
        picker->setMinimumWidth(140);
        picker->setMaximumWidth(240);
        row->addWidget(picker);
        connect(picker, &SuggestionEdit::chosenChanged, this, &OrderFilterBar::changed);
    }
    m_customer->setObjectName(QStringLiteral("ordersCustomer"));
    m_product->setObjectName(QStringLiteral("ordersProduct"));
    m_campaign->setObjectName(QStringLiteral("ordersCampaign"));
    m_campaign->addItem(tr("All campaigns"));
    row->addWidget(withCaption(tr("Campaign"), m_campaign));
    const std::tuple<DayField *, const char *, QString, QString> days[] = {{m_from, "ordersFrom", tr("Placed from"),
                                                                            tr("Placed on or after")},
                                                                           {m_to, "ordersTo", tr("to"), tr("Placed on or before")}};
    for (const auto &[field, name, caption, meaning] : days) {
        field->setObjectName(QString::fromLatin1(name));
        field->setAccessibleName(meaning);
        field->setMaximumWidth(120);
        row->addWidget(withCaption(caption, field));
        connect(field, &QLineEdit::editingFinished, this, &OrderFilterBar::changed);
    }
    connect(m_campaign, &QComboBox::activated, this, &OrderFilterBar::changed);
    return bar;
}

void OrderFilterBar::showMore(bool isOpen)
{
    m_second->setVisible(isOpen);
    m_more->setChecked(isOpen);
    if (isOpen)
        readCampaigns();
}

void OrderFilterBar::readCampaigns()
{
    whenDone(jobs::campaigns(m_session), this, [this](const Result<QStringList> &codes) {
        if (!codes)
            return; // the list says the same where it fails too
        const QString chosen = m_campaign->currentIndex() > 0 ? m_campaign->currentText() : QString();
        m_campaign->clear();
        m_campaign->addItem(tr("All campaigns"));
        m_campaign->addItems(*codes);
        m_campaign->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_campaign->findText(chosen)));
    });
}

OrderFilter OrderFilterBar::filter() const
{
    OrderFilter filter;
    filter.text = m_text->text().trimmed();
    if (m_stage->chosen() >= 0)
        filter.stage = OrderStage(m_stage->chosen());
    if (m_customer->chosen())
        filter.customer = CustomerId{m_customer->chosen()->id};
    if (m_product->chosen())
        filter.product = ProductId{m_product->chosen()->id};
    if (m_campaign->currentIndex() > 0)
        filter.campaign = m_campaign->currentText();
    filter.from = m_from->day();
    filter.to = m_to->day();
    return filter;
}

void OrderFilterBar::setFilter(const OrderFilter &filter, const QString &customer, const QString &sku)
{
    {
        const QSignalBlocker quiet(this);
        m_text->setFilter(filter.text);
        m_stage->setChosen(filter.stage ? int(*filter.stage) : -1);
        m_customer->clearChosen();
        m_product->clearChosen();
        if (filter.customer.isValid())
            m_customer->setChosen({filter.customer.value, customer, customer, {}});
        if (filter.product.isValid())
            m_product->setChosen({filter.product.value, sku, sku, {}});
        m_campaign->setCurrentIndex(std::max(0, m_campaign->findText(filter.campaign)));
        m_from->setText(dayText(filter.from));
        m_to->setText(dayText(filter.to));
        if (filter.customer.isValid() || filter.product.isValid() || filter.from.isValid() || filter.to.isValid())
            showMore(true);
    }
    Q_EMIT changed();
}

void OrderFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

} // namespace waitline
