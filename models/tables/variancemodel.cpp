#include "models/tables/variancemodel.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <algorithm>

namespace waitline {

VarianceModel::VarianceModel(Currency currency, QObject *parent)
    : RowsModel({{tr("SKU"), tr("The product's number."), false},
                 {tr("Name"), tr("The product's name."), false},
                 {tr("On hand"), tr("Units that should be there."), true},
                 {tr("Counted"), tr("Units that were found."), true},
                 {tr("Difference"), tr("Found less what should be there."), true},
                 {tr("Value"), tr("Of the difference, at cost."), true},
                 {tr("Taken back"), tr("Units set aside for orders that would be missing: the lowest-ranked wait again."), true}},
                parent)
    , m_currency(std::move(currency))
{}

void VarianceModel::setVariances(std::vector<CountVariance> variances)
{
    std::stable_sort(variances.begin(), variances.end(), [](const CountVariance &a, const CountVariance &b) {
        return qAbs(a.difference() * a.unitCost) > qAbs(b.difference() * b.unitCost);
    });
    setRows(std::move(variances));
}

qint64 VarianceModel::differing() const
{
    return std::count_if(rows().begin(), rows().end(), [](const CountVariance &variance) { return variance.difference() != 0; });
}

QVariant VarianceModel::cell(const CountVariance &variance, int column, int role) const
{
    switch (role) {
    case IdRole:
    case ProductIdRole: return variance.product.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    const auto signedNumber = [](qint64 number) { return number > 0 ? QString(u'+' + numberText(number)) : numberText(number); };
    switch (Column(column)) {
    case Sku: return variance.sku;
    case Name: return variance.name;
    case OnHand: return numberText(variance.onHand);
    case Counted: return numberText(variance.counted);
    case Difference: return signedNumber(variance.difference());
    case Value: return moneyText(variance.difference() * variance.unitCost, m_currency);
    case TakenBack: return variance.takenBack() == 0 ? QString() : numberText(variance.takenBack());
    }
    Q_UNREACHABLE();
}

} // namespace waitline
