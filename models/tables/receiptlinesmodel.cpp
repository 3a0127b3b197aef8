#include "models/tables/receiptlinesmodel.h"

#include "models/domain/order.h"
#include "models/tables/celltext.h"

#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return ReceiptLinesModel::tr(text); };
    return {{tr("SKU"), tr("The number you know the product by."), false},
            {tr("Name"), tr("The product's name."), false},
            {tr("Good"), tr("Good units counted so far: these come into stock."), true},
            {tr("Expected"), tr("Units still to come on the purchase."), true},
            {tr("Damaged"), tr("Units that arrived and are rejected: they do not come into stock."), true},
            {tr("Progress"), tr("Counted of expected, with those that are damaged."), false}};
}

} // namespace

ReceiptLinesModel::ReceiptLinesModel(QObject *parent) : QAbstractTableModel(parent), m_heads(heads()) {}

void ReceiptLinesModel::setCount(const ReceivingCountView &count)
{
    const bool isSame = count.count.id == m_count && count.lines.size() >= m_lines.size() &&
                        std::equal(m_lines.begin(), m_lines.end(), count.lines.begin(),
                                   [](const CountLine &one, const CountLine &other) { return one.product == other.product; });
    if (isSame) {
        for (const CountLine &line : count.lines)
            setLine(line);
        return;
    }
    beginResetModel();
    m_count = count.count.id;
    m_lines = count.lines;
    endResetModel();
}

int ReceiptLinesModel::setLine(const CountLine &line)
{
    const int row = rowOf(line.product).value_or(rowCount());
    if (row == rowCount()) {
        beginInsertRows({}, row, row);
        m_lines.push_back(line);
        endInsertRows();
    } else if (m_lines[size_t(row)].units != line.units) {
        m_lines[size_t(row)] = line;
        Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    }
    return row;
}

std::optional<int> ReceiptLinesModel::rowOf(ProductId product) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const CountLine &line) { return line.product == product; });
    return found == m_lines.end() ? std::nullopt : std::optional(int(found - m_lines.begin()));
}

bool ReceiptLinesModel::isEmptyCount() const
{
    return std::all_of(m_lines.begin(), m_lines.end(), [](const CountLine &line) { return line.units.arrived() == 0; });
}

Units ReceiptLinesModel::counted() const
{
    Units units = 0;
    for (const CountLine &line : m_lines)
        units += line.units.arrived();
    return units;
}

Units ReceiptLinesModel::expected() const
{
    Units units = 0;
    for (const CountLine &line : m_lines)
        units += line.units.expected;
    return units;
}

int ReceiptLinesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

int ReceiptLinesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant ReceiptLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

Qt::ItemFlags ReceiptLinesModel::flags(const QModelIndex &index) const
{
    const bool canEdit = index.column() == Counted || index.column() == Damaged;
    return QAbstractTableModel::flags(index) | (index.isValid() && canEdit ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QVariant ReceiptLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CountLine &line = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(line, Column(index.column()));
    case Qt::EditRole: return (flags(index) & Qt::ItemIsEditable) ? number(line, Column(index.column())) : QVariant();
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return number(line, Column(index.column()));
    case StatusRole: return int(statusOf(line.units));
    case IdRole:
    case ProductIdRole: return line.product.value;
    default: return {};
    }
}

bool ReceiptLinesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    bool isNumber = value.metaType().id() != QMetaType::QString;
    const qint64 units = isNumber ? value.toLongLong() : QLocale().toLongLong(value.toString().trimmed(), &isNumber);
    if (!isNumber || units < 0 || units > mostUnitsOfALine)
        return false;
    const ProductId product = line(index.row()).product;
    if (index.column() == Counted)
        Q_EMIT correctionAsked(product, units, std::nullopt);
    else
        Q_EMIT correctionAsked(product, std::nullopt, units);
    return true;
}

QString ReceiptLinesModel::text(const CountLine &line, Column column)
{
    switch (column) {
    case Sku: return line.sku;
    case Name: return line.name;
    case Counted: return numberText(line.units.accepted);
    case Expected: return line.units.isOnPurchase ? numberText(line.units.expected) : QString();
    case Damaged: return line.units.damaged > 0 ? numberText(line.units.damaged) : QString();
    case Progress:
        return line.units.isOnPurchase ? tr("%1 of %2").arg(numberText(line.units.arrived()), numberText(line.units.expected))
                                       : numberText(line.units.arrived());
    }
    Q_UNREACHABLE();
}

QVariant ReceiptLinesModel::number(const CountLine &line, Column column)
{
    switch (column) {
    case Counted: return line.units.accepted;
    case Expected: return line.units.expected;
    case Damaged: return line.units.damaged;
    case Sku:
    case Name:
    case Progress: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
