#include "models/tables/campaignmodel.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("CampaignModel", text); }

QString upliftText(const CampaignResult &result)
{
    const auto uplift = result.uplift();
    if (uplift && result.interval && !result.interval->isTold())
        return sentence("none claimed");
    return uplift ? sentence("%1 %").arg((*uplift > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(*uplift * 100, 'f', 1))
                  : sentence("no baseline");
}

} // namespace

CampaignModel::CampaignModel(QObject *parent)
    : RowsModel(
          {{sentence("Code"), sentence("What orders name that came by the campaign."), false},
           {sentence("Campaign"), sentence("What it is called."), false},
           {sentence("From"), sentence("Its first day."), true},
           {sentence("To"), sentence("Its last day."), true},
           {sentence("Orders"), sentence("Orders that belong to it."), true},
           {sentence("Units"), sentence("Units of its products ordered and not cancelled."), true},
           {sentence("Value"), sentence("Of these units, at the orders' prices."), true},
           {sentence("Uplift"),
            sentence(
                "Units a day in its days against the four weeks before, without its own orders there; none is claimed without a baseline, or where chance may do as much."),
            true},
           {sentence("A unit costs"), sentence("Budget ÷ units."), true}},
          parent)
{}

void CampaignModel::setResults(std::vector<CampaignResult> results, const Currency &currency)
{
    m_currency = currency;
    setRows(std::move(results));
}

QVariant CampaignModel::cell(const CampaignResult &result, int column, int role) const
{
    const CampaignTerms &terms = result.campaign.terms;
    if (role == IdRole)
        return result.campaign.id.value;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case Code: return terms.code;
    case Name: return terms.name;
    case First: return terms.first ? dayText(*terms.first) : QString();
    case Last: return terms.last ? dayText(*terms.last) : QString();
    case Orders: return numberText(result.orders.orders);
    case Units: return numberText(result.orders.units());
    case Value: return moneyText(result.orders.value, m_currency);
    case Uplift: return terms.first ? upliftText(result) : QString();
    case UnitCost: return result.costPerUnit() ? moneyText(*result.costPerUnit(), m_currency) : QString();
    }
    Q_UNREACHABLE();
}

} // namespace waitline
