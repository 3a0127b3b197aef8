#include "models/tables/affectedmodel.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <algorithm>
#include <set>

namespace waitline {

AffectedModel::AffectedModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_heads({{tr("Order"), tr("The order that waits."), true},
               {tr("Customer"), tr("Who waits."), false},
               {tr("Product"), tr("What is waited for."), false},
               {tr("Units"), tr("Units that wait."), true},
               {tr("Expected now"), tr("The day they would all be there as things stand."), false},
               {tr("Then"), tr("The day they would all be there after it."), false},
               {tr("Promised"), tr("The day told to the customer."), false}})
{}

void AffectedModel::setLines(std::vector<AffectedLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

qint64 AffectedModel::brokenPromises() const
{
    return std::count_if(m_lines.begin(), m_lines.end(), [](const AffectedLine &line) { return line.breaksPromise(); });
}

qint64 AffectedModel::customers() const
{
    std::set<QString> names;
    for (const AffectedLine &line : m_lines)
        names.insert(line.customer);
    return qint64(names.size());
}

int AffectedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

int AffectedModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_heads.count(); }

QVariant AffectedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AffectedLine &line = m_lines[size_t(index.row())];
    const auto day = [](QDate eta) { return eta.isValid() ? dayText(eta) : tr("not covered"); };
    switch (role) {
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case StatusRole: return int(line.breaksPromise());
    case OrderIdRole: return line.order.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case Order: return QString::number(line.order.value);
    case Customer: return line.customer;
    case Sku: return line.sku;
    case Units_: return numberText(line.units);
    case Before: return day(line.before);
    case After: return day(line.after);
    case Promised: {
        const QString promised = dayText(line.promise.value_or(QDate()));
        return line.breaksPromise() ? tr("%1, broken").arg(promised) : promised;
    }
    }
    Q_UNREACHABLE();
}

QVariant AffectedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

} // namespace waitline
