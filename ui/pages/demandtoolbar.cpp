#include "ui/pages/demandtoolbar.h"

#include "models/charts/periods.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/productset.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

namespace {

constexpr int tops[] = {10, 20, 50};
constexpr int gridColumn = 28; // of the toolbar, px
constexpr int narrowField = 136; // px
constexpr int leastWide = 960; // px

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
                        {tr("4 weeks and this one"), tr("3 months and this one"), tr("12 months and this one"), tr("From the beginning")}))
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
    , m_first(new QHBoxLayout)
    , m_upper(new FlowLayout)
    , m_lower(new FlowLayout)
{
    m_search->setObjectName(QStringLiteral("chartSearch"));
    m_search->setMinimumWidth(130);
    m_search->setMaximumWidth(208);
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
    captioned(m_searchPart, tr("Filter"), m_search)->addWidget(m_search);
    for (Choice *choice : {m_category, m_supplier, m_campaign}) {
        choice->box()->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->box()->setMinimumContentsLength(9);
    }
    m_upper->setColumn(gridColumn);
    m_lower->setColumn(gridColumn);
    m_first->addLayout(m_upper, 1);
    m_first->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(m_first);
    column->addLayout(m_lower);
    column->addWidget(m_products->buttons());
    fillRows(false);
}

/// A narrow page has two rows as well, of narrower fields, so that the chart is seen without scrolling.
void DemandToolbar::fillRows(bool isNarrow)
{
    m_isNarrow = isNarrow;
    const std::initializer_list<QWidget *> first{m_chart, m_show, m_buyers, m_by, m_days};
    const std::initializer_list<QWidget *> either{m_measure, m_top};
    const std::initializer_list<QWidget *> second{m_searchPart, m_products, m_category, m_supplier, m_campaign};
    for (const auto &widgets : {first, either, second}) {
        for (QWidget *widget : widgets) {
            m_upper->removeWidget(widget);
            m_lower->removeWidget(widget);
        }
    }
    for (QWidget *widget : first)
        m_upper->addWidget(widget);
    for (QWidget *widget : either)
        (isNarrow ? m_lower : m_upper)->addWidget(widget);
    for (QWidget *widget : second) {
        m_lower->addWidget(widget);
        widget->setMaximumWidth(isNarrow ? narrowField : QWIDGETSIZE_MAX);
    }
}

void DemandToolbar::setCorner(QWidget *corner) { m_first->addWidget(corner, 0, Qt::AlignTop); }

void DemandToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool isNarrow = width() < leastWide; isNarrow != m_isNarrow)
        fillRows(isNarrow);
}

void DemandToolbar::tell()
{
    showFitting();
    Q_EMIT changed();
}

/// Only what bears on the chart that is shown.
void DemandToolbar::showFitting()
{
    showProducts();
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

/// The field shows what is chosen for the chart.
void DemandToolbar::showProducts()
{
    if (m_productsOf == chart())
        return;
    m_chosen[m_productsOf] = m_products->products();
    m_productsOf = chart();
    m_products->setProducts(m_chosen[m_productsOf]);
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

void DemandToolbar::setProducts(DemandChart chart, std::vector<ProductName> products)
{
    if (chart == m_productsOf)
        m_products->setProducts(std::move(products));
    else
        m_chosen[chart] = std::move(products);
}

bool DemandToolbar::addCompared(const ProductName &product)
{
    std::vector<ProductName> compared = chosenFor(DemandChart::Compare);
    if (std::any_of(compared.begin(), compared.end(), [&](const ProductName &each) { return each.product == product.product; }))
        return true;
    if (compared.size() >= ComparedDemand::mostProducts)
        return false;
    compared.push_back(product);
    setProducts(DemandChart::Compare, std::move(compared));
    return true;
}

const std::vector<ProductName> &DemandToolbar::chosenFor(DemandChart chart) const
{
    static const std::vector<ProductName> none;
    if (chart == m_productsOf)
        return m_products->products();
    const auto found = m_chosen.find(chart);
    return found == m_chosen.end() ? none : found->second;
}

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
    setProducts(chart(), {});
    tell();
}

bool DemandToolbar::wantsProduct() const
{
    return (chart() == DemandChart::Compare || chart() == DemandChart::Forecast) && products().empty();
}

void DemandToolbar::focusProducts() { m_products->setFocus(); }

bool DemandToolbar::isOfSomeDays() const { return !m_days->isHidden() && Span(m_days->current()) != Span::All; }

void DemandToolbar::showAllDays()
{
    m_days->box()->setCurrentIndex(int(Span::All));
    tell();
}

QString DemandToolbar::scopeText() const
{
    const Bearing bearing = bearingOn(chart());
    QStringList parts;
    if (bearing.scope && !m_search->text().trimmed().isEmpty())
        parts += tr("“%1”").arg(m_search->text().trimmed());
    for (const Choice *choice : {m_category, m_supplier, m_campaign}) {
        if (choice->current() > 0 && (choice == m_campaign ? bearing.campaign : bearing.scope))
            parts += choice->box()->currentText();
    }
    const bool isOfAll = parts.isEmpty() && (!bearing.products || products().empty());
    return isOfAll ? tr("All products") : parts.join(QStringLiteral(" · "));
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
    question.scope.from = firstDayOf(Span(m_days->current()), today);
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

} // namespace waitline
