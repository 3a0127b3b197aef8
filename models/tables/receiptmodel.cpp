#include "models/tables/receiptmodel.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("ReceiptModel", text); }
} // namespace

class ReceiptModel::Receipts final : public WindowedModel::Listing {
public:
    explicit Receipts(std::vector<ReceiptId> found) : receipts(std::move(found)) {}

    qint64 rows() const override { return std::ssize(receipts); }
    qint64 idAt(qint64 row) const override { return receipts[size_t(row)].value; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = receiptRows(connection, {receipts.begin() + first, receipts.begin() + first + count});
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<ListedReceipt>>(std::move(read).value()));
    }

    const std::vector<ReceiptId> receipts;
};

ReceiptModel::ReceiptModel(Session &session, QObject *parent)
    : WindowedModel(session,
                    {{sentence("Receipt"), sentence("The receipt's number."), false},
                     {sentence("State"), sentence("Whether it stands or was taken back."), false},
                     {sentence("Received"), sentence("When it was posted."), true},
                     {sentence("Purchase"), sentence("The purchase the goods are of; none for goods nobody had ordered."), false},
                     {sentence("Supplier"), sentence("Who they came from."), false},
                     {sentence("Units"), sentence("Units taken into stock."), true},
                     {sentence("Damaged"), sentence("Units that came and were not taken into stock."), true},
                     {sentence("Note no."), sentence("The number of the supplier's delivery note."), false},
                     {sentence("By"), sentence("Who posted it."), false}},
                    parent)
{}

void ReceiptModel::setFilter(const ReceiptFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    questionChanged();
}

const ListedReceipt *ReceiptModel::receipt(int row) const { return row < 0 ? nullptr : rowAt<ListedReceipt>(row); }

int ReceiptModel::rowOf(ReceiptId receipt) const
{
    const auto *listed = static_cast<const Receipts *>(listing());
    if (!listed)
        return -1;
    const auto found = std::find(listed->receipts.begin(), listed->receipts.end(), receipt);
    return found == listed->receipts.end() ? -1 : int(found - listed->receipts.begin());
}

WindowedModel::Opening ReceiptModel::opening() const
{
    return [filter = m_filter](Connection &connection) -> Result<ListingPointer> {
        auto receipts = listReceipts(connection, filter);
        if (!receipts)
            return receipts.error();
        return ListingPointer(std::make_shared<Receipts>(std::move(receipts).value()));
    };
}

bool ReceiptModel::concerns(const ChangeSet &changes) const
{
    return changes.everything || !changes.purchases.empty() || !changes.products.empty();
}

QVariant ReceiptModel::cell(int row, int column, int role) const
{
    const ListedReceipt *found = receipt(row);
    if (!found)
        return {};
    const StoredReceipt &receipt = found->receipt;
    switch (role) {
    case IdRole: return receipt.id.value;
    case StatusRole: return int(receipt.isVoid);
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case Receipt: return sentence("GRN-%1").arg(receipt.id.value);
    case Received: return instantText(receipt.receivedAt);
    case Purchase: return receipt.purchase.isValid() ? sentence("PO-%1").arg(receipt.purchase.value) : QString();
    case Supplier: return found->supplier;
    case Units_: return numberText(found->accepted());
    case Damaged: return found->damaged() > 0 ? numberText(found->damaged()) : QString();
    case Note: return receipt.reference;
    case Actor: return found->actor;
    case State: return receipt.isVoid ? sentence("Voided") : sentence("Posted");
    }
    Q_UNREACHABLE();
}

ReceivedLinesModel::ReceivedLinesModel(QObject *parent)
    : RowsModel({{sentence("SKU"), sentence("The product's SKU."), false},
                 {sentence("Product"), sentence("The product's name."), false},
                 {sentence("Accepted"), sentence("Units taken into stock."), true},
                 {sentence("Damaged"), sentence("Units that came and were not taken into stock."), true}},
                parent)
{}

QVariant ReceivedLinesModel::cell(const StoredReceiptLine &line, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case Sku: return line.sku;
    case Name: return line.productName;
    case Accepted: return numberText(line.accepted);
    case Damaged: return numberText(line.damaged);
    }
    Q_UNREACHABLE();
}

} // namespace waitline
