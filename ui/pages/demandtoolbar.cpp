#include "ui/pages/demandtoolbar.h"

#include "ui/widgets/choice.h"

#include <QHBoxLayout>
#include <QSettings>

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

QString key(const char *name) { return QStringLiteral("demand/") + QLatin1String(name); }

} // namespace

DemandToolbar::DemandToolbar(QWidget *parent)
    : QWidget(parent)
    , m_view(new Segments(QStringLiteral("view"), tr("Chart"), {tr("By product"), tr("Over time")}))
    , m_show(new Choice(QStringLiteral("show"), tr("Show"), {tr("Waiting now"), tr("Ordered in a period")}))
    , m_days(new Choice(QStringLiteral("days"), tr("Period"),
                        {tr("Last 4 weeks"), tr("Last 3 months"), tr("Last 12 months"), tr("From the beginning")}))
    , m_measure(new Choice(QStringLiteral("measure"), tr("Measured in"), {tr("Units"), tr("Value")}))
    , m_top(new Choice(QStringLiteral("top"), tr("Products"), {tr("First 10"), tr("First 20"), tr("First 50")}))
    , m_by(new Segments(QStringLiteral("by"), tr("By"), {tr("Day"), tr("Week"), tr("Month")}))
    , m_product(new Choice(QStringLiteral("product"), tr("Product"), {tr("All products")}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_view, m_show, m_measure, m_top, m_by, m_product, m_days})
        row->addWidget(widget);
    row->addStretch();
    setFocusProxy(m_view);
    m_by->setKeys({tr("D"), tr("W"), tr("M")});
    m_product->box()->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_product->box()->setMinimumContentsLength(22);
    restore();
    const auto onChoice = [this] {
        keep();
        showFitting();
        Q_EMIT changed();
    };
    for (Choice *choice : {m_show, m_days, m_measure, m_top, m_product})
        connect(choice, &Choice::chosen, this, onChoice);
    for (Segments *segments : {m_view, m_by})
        connect(segments, &Segments::chosen, this, onChoice);
    showFitting();
}

void DemandToolbar::restore()
{
    const QSettings settings;
    m_show->box()->setCurrentIndex(settings.value(key("show"), 0).toInt());
    m_days->box()->setCurrentIndex(settings.value(key("days"), int(ThreeMonths)).toInt());
    m_measure->box()->setCurrentIndex(settings.value(key("measure"), 0).toInt());
    m_top->box()->setCurrentIndex(settings.value(key("top"), 0).toInt());
    m_by->setCurrent(qBound(0, settings.value(key("by"), 1).toInt(), 2));
}

void DemandToolbar::keep() const
{
    QSettings settings;
    settings.setValue(key("show"), m_show->current());
    settings.setValue(key("days"), m_days->current());
    settings.setValue(key("measure"), m_measure->current());
    settings.setValue(key("top"), m_top->current());
    settings.setValue(key("by"), m_by->current());
}

/// Only what bears on the chart that is shown.
void DemandToolbar::showFitting()
{
    const bool products = view() == View::Products;
    for (QWidget *widget : {m_show, m_measure, m_top})
        widget->setVisible(products);
    m_by->setVisible(!products);
    m_product->setVisible(!products);
    m_days->setVisible(!products || m_show->current() == 1);
}

DemandToolbar::View DemandToolbar::view() const { return View(m_view->current()); }

void DemandToolbar::setView(View view)
{
    if (this->view() == view)
        return;
    m_view->setCurrent(int(view));
    showFitting();
    Q_EMIT changed();
}

DemandBarsQuestion DemandToolbar::barsQuestion(QDate today) const
{
    using Measure = DemandBarsQuestion::Measure;
    const Measure shown = m_show->current() == 0 ? Measure::Waiting : Measure::Ordered;
    return {shown, firstDay(m_days->current(), today), today, tops[qBound(0, m_top->current(), 2)]};
}

DemandMeasure DemandToolbar::measure() const { return m_measure->current() == 1 ? DemandMeasure::InValue : DemandMeasure::InUnits; }

DemandOverTimeQuestion DemandToolbar::timeQuestion(QDate today) const
{
    return {ProductId{m_product->box()->currentData().toLongLong()}, firstDay(m_days->current(), today), today, Period(m_by->current())};
}

QString DemandToolbar::productName() const { return m_product->current() > 0 ? m_product->box()->currentText() : QString(); }

bool DemandToolbar::isFromTheBeginning() const { return m_days->current() == All; }

void DemandToolbar::setPeriod(Period by)
{
    m_by->setCurrent(int(by));
    keep();
    if (view() == View::OverTime)
        Q_EMIT changed();
    else
        setView(View::OverTime);
}

void DemandToolbar::setProducts(const std::vector<DemandBar> &products)
{
    const ProductId chosen{m_product->box()->currentData().toLongLong()};
    const QString chosenName = productName();
    m_product->box()->clear();
    m_product->box()->addItem(tr("All products"), 0);
    for (const DemandBar &bar : products)
        m_product->box()->addItem(tr("%1 · %2").arg(bar.sku, bar.name), bar.product.value);
    if (chosen.isValid())
        setProduct(chosen, chosenName);
}

void DemandToolbar::setProduct(ProductId product, const QString &name)
{
    int index = product.isValid() ? m_product->box()->findData(product.value) : 0;
    if (index < 0) {
        m_product->box()->addItem(name, product.value);
        index = m_product->box()->count() - 1;
    }
    m_product->box()->setCurrentIndex(index);
}

} // namespace waitline
