#include "models/tables/arrivalmodel.h"

#include "models/domain/order.h"
#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <algorithm>

namespace waitline {

ArrivalModel::ArrivalModel(const StoredPurchase &purchase, QObject *parent)
    : QAbstractTableModel(parent)
    , m_heads({{tr("SKU"), tr("The number you know the product by."), false},
               {tr("Name"), tr("The product's name."), false},
               {tr("To come"), tr("Units still to come on the purchase."), true},
               {tr("Arrives"), tr("Units that are assumed to come: enter another number."), true}})
{
    for (const StoredPurchaseLine &line : purchase.lines) {
        if (line.onOrder() == 0)
            continue;
        const auto same = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &known) { return known.product == line.product; });
        if (same == m_lines.end()) {
            m_lines.push_back({line.product, line.sku, line.productName, line.onOrder(), line.onOrder()});
        } else {
            same->toCome += line.onOrder();
            same->arrives += line.onOrder();
        }
    }
}

std::map<ProductId, Units> ArrivalModel::arriving() const
{
    std::map<ProductId, Units> units;
    for (const Line &line : m_lines)
        units[line.product] = line.arrives;
    return units;
}

std::map<ProductId, Units> ArrivalModel::rest() const
{
    std::map<ProductId, Units> units;
    for (const Line &line : m_lines)
        units[line.product] = std::max<Units>(0, line.toCome - line.arrives);
    return units;
}

bool ArrivalModel::hasRest() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.arrives < line.toCome; });
}

void ArrivalModel::assumeShare(int percent)
{
    for (Line &line : m_lines)
        line.arrives = line.toCome * percent / 100;
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, Arrives), index(rowCount() - 1, Arrives));
}

int ArrivalModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

int ArrivalModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant ArrivalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

Qt::ItemFlags ArrivalModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() && index.column() == Arrives ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QVariant ArrivalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case ProductIdRole: return line.product.value;
    case Qt::EditRole: return index.column() == Arrives ? QVariant(line.arrives) : QVariant();
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case Sku: return line.sku;
    case Name: return line.name;
    case ToCome: return numberText(line.toCome);
    case Arrives: return numberText(line.arrives);
    }
    Q_UNREACHABLE();
}

bool ArrivalModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    bool isNumber = false;
    const qint64 units = value.toLongLong(&isNumber);
    if (!isNumber || units < 0 || units > mostUnitsOfALine)
        return false;
    m_lines[size_t(index.row())].arrives = units;
    Q_EMIT dataChanged(index, index);
    return true;
}

} // namespace waitline
