#include "models/charts/demandcharts.h"
#include "models/tables/celltext.h"

#include <QLocale>

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return DemandOverTimeModel::tr(text); };
    return {{tr("Period"), tr("The day, the week from Monday, or the month."), false},
            {tr("Pre-order"), tr("Units ordered while the product was not released."), true},
            {tr("Backorder"), tr("Units ordered after release that had to wait."), true},
            {tr("From stock"), tr("Units ordered that were to be had at once."), true},
            {tr("Together"), tr("All units ordered in the period."), true},
            {tr("Value"), tr("All units ordered, at the orders' prices."), true}};
}

} // namespace

DemandOverTimeModel::DemandOverTimeModel(QObject *parent) : QAbstractTableModel(parent), m_heads(heads()) {}

void DemandOverTimeModel::setSeries(const DemandOverTime &series)
{
    beginResetModel();
    m_series = series;
    endResetModel();
}

int DemandOverTimeModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_series.buckets.size()); }

int DemandOverTimeModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant DemandOverTimeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

QVariant DemandOverTimeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DemandBucket &bucket = m_series.buckets[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(bucket, Column(index.column()));
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return number(bucket, Column(index.column()));
    case IdRole: return toDayNumber(bucket.start);
    default: return {};
    }
}

QString DemandOverTimeModel::text(const DemandBucket &bucket, Column column) const
{
    switch (column) {
    case PeriodStart:
        return m_series.question.by == Period::Month ? QLocale().toString(bucket.start, QStringLiteral("MMM yyyy")) : dayText(bucket.start);
    case Value: return moneyText(bucket.value, m_series.currency);
    case Preorder:
    case Backorder:
    case Other:
    case Total: return numberText(number(bucket, column).toLongLong());
    }
    Q_UNREACHABLE();
}

QVariant DemandOverTimeModel::number(const DemandBucket &bucket, Column column)
{
    switch (column) {
    case PeriodStart: return bucket.start;
    case Preorder: return bucket.preorder;
    case Backorder: return bucket.backorder;
    case Other: return bucket.other;
    case Total: return bucket.units();
    case Value: return bucket.value;
    }
    Q_UNREACHABLE();
}

} // namespace waitline
