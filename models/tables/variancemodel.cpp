#include "models/tables/variancemodel.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <algorithm>

namespace waitline {

VarianceModel::VarianceModel(Currency currency, QObject *parent)
    : QAbstractTableModel(parent)
    , m_currency(std::move(currency))
    , m_heads({{tr("SKU"), tr("The product's number."), false},
               {tr("Name"), tr("The product's name."), false},
               {tr("On hand"), tr("Units that should be there."), true},
               {tr("Counted"), tr("Units that were found."), true},
               {tr("Difference"), tr("Found less what should be there."), true},
               {tr("Value"), tr("Of the difference, at cost."), true},
               {tr("Taken back"), tr("Units set aside for orders that would be missing: the lowest-ranked wait again."), true}})
{}

void VarianceModel::setVariances(std::vector<CountVariance> variances)
{
    beginResetModel();
    m_variances = std::move(variances);
    std::stable_sort(m_variances.begin(), m_variances.end(), [](const CountVariance &a, const CountVariance &b) {
        return qAbs(a.difference() * a.unitCost) > qAbs(b.difference() * b.unitCost);
    });
    endResetModel();
}

qint64 VarianceModel::differing() const
{
    return std::count_if(m_variances.begin(), m_variances.end(), [](const CountVariance &variance) { return variance.difference() != 0; });
}

int VarianceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_variances.size()); }

int VarianceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_heads.count(); }

QVariant VarianceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CountVariance &variance = m_variances[size_t(index.row())];
    switch (role) {
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case IdRole:
    case ProductIdRole: return variance.product.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    const auto signedNumber = [](qint64 number) { return number > 0 ? QString(u'+' + numberText(number)) : numberText(number); };
    switch (Column(index.column())) {
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

QVariant VarianceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

} // namespace waitline
