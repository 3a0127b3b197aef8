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
            {tr("Counted"), tr("Good units counted so far: these come into stock."), true},
            {tr("Expected"), tr("Units still to come on the purchase."), true},
            {tr("Damaged"), tr("Units that arrived and are rejected: they do not come into stock."), true},
            {tr("Progress"), tr("Counted of expected."), false}};
}

} // namespace

ReceiptLinesModel::ReceiptLinesModel(QObject *parent) : QAbstractTableModel(parent), m_heads(heads()) {}

void ReceiptLinesModel::setPurchase(const StoredPurchase &purchase)
{
    std::vector<Line> lines;
    for (const StoredPurchaseLine &line : purchase.lines) {
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line &other) { return other.product == line.product; });
        if (same != lines.end())
            same->expected += line.onOrder();
        else
            lines.push_back({line.product, line.sku, line.productName, line.onOrder(), 0, 0, true});
    }
    begin(purchase.id, std::move(lines));
}

void ReceiptLinesModel::setBlind() { begin({}, {}); }

void ReceiptLinesModel::begin(PurchaseId purchase, std::vector<Line> lines)
{
    beginResetModel();
    m_purchase = purchase;
    m_lines = std::move(lines);
    m_steps.clear();
    endResetModel();
}

int ReceiptLinesModel::add(const ScannedProduct &scanned, Units times)
{
    int row = rowOf(scanned.product).value_or(rowCount());
    if (row == rowCount()) {
        beginInsertRows({}, row, row);
        m_lines.push_back({scanned.product, scanned.sku, scanned.name, 0, 0, 0, false});
        endInsertRows();
    }
    Line &line = m_lines[size_t(row)];
    const Units before = line.counted;
    line.counted = std::max<Units>(before + scanned.units * times, 0);
    m_steps.push_back({scanned.product, line.counted - before});
    tellChanged(row);
    return row;
}

std::optional<int> ReceiptLinesModel::takeBackLast()
{
    if (m_steps.empty())
        return std::nullopt;
    const Step step = m_steps.back();
    m_steps.pop_back();
    const int row = rowOf(step.product).value();
    Units &counted = m_lines[size_t(row)].counted;
    counted = std::max<Units>(counted - step.units, 0);
    tellChanged(row);
    return row;
}

void ReceiptLinesModel::completeLine(int row)
{
    const Line &line = m_lines[size_t(row)];
    if (line.counted + line.damaged < line.expected)
        add({line.product, line.sku, line.name, 1}, line.expected - line.counted - line.damaged);
}

std::optional<int> ReceiptLinesModel::rowOf(ProductId product) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) { return line.product == product; });
    return found == m_lines.end() ? std::nullopt : std::optional(int(found - m_lines.begin()));
}

bool ReceiptLinesModel::isEmptyCount() const
{
    return std::all_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.counted == 0 && line.damaged == 0; });
}

Units ReceiptLinesModel::counted() const
{
    Units units = 0;
    for (const Line &line : m_lines)
        units += line.counted;
    return units;
}

Units ReceiptLinesModel::expected() const
{
    Units units = 0;
    for (const Line &line : m_lines)
        units += line.expected;
    return units;
}

ReceiptDraft ReceiptLinesModel::draft() const
{
    ReceiptDraft draft;
    draft.purchase = m_purchase;
    for (const Line &line : m_lines) {
        if (line.counted > 0 || line.damaged > 0)
            draft.lines.push_back({line.sku, line.counted, line.damaged});
    }
    return draft;
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
    const Line &line = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(line, Column(index.column()));
    case Qt::EditRole: return (flags(index) & Qt::ItemIsEditable) ? number(line, Column(index.column())) : QVariant();
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return number(line, Column(index.column()));
    case StatusRole: return int(status(line));
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
    Line &line = m_lines[size_t(index.row())];
    if (index.column() == Counted) {
        m_steps.push_back({line.product, units - line.counted});
        line.counted = units;
    } else {
        line.damaged = units;
    }
    tellChanged(index.row());
    return true;
}

ReceiptLineStatus ReceiptLinesModel::status(const Line &line)
{
    const Units arrived = line.counted + line.damaged;
    if (!line.isOnPurchase)
        return ReceiptLineStatus::NotOnPurchase;
    if (arrived > line.expected)
        return ReceiptLineStatus::OverReceived;
    if (arrived == line.expected)
        return ReceiptLineStatus::Complete;
    return arrived > 0 ? ReceiptLineStatus::Partial : ReceiptLineStatus::Missing;
}

QString ReceiptLinesModel::text(const Line &line, Column column) const
{
    switch (column) {
    case Sku: return line.sku;
    case Name: return line.name;
    case Counted: return numberText(line.counted);
    case Expected: return line.isOnPurchase ? numberText(line.expected) : QString();
    case Damaged: return line.damaged > 0 ? numberText(line.damaged) : QString();
    case Progress:
        return line.isOnPurchase ? tr("%1 of %2").arg(numberText(line.counted), numberText(line.expected)) : numberText(line.counted);
    }
    Q_UNREACHABLE();
}

QVariant ReceiptLinesModel::number(const Line &line, Column column)
{
    switch (column) {
    case Counted: return line.counted;
    case Expected: return line.expected;
    case Damaged: return line.damaged;
    case Sku:
    case Name:
    case Progress: return {};
    }
    Q_UNREACHABLE();
}

void ReceiptLinesModel::tellChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    Q_EMIT countChanged(row);
}

} // namespace waitline
