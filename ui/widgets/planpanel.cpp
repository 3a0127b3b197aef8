#include "ui/widgets/planpanel.h"

#include "models/charts/forecastsheet.h"
#include "models/services/productionrisk.h"
#include "models/tables/celltext.h"
#include "ui/charts/plot.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/forecastbox.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QApplication>
#include <QVBoxLayout>

#include <cmath>

namespace waitline {

namespace {
constexpr int profitHeight = 220;
}

PlanPanel::PlanPanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_title(label({}, TextSize::Section))
    , m_name(label({}))
    , m_why(label({}))
    , m_figures(new FigureGrid(3))
    , m_profit(new Plot(QStringLiteral("profitChart"), tr("Expected profit by size of the run")))
    , m_risk(label({}))
    , m_forecast(new ForecastBox(session))
{
    setObjectName(QStringLiteral("planPanel"));
    setAccessibleName(tr("Suggestion"));
    m_title->setObjectName(QStringLiteral("planProduct"));
    m_why->setObjectName(QStringLiteral("planReason"));
    m_risk->setObjectName(QStringLiteral("runRisk"));
    m_profit->setFixedHeight(profitHeight);
    for (QLabel *text : {m_title, m_name, m_why, m_risk})
        text->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addWidget(m_why);
    column->addWidget(m_profit);
    column->addWidget(m_risk);
    column->addWidget(m_forecast->whatIfPart()); // with the figures it changes, where both are seen without scrolling
    column->addWidget(m_figures);
    column->addWidget(m_forecast);
    QPushButton *product = pushButton(tr("Show the product"), QStringLiteral("products"));
    product->setObjectName(QStringLiteral("showPlannedProduct"));
    column->addWidget(product, 0, Qt::AlignLeft);
    column->addStretch();
    body()->setSpacing(8);
    body()->addWidget(m_title);
    body()->addWidget(m_name);
    body()->addWidget(sideScroll(content, tr("Suggestion's details")), 1);
    connect(m_forecast, &ForecastBox::loaded, this, &PlanPanel::loaded);
    connect(m_forecast, &ForecastBox::done, this, &PlanPanel::done);
    connect(m_forecast, &ForecastBox::complained, this, &PlanPanel::complained);
    connect(m_forecast, &ForecastBox::whatIfChanged, this, &PlanPanel::showFigures);
    connect(qApp, &QApplication::focusChanged, m_profit, [plot = m_profit](QWidget *left, QWidget *now) {
        if (left == plot && now)
            plot->setCurrentPoint(-1); // nothing else follows it
    });
    connect(product, &QPushButton::clicked, this, [this] { Q_EMIT productAsked(m_suggestion.product); });
}

bool PlanPanel::isLoaded() const { return m_forecast->isLoaded(); }

void PlanPanel::open(const StoredSuggestion &suggestion, const StoredPlan &plan)
{
    m_suggestion = suggestion;
    m_title->setText(suggestion.sku);
    m_name->setText(suggestion.name);
    const QString takenUp = takenUpText(suggestion);
    m_why->setText(
        explanationOf(suggestion, m_session.today()) + (takenUp.isEmpty() ? QString() : tr(" Taken up already: %1.").arg(takenUp)) +
        (plan.overruled.contains(suggestion.product) ? tr(" Its forecast was overruled since: plan anew to buy by it.") : QString()));
    m_profit->setVisible(isProduction(suggestion));
    m_risk->setVisible(isProduction(suggestion));
    m_forecast->setVisible(!isProduction(suggestion));
    m_forecast->whatIfPart()->setVisible(!isProduction(suggestion));
    if (isProduction(suggestion))
        showProfit(suggestion);
    if (!isProduction(suggestion))
        m_forecast->open(suggestion, plan.byMonth ? Grid::Month : Grid::Week);
    showFigures();
    Card::show();
}

/// Of the plan, or of what the sliders ask for.
void PlanPanel::showFigures()
{
    const std::optional<WhatIfAnswer> asked = isProduction(m_suggestion) ? std::nullopt : m_forecast->whatIf();
    const StoredSuggestion suggestion = asked ? withBuying(m_suggestion, asked->buying) : m_suggestion;
    m_figures->setFigure(tr("On hand"), numberText(suggestion.onHand), tr("Units in the building"));
    m_figures->setFigure(tr("On order"), numberText(suggestion.onOrder), tr("Units still to come on open purchases"));
    m_figures->setFigure(tr("Committed"), numberText(suggestion.committed), tr("Ordered − cancelled − shipped, over all lines"));
    m_figures->setFigure(tr("Reorder point"), numberText(suggestion.reorderPoint), tr("Demand while an order is under way, and safety"));
    m_figures->setFigure(tr("Order up to"), numberText(suggestion.orderUpTo),
                         tr("Demand until the order after this one arrives, and safety"));
    m_figures->setFigure(tr("Safety stock"), numberText(suggestion.safetyStock), tr("Against uncertain demand and delivery"));
    m_figures->setFigure(tr("Expected fill rate"), percentText(servedFromStock(suggestion)),
                         tr("The share of demand that is served at once when such an order comes each time"));
    m_figures->setFigure(tr("Economic order"), suggestion.economicUnits > 0 ? numberText(suggestion.economicUnits) : tr("any size"),
                         tr("At this quantity, ordering and keeping stock cost the same; the plan's settings say what an order costs"));
    const Currency &currency = m_session.currency();
    m_figures->setFigure(tr("Cost, %1").arg(currency.code), moneyText(suggestion.cost(), currency));
    m_figures->setFigure(tr("Worth, %1").arg(currency.code), moneyText(suggestion.worth, currency),
                         tr("Margin of the units that would otherwise be short"));
}

void PlanPanel::showProfit(const StoredSuggestion &suggestion)
{
    const ChartSheet sheet = profitSheet(suggestion, m_session.currency());
    m_profit->setSheet(sheet);
    const ProductionRisk risk = productionRiskOf(suggestion);
    m_risk->setText(tr("%1 ± %2 are expected in all. Of %3 made, some stay with %4, and some are short with %5.")
                        .arg(numberText(qint64(std::llround(risk.mean))), numberText(qint64(std::llround(risk.deviation))),
                             numberText(suggestion.orderUpTo), percentText(risk.suggested.stay), percentText(1 - risk.suggested.stay)));
}

} // namespace waitline
