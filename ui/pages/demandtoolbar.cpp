#include "ui/pages/demandtoolbar.h"

#include "ui/widgets/choice.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/productset.h"

#include <QHBoxLayout>

namespace waitline {

namespace {

constexpr int tops[] = {10, 20, 50};
enum Days { FourWeeks, ThreeMonths, TwelveMonths, All };

QDate firstDay(int days, QDate today)
{
    switch (Days(days)) {
    case FourWeeks: return today.addDays(-27);
    case ThreeMonths: return today.addMonths(-3).addDays(1);
    case TwelveMonths: return today.addMonths(-12).addDays(1);
    case All: return QDate(1970, 1, 1); // what days are counted from
    }
    Q_UNREACHABLE();
}

/// What bears on a chart.
struct Bearing {
    bool show = false;
    bool measure = false;
    bool top = false;
    bool by = false;
    bool days = true;
    bool products = true;
    bool scope = true;
    bool campaign = true;
    bool buyers = false;
};

Bearing bearingOn(DemandChart chart)
{
    switch (chart) {
    case DemandChart::Products: return {.show = true, .measure = true, .top = true};
    case DemandChart::OverTime: return {.measure = true, .by = true};
    case DemandChart::Compare: return {.measure = true, .by = true, .scope = false, .campaign = false};
    case DemandChart::WaitingAge: return {.measure = true, .days = false};
    case DemandChart::Bookings: return {.days = false, .campaign = false};
    case DemandChart::FillRate:
    case DemandChart::KeepRate: return {.by = true};
    case DemandChart::Refused: return {.measure = true, .top = true, .campaign = false};
    case DemandChart::Withdrawn: return {.measure = true, .by = true};
    case DemandChart::Season: return {.top = true, .days = false};
    case DemandChart::Classes: return {};
    case DemandChart::Buyers: return {.by = true, .buyers = true};
    case DemandChart::Together: return {.top = true};
    case DemandChart::Promote: return {.top = true, .days = false, .campaign = false};
    case DemandChart::Clear: return {.measure = true, .top = true, .days = false, .campaign = false};
    case DemandChart::Forecast: return {.by = true, .days = false, .scope = false, .campaign = false};
    }
    Q_UNREACHABLE();
}

/// In the order of DemandChart.
QStringList chartNames()
{
    return {DemandToolbar::tr("By product"),  DemandToolbar::tr("Over time"),     DemandToolbar::tr("Compare products"),
            DemandToolbar::tr("Waiting age"), DemandToolbar::tr("Booking curve"), DemandToolbar::tr("Fill rate"),
            DemandToolbar::tr("Refused"),     DemandToolbar::tr("Withdrawn"),     DemandToolbar::tr("Keep rate"),
            DemandToolbar::tr("Season"),      DemandToolbar::tr("ABC and XYZ"),   DemandToolbar::tr("Who buys"),
            DemandToolbar::tr("Together"),    DemandToolbar::tr("Promote"),       DemandToolbar::tr("Clear out"),
            DemandToolbar::tr("Forecast")};
}

} // namespace

DemandToolbar::DemandToolbar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_chart(new Choice(QStringLiteral("chart"), tr("Chart"), chartNames()))
    , m_show(new Choice(QStringLiteral("show"), tr("Show"), {tr("Waiting now"), tr("Ordered in a period")}))
    , m_days(new Choice(QStringLiteral("days"), tr("Period"),
                        {tr("Last 4 weeks"), tr("Last 3 months"), tr("Last 12 months"), tr("From the beginning")}))
    , m_measure(new Choice(QStringLiteral("measure"), tr("Measured in"), {tr("Units"), tr("Value")}))
    , m_buyers(
          new Choice(QStringLiteral("buyers"), tr("Told apart by"), {tr("New or returning"), tr("Channel"), tr("Country"), tr("Campaign")}))
    , m_top(new Choice(QStringLiteral("top"), tr("Products"), {tr("First 10"), tr("First 20"), tr("First 50")}))
    , m_by(new Segments(QStringLiteral("by"), tr("By"), {tr("Day"), tr("Week"), tr("Month")}))
    , m_search(new FilterEdit(tr("Filter the products of the chart"), tr("Name, SKU…  Ctrl+F")))
    , m_searchPart(new QWidget)
    , m_products(new ProductSet(session))
    , m_category(new Choice(QStringLiteral("category"), tr("Category"), {tr("All")}))
    , m_supplier(new Choice(QStringLiteral("supplier"), tr("Supplier"), {tr("All")}))
    , m_campaign(new Choice(QStringLiteral("campaign"), tr("Campaign"), {tr("All")}))
{
    m_search->setObjectName(QStringLiteral("chartSearch"));
    m_search->setMinimumWidth(130);
    m_search->setMaximumWidth(200);
    m_by->setKeys({tr("D"), tr("W"), tr("M")});
    makeRows();
    setFocusProxy(m_chart->box());
    setState({});
    for (Choice *choice : {m_chart, m_show, m_days, m_measure, m_buyers, m_top, m_category, m_supplier, m_campaign})
        connect(choice, &Choice::chosen, this, &DemandToolbar::tell);
    connect(m_by, &Segments::chosen, this, &DemandToolbar::tell);
    connect(m_products, &ProductSet::changed, this, &DemandToolbar::tell);
    connect(m_products, &ProductSet::refused, this, &DemandToolbar::refused);
    connect(m_search, &FilterEdit::filterChanged, this, &DemandToolbar::tell);
}

void DemandToolbar::makeRows()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *upper = new QHBoxLayout;
    auto *lower = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_chart, m_show, m_buyers, m_by, m_days, m_measure, m_top})
        upper->addWidget(widget);
    captioned(m_searchPart, tr("Filter"), m_search)->addWidget(m_search);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_searchPart, m_products})
        lower->addWidget(widget);
    for (Choice *choice : {m_category, m_supplier, m_campaign}) {
        choice->box()->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->box()->setMinimumContentsLength(12);
        lower->addWidget(choice);
    }
    for (QHBoxLayout *row : {upper, lower}) {
        row->setSpacing(12);
        row->addStretch();
        column->addLayout(row);
    }
    column->addWidget(m_products->buttons());
}

void DemandToolbar::tell()
{
    showFitting();
    Q_EMIT changed();
}

/// Only what bears on the chart that is shown.
void DemandToolbar::showFitting()
{
    Bearing bearing = bearingOn(chart());
    if (bearing.buyers && m_buyers->current() > 0) {
        bearing.by = false;
        bearing.measure = true;
    }
    m_show->setVisible(bearing.show);
    m_buyers->setVisible(bearing.buyers);
    m_measure->setVisible(bearing.measure);
    m_top->setVisible(bearing.top);
    m_by->setVisible(bearing.by);
    const QString whyNot = whyNotBy(Period::Day);
    m_by->setOpen(int(Period::Day), whyNot.isEmpty(), whyNot);
    if (!whyNot.isEmpty() && m_by->current() == int(Period::Day))
        m_by->setCurrent(int(Period::Week));
    m_days->setVisible(bearing.days && (!bearing.show || m_show->current() == 1));
    m_products->setVisible(bearing.products);
    m_products->buttons()->setVisible(bearing.products && !products().empty());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_searchPart, m_category, m_supplier})
        widget->setVisible(bearing.scope);
    m_campaign->setVisible(bearing.campaign);
}

DemandChart DemandToolbar::chart() const { return DemandChart(m_chart->current()); }

void DemandToolbar::setChart(DemandChart chart)
{
    m_chart->box()->setCurrentIndex(int(chart));
    tell();
}

QString DemandToolbar::whyNotBy(Period by) const
{
    return chart() == DemandChart::Forecast && by == Period::Day ? tr("A forecast is by weeks or by months: press W or M.") : QString();
}

void DemandToolbar::setPeriod(Period by)
{
    m_by->setCurrent(int(by));
    if (!m_by->isVisibleTo(this))
        m_chart->box()->setCurrentIndex(int(DemandChart::OverTime));
    tell();
}

void DemandToolbar::setProducts(std::vector<ProductName> products) { m_products->setProducts(std::move(products)); }

bool DemandToolbar::addProduct(const ProductName &product) { return m_products->add(product); }

const std::vector<ProductName> &DemandToolbar::products() const { return m_products->products(); }

void DemandToolbar::chooseChart()
{
    m_chart->box()->setFocus(Qt::ShortcutFocusReason);
    m_chart->box()->showPopup();
}

void DemandToolbar::focusSearch()
{
    if (m_search->isVisible())
        m_search->setFocus();
    else
        m_products->setFocus();
}

bool DemandToolbar::isNarrowed() const
{
    const Bearing bearing = bearingOn(chart());
    const bool byScope = bearing.scope && (!m_search->text().trimmed().isEmpty() || m_category->current() > 0 ||
                                           m_supplier->current() > 0 || (bearing.products && !products().empty()));
    return byScope || (bearing.campaign && m_campaign->current() > 0);
}

void DemandToolbar::clearScope()
{
    const QSignalBlocker quiet(m_search); // one question, when all of it is cleared
    m_search->setFilter({});
    for (Choice *choice : {m_category, m_supplier, m_campaign})
        choice->box()->setCurrentIndex(0);
    setProducts({});
    tell();
}

QString DemandToolbar::scopeText() const
{
    const Bearing bearing = bearingOn(chart());
    QStringList parts;
    if (bearing.products) {
        for (const ProductName &product : products())
            parts += product.name;
    }
    if (bearing.scope && !m_search->text().trimmed().isEmpty())
        parts += tr("“%1”").arg(m_search->text().trimmed());
    for (const Choice *choice : {m_category, m_supplier, m_campaign}) {
        if (choice->current() > 0 && (choice == m_campaign ? bearing.campaign : bearing.scope))
            parts += choice->box()->currentText();
    }
    return parts.isEmpty() ? tr("All products") : parts.join(QStringLiteral(" · "));
}

DemandQuestion DemandToolbar::question(QDate today) const
{
    const Bearing bearing = bearingOn(chart());
    DemandQuestion question;
    question.chart = chart();
    question.today = today;
    question.isWaiting = bearing.show && m_show->current() == 0;
    question.buyers = BuyersGrouping(m_buyers->current());
    const bool isMeasured = bearing.measure || (bearing.buyers && question.buyers != BuyersGrouping::NewAndReturning);
    question.isInValue = isMeasured && m_measure->current() == 1;
    question.top = tops[qBound(0, m_top->current(), 2)];
    question.by = Period(m_by->current());
    question.scopeText = scopeText();
    question.scope.from = firstDay(m_days->current(), today);
    question.scope.to = today;
    if (bearing.products) {
        for (const ProductName &product : products())
            question.scope.products.push_back(product.product);
    }
    if (bearing.scope) {
        question.scope.search = m_search->text().trimmed();
        question.scope.category = m_category->box()->currentData().toString();
        question.scope.supplier = m_supplier->box()->currentData().toLongLong();
    }
    if (bearing.campaign)
        question.scope.campaign = m_campaign->box()->currentData().toString();
    return question;
}

void DemandToolbar::fill(Choice *choice, const QString &all, const QStringList &texts, const QVariantList &values)
{
    const QVariant chosen = choice->box()->currentData();
    const QString text = choice->box()->currentText();
    choice->box()->clear();
    choice->box()->addItem(all);
    for (qsizetype i = 0; i < texts.size(); ++i)
        choice->box()->addItem(texts[i], values[i]);
    if (!chosen.isValid())
        return;
    if (choice->box()->findData(chosen) < 0)
        choice->box()->addItem(text, chosen);
    choice->box()->setCurrentIndex(choice->box()->findData(chosen));
}

void DemandToolbar::setChoices(const ScopeChoices &choices)
{
    const auto same = [](const QStringList &texts) { return QVariantList(texts.begin(), texts.end()); };
    fill(m_category, tr("All"), choices.categories, same(choices.categories));
    fill(m_campaign, tr("All"), choices.campaigns, same(choices.campaigns));
    QStringList names;
    QVariantList ids;
    for (const auto &[id, name] : choices.suppliers) {
        names += name;
        ids += id;
    }
    fill(m_supplier, tr("All"), names, ids);
}

QVariantMap DemandToolbar::state() const
{
    QVariantMap state;
    for (const Choice *choice : {m_chart, m_show, m_days, m_measure, m_buyers, m_top})
        state.insert(choice->box()->objectName(), choice->current());
    for (const Choice *choice : {m_category, m_supplier, m_campaign}) {
        if (choice->current() > 0)
            state.insert(choice->box()->objectName(), QVariantList{choice->box()->currentText(), choice->box()->currentData()});
    }
    state.insert(QStringLiteral("by"), m_by->current());
    state.insert(QStringLiteral("search"), m_search->text());
    QVariantList chosen;
    for (const ProductName &product : products())
        chosen += QVariant(QVariantList{product.product.value, product.sku, product.name});
    state.insert(QStringLiteral("products"), chosen);
    return state;
}

void DemandToolbar::setState(const QVariantMap &state)
{
    for (Choice *choice : {m_chart, m_show, m_days, m_measure, m_buyers, m_top}) {
        const int begins = choice == m_days ? int(ThreeMonths) : 0;
        choice->box()->setCurrentIndex(qBound(0, state.value(choice->box()->objectName(), begins).toInt(), choice->box()->count() - 1));
    }
    for (Choice *choice : {m_category, m_supplier, m_campaign}) {
        const QVariantList chosen = state.value(choice->box()->objectName()).toList();
        choice->box()->setCurrentIndex(0);
        if (chosen.size() != 2)
            continue;
        if (choice->box()->findData(chosen[1]) < 0)
            choice->box()->addItem(chosen[0].toString(), chosen[1]);
        choice->box()->setCurrentIndex(choice->box()->findData(chosen[1]));
    }
    m_by->setCurrent(qBound(0, state.value(QStringLiteral("by"), 1).toInt(), 2));
    m_search->setFilter(state.value(QStringLiteral("search")).toString());
    std::vector<ProductName> chosen;
    for (const QVariant &product : state.value(QStringLiteral("products")).toList()) {
        const QVariantList parts = product.toList();
        chosen.push_back({ProductId{parts.value(0).toLongLong()}, parts.value(1).toString(), parts.value(2).toString()});
    }
    m_products->setProducts(std::move(chosen));
    showFitting();
}

} // namespace waitline
