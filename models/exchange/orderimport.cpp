#include "models/exchange/orderimport.h"

#include "models/domain/foldedtext.h"
#include "models/exchange/gathering.h"
#include "models/exchange/northwind.h"
#include "models/services/orderservice.h"
#include "models/store/orderstore.h"

#include <QCoreApplication>

#include <set>

namespace waitline {

namespace {

// What an order says of itself for good: not what may become of it later.
QByteArray contentOf(const OrderRecord &record)
{
    QByteArray content = record.customerCode.toUtf8() + '\n' + record.customer.toUtf8() + '\n' + record.email.toUtf8() + '\n' +
                         QByteArray::number(record.placedAt.value_or(0));
    for (const OrderLineRecord &line : record.lines)
        content += '\n' + line.sku.toUtf8() + '\t' + QByteArray::number(line.units) + '\t' + QByteArray::number(line.price.value_or(-1));
    return content;
}

// Every row of the file that tells of the order goes to the rejects with it; the first says why.
void reject(const OrderRecord &record, const QString &why, BatchTally &tally)
{
    std::set<qint64> rows{record.row};
    for (const OrderLineRecord &line : record.lines)
        rows.insert(line.row);
    for (const qint64 row : rows)
        tally.rejections.push_back({row, {}, row == record.row ? why : rowGoesWith(record.row)});
}

// Half an order names the file that has the other half.
QString missingHalf(const OrderRecord &record)
{
    switch (record.part) {
    case OrderRecord::Part::Whole: return {};
    case OrderRecord::Part::HeaderOnly:
        return QCoreApplication::translate("Import", "The lines of order %1 are in another file: import %2 together with this one.")
            .arg(record.reference, NorthwindTables::fileNameOf(FileFormat::NorthwindOrderDetails));
    case OrderRecord::Part::LinesOnly:
        return QCoreApplication::translate("Import", "Who ordered %1 is in another file: import %2 together with this one.")
            .arg(record.reference, NorthwindTables::fileNameOf(FileFormat::NorthwindOrders));
    }
    Q_UNREACHABLE();
}

bool isCancelledWhole(const OrderRecord &record)
{
    return record.cancelledAt &&
           std::none_of(record.lines.begin(), record.lines.end(), [](const auto &line) { return line.cancelled > 0; });
}

/// Whether the file tells more of an order's lines than was taken from it or happened here since.
bool tellsOtherwise(const OrderRecord &record, const OrderStore::Referred &known)
{
    if (record.part != OrderRecord::Part::Whole)
        return false;
    const bool cancelled = isCancelledWhole(record);
    Units ordered = 0;
    Units gone = 0;
    for (const OrderLineRecord &line : record.lines) {
        ordered += line.units;
        gone += cancelled ? line.units - line.shipped : line.cancelled;
    }
    return ordered != known.ordered || gone > known.cancelled;
}

} // namespace

OrderImport::OrderImport(Connection &connection, const Caller &caller)
    : m_connection(connection)
    , m_caller(caller)
    , m_products(connection, caller)
    , m_customers(connection)
{}

void OrderImport::forget()
{
    m_products.forget();
    m_customers.forget();
}

void OrderImport::prepare(std::vector<NeutralRecord> &records)
{
    for (NeutralRecord &each : records) {
        auto &record = std::get<OrderRecord>(each);
        if (record.reference.isEmpty())
            record.reference = m_references.of(contentOf(record));
    }
}

Result<Done> OrderImport::take(const std::vector<NeutralRecord> &records, BatchTally &tally)
{
    QStringList references;
    for (const NeutralRecord &each : records)
        references += std::get<OrderRecord>(each).reference;
    const QHash<QString, OrderStore::Referred> known = OrderStore(m_connection).withReferences(references);
    QSet<QString> here;
    std::vector<OrderDraft> drafts;
    std::vector<const OrderRecord *> told;
    for (const NeutralRecord &each : records) {
        const auto &record = std::get<OrderRecord>(each);
        const auto before = known.constFind(record.reference);
        if (before != known.cend() || isOwnExport(record)) {
            ++tally.skipped;
            if (before != known.cend() && tellsOtherwise(record, *before))
                tally.differing.push_back(before->id.value);
            continue;
        }
        auto draft = draftOf(record);
        if (!draft && draft.error().kind == Error::Kind::Storage)
            return draft.error();
        if (!draft) {
            reject(record, draft.error().message, tally);
        } else if (here.contains(record.reference)) {
            reject(record, documentComesBack(record.reference), tally);
        } else {
            here.insert(record.reference);
            drafts.push_back(std::move(draft).value());
            told.push_back(&record);
        }
    }
    tally.newProducts += m_products.takeMade();
    nameCustomers(told, drafts);
    const std::vector<Result<OrderId>> placed = OrderService(m_connection).takeOver(drafts, m_caller);
    for (size_t i = 0; i < told.size(); ++i) {
        if (placed[i])
            ++tally.created;
        else
            reject(*told[i], placed[i].error().message, tally);
    }
    return Done{};
}

/// Orders without a reference are exported with one made of their number. In another database that is a reference like
/// any other; here it is the order itself, if it is of the same customer and moment.
bool OrderImport::isOwnExport(const OrderRecord &record)
{
    static const QString made = QStringLiteral("order-");
    if (!record.reference.startsWith(made))
        return false;
    const auto order = OrderStore(m_connection).find({record.reference.mid(made.size()).toLongLong()});
    return order && order->reference.isEmpty() && record.placedAt == order->placedAt &&
           folded(record.customer) == folded(order->customerName);
}

/// Finds or makes the customers of orders that will be placed.
void OrderImport::nameCustomers(const std::vector<const OrderRecord *> &told, std::vector<OrderDraft> &drafts)
{
    std::vector<CustomerDetails> customers;
    customers.reserve(told.size());
    for (const OrderRecord *record : told)
        customers.push_back({record->customer, record->customerCode, record->email, {}, record->country, {}});
    m_customers.learn(customers);
    for (size_t i = 0; i < drafts.size(); ++i)
        drafts[i].customerId = m_customers.idFor(customers[i]);
}

Result<OrderDraft> OrderImport::draftOf(const OrderRecord &record)
{
    if (const QString why = missingHalf(record); !why.isEmpty())
        return invalid("file", why);
    OrderDraft draft;
    draft.customer = record.customer;
    draft.priority = record.priority;
    draft.placedAt = record.placedAt;
    draft.campaign = record.campaign;
    draft.channel = record.channel;
    draft.shipComplete = record.shipComplete.value_or(false);
    draft.promise = record.promise;
    draft.reference = record.reference;
    draft.note = record.note;
    draft.past = OrderPast{record.paid, record.refunded, {}};
    if (record.shippedOn)
        draft.past->shippedAt = record.shippedOn->startOfDay(Qt::UTC).toMSecsSinceEpoch();
    const bool cancelled = isCancelledWhole(record);
    for (const OrderLineRecord &line : record.lines) {
        const auto product = m_products.idFor(line.sku, line.name, line.price);
        if (!product)
            return product.error();
        draft.lines.push_back({line.sku, line.units, line.price, cancelled ? line.units - line.shipped : line.cancelled, line.shipped});
    }
    if (auto valid = validate(draft); !valid)
        return valid.error();
    return draft;
}

} // namespace waitline
