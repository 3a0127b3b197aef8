#include "ui/widgets/planpanel.h"

#include "models/tables/celltext.h"
#include "ui/charts/forecastchart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QVBoxLayout>

namespace waitline {

PlanPanel::PlanPanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_title(label({}, TextSize::Section))
    , m_name(label({}))
    , m_why(label({}))
    , m_figures(new FigureGrid(3))
    , m_chart(new ForecastChart)
    , m_quality(mutedLabel({}))
{
    setObjectName(QStringLiteral("planPanel"));
    setAccessibleName(tr("Suggestion"));
    m_title->setObjectName(QStringLiteral("planProduct"));
    m_why->setObjectName(QStringLiteral("planReason"));
    m_quality->setObjectName(QStringLiteral("forecastQuality"));
    for (QLabel *text : {m_title, m_name, m_why, m_quality})
        text->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addWidget(m_why);
    column->addWidget(m_chart);
    column->addWidget(m_quality);
    column->addWidget(m_figures);
    QPushButton *product = pushButton(tr("Show the product"), QStringLiteral("products"));
    product->setObjectName(QStringLiteral("showPlannedProduct"));
    column->addWidget(product, 0, Qt::AlignLeft);
    column->addStretch();
    body()->setSpacing(8);
    body()->addWidget(m_title);
    body()->addWidget(m_name);
    body()->addWidget(sideScroll(content, tr("Suggestion's details")), 1);
    connect(product, &QPushButton::clicked, this, [this] { Q_EMIT productAsked(m_product); });
}

void PlanPanel::open(const StoredSuggestion &suggestion)
{
    const bool isOther = std::exchange(m_product, suggestion.product) != suggestion.product;
    m_title->setText(suggestion.sku);
    m_name->setText(suggestion.name);
    m_why->setText(explanationOf(suggestion, m_session.today()));
    m_figures->setFigure(tr("On hand"), numberText(suggestion.onHand), tr("Units in the building"));
    m_figures->setFigure(tr("On order"), numberText(suggestion.onOrder), tr("Units still to come on open purchases"));
    m_figures->setFigure(tr("Committed"), numberText(suggestion.committed), tr("Ordered − cancelled − shipped, over all lines"));
    m_figures->setFigure(tr("Reorder point"), numberText(suggestion.reorderPoint), tr("Demand while an order is under way, and safety"));
    m_figures->setFigure(tr("Order up to"), numberText(suggestion.orderUpTo),
                         tr("Demand until the order after this one arrives, and safety"));
    m_figures->setFigure(tr("Safety stock"), numberText(suggestion.safetyStock), tr("Against uncertain demand and delivery"));
    m_figures->setFigure(tr("Cost"), moneyWithCode(suggestion.cost(), m_session.currency()));
    m_figures->setFigure(tr("Worth"), moneyWithCode(suggestion.worth, m_session.currency()),
                         tr("Margin of the units that would otherwise be short"));
    Card::show();
    if (!isOther)
        return;
    m_isLoaded = false;
    m_chart->clear();
    m_quality->clear();
    whenDone(jobs::productForecast(m_session, {m_product, suggestion.sku, {}, {}}), this,
             [this, product = m_product](const Result<ProductForecast> &made) {
                 if (product != m_product)
                     return;
                 if (made)
                     showForecast(*made);
                 else
                     Q_EMIT complained(made.error().message);
                 m_isLoaded = true;
                 Q_EMIT loaded();
             });
}

void PlanPanel::showForecast(const ProductForecast &forecast)
{
    m_chart->setForecast(forecast);
    m_quality->setText(tr("%1 Dashed: what is expected, with its 80 and 95 % bands.").arg(qualityOf(forecast)));
}

} // namespace waitline
