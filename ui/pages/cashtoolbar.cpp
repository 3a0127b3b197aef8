#include "ui/pages/cashtoolbar.h"

#include "models/charts/periods.h"
#include "models/tables/celltext.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/productset.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QIntValidator>
#include <QLineEdit>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int journal = int(CashChart::Slip) + 1;
constexpr int tops[] = {10, 20, 50};
constexpr Span spans[] = {Span::ThreeMonths, Span::TwelveMonths, Span::All};
constexpr int gridColumn = 64; // px

std::optional<QDate> firstDay(int chosen, QDate today)
{
    const Span span = spans[chosen];
    return span == Span::All ? std::nullopt : std::optional(firstDayOf(span, today));
}

} // namespace

CashToolbar::CashToolbar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_today(session.today())
    , m_show(new Choice(QStringLiteral("cashShow"), tr("Show"),
                        {tr("Deposits over time"), tr("Deposits by promised month"), tr("Pre-orders against their run"),
                         tr("If a purchase slips"), tr("Payment journal")}))
    , m_by(new Segments(QStringLiteral("cashBy"), tr("By"), {tr("Day"), tr("Week"), tr("Month")}))
    , m_days(new Choice(QStringLiteral("cashDays"), tr("Period"),
                        {tr("3 months and this one"), tr("12 months and this one"), tr("From the beginning")}))
    , m_purchase(new Choice(QStringLiteral("cashPurchase"), tr("Purchase"), {tr("Choose one")}))
    , m_slipField(new QWidget)
    , m_slip(new QLineEdit(QStringLiteral("14")))
    , m_top(new Choice(QStringLiteral("cashTop"), tr("Products"), {tr("First 10"), tr("First 20"), tr("First 50")}))
    , m_search(new FilterEdit(tr("Filter the products of the chart"), tr("Name, SKU…  Ctrl+F")))
    , m_searchPart(new QWidget)
    , m_products(new ProductSet(session))
{
    constexpr int slipWidth = 72;
    m_by->setKeys({tr("D"), tr("W"), tr("M")});
    m_by->setCurrent(int(Period::Month));
    m_days->box()->setCurrentIndex(1);
    m_slip->setObjectName(QStringLiteral("cashSlip"));
    m_slip->setAccessibleName(tr("Days later"));
    m_slip->setFixedWidth(slipWidth);
    m_slip->setValidator(new QIntValidator(1, 3650, m_slip));
    m_search->setObjectName(QStringLiteral("cashSearch"));
    m_search->setMaximumWidth(200);
    makeRow();
    setFocusProxy(m_show->box());
    connect(m_show, &Choice::chosen, this, [this] {
        showFitting();
        Q_EMIT changed();
    });
    connect(m_by, &Segments::chosen, this, &CashToolbar::changed);
    for (Choice *choice : {m_days, m_purchase, m_top})
        connect(choice, &Choice::chosen, this, &CashToolbar::changed);
    connect(m_slip, &QLineEdit::editingFinished, this, &CashToolbar::changed);
    connect(m_search, &FilterEdit::filterChanged, this, &CashToolbar::changed);
    connect(m_products, &ProductSet::changed, this, [this] {
        showFitting();
        Q_EMIT changed();
    });
    connect(m_products, &ProductSet::refused, this, &CashToolbar::refused);
    showFitting();
}

void CashToolbar::makeRow()
{
    QLabel *caption = mutedLabel(tr("Days later"), TextSize::Caption);
    caption->setTextInteractionFlags(Qt::NoTextInteraction);
    auto *slip = new QVBoxLayout(m_slipField);
    slip->setContentsMargins(0, 0, 0, 0);
    slip->setSpacing(2);
    slip->addWidget(caption);
    slip->addWidget(m_slip);
    captioned(m_searchPart, tr("Filter"), m_search)->addWidget(m_search);
    auto *filters = new QWidget;
    auto *row = new FlowLayout(filters);
    row->setColumn(gridColumn);
    for (QWidget *part : std::initializer_list<QWidget *>{m_show, m_by, m_days, m_purchase, m_slipField, m_top, m_searchPart, m_products})
        row->addWidget(part);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(filters);
    column->addWidget(m_products->buttons());
}

void CashToolbar::showFitting()
{
    const int shown = m_show->current();
    m_by->setVisible(shown == int(CashChart::OverTime));
    m_days->setVisible(shown == int(CashChart::OverTime));
    m_purchase->setVisible(shown == int(CashChart::Slip));
    m_slipField->setVisible(shown == int(CashChart::Slip));
    const bool isOfRuns = shown == int(CashChart::Runs);
    for (QWidget *part : std::initializer_list<QWidget *>{m_top, m_searchPart, m_products})
        part->setVisible(isOfRuns);
    m_products->buttons()->setVisible(isOfRuns && !m_products->products().empty());
}

bool CashToolbar::isJournal() const { return m_show->current() == journal; }

CashQuestion CashToolbar::question() const
{
    CashQuestion question;
    question.chart = isJournal() ? CashChart::OverTime : CashChart(m_show->current());
    question.days = {firstDay(m_days->current(), m_today), m_today, Period(m_by->current())};
    question.today = m_today;
    question.purchase = PurchaseId{m_purchase->box()->currentData().toLongLong()};
    question.slip = m_slip->text().toInt();
    question.top = tops[m_top->current()];
    question.scope.search = m_search->text().trimmed();
    for (const ProductName &product : m_products->products())
        question.scope.products.push_back(product.product);
    return question;
}

void CashToolbar::focusFilter()
{
    if (m_search->isVisible())
        m_search->setFocus();
    else
        setFocus();
}

void CashToolbar::showJournal() { choose(journal); }

void CashToolbar::showChart(CashChart chart) { choose(int(chart)); }

void CashToolbar::choose(int shown)
{
    m_show->box()->setCurrentIndex(shown);
    showFitting();
    Q_EMIT changed();
}

void CashToolbar::setPeriod(Period by)
{
    if (m_by->isHidden())
        return;
    m_by->setCurrent(int(by));
    Q_EMIT changed();
}

bool CashToolbar::hasPurchases() const { return m_purchase->box()->count() > 1; }

void CashToolbar::focusPurchases() { m_purchase->box()->setFocus(); }

void CashToolbar::setPurchases(const std::vector<OpenPurchase> &purchases)
{
    QComboBox *box = m_purchase->box();
    QStringList texts{box->itemText(0)};
    QStringList shown;
    for (const OpenPurchase &purchase : purchases)
        texts += tr("%1 · %2 · %3").arg(purchaseName(purchase.stored.id), purchase.stored.supplier, dayText(purchase.stored.expected));
    for (int row = 0; row < box->count(); ++row)
        shown += box->itemText(row);
    // A list that is open is not taken from under the hand that chooses from it: the choice asks for it anew.
    if (texts == shown || box->view()->isVisible())
        return;
    const QVariant before = box->currentData();
    while (box->count() > 1)
        box->removeItem(1);
    for (size_t i = 0; i < purchases.size(); ++i)
        box->addItem(texts[qsizetype(i) + 1], purchases[i].stored.id.value);
    box->setCurrentIndex(std::max(0, before.isValid() ? box->findData(before) : 0));
}

} // namespace waitline
