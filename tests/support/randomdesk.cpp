#include "tests/support/randomdesk.h"

#include "models/services/countservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/returnservice.h"
#include "models/services/shippingservice.h"
#include "models/store/connection.h"
#include "models/store/storeerror.h"
#include "tests/support/testdatabase.h"

#include <QUuid>

namespace waitline::test {

namespace {

const QString why = QStringLiteral("because");

template <typename T>
Result<Done> done(const Result<T> &result)
{
    return result ? Result<Done>(Done{}) : Result<Done>(result.error());
}

} // namespace

void RandomDesk::open(Connection &connection)
{
    for (int i = 1; i <= products; ++i) {
        ProductTerms terms;
        terms.sku = terms.name = sku(i);
        terms.price = 100 * i;
        terms.policy = allPolicies[i - 1];
        if (i == 2)
            terms.backorderLimit = 10;
        if (i == 3)
            terms.editionSize = 200;
        if (i == 4)
            terms.customerLimit = 30;
        if (i == 5)
            terms.deposit = {DepositTerms::Kind::Percent, 2000};
        must(ProductService(connection).add(terms, callerAt()));
    }
}

Result<QString> RandomDesk::step()
{
    Caller caller = callerAt(upTo(10'000));
    caller.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    try {
        const auto outcome = perform(caller);
        return outcome ? Result<QString>(caller.uuid) : Result<QString>(outcome.error());
    } catch (const StoreError &error) {
        return error.toError(); // of a look into the tables
    }
}

qint64 RandomDesk::any(const char *table)
{
    Rows rows = m_connection.run(QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM %1").arg(QLatin1String(table)), {});
    const qint64 most = rows.next() ? rows.integer(0) : 0;
    return most == 0 ? 0 : 1 + upTo(most - 1);
}

Result<Done> RandomDesk::perform(const Caller &caller)
{
    switch (upTo(19)) {
    case 0:
    case 1:
    case 2:
    case 3: return place(caller);
    case 4:
    case 5: return receive(caller);
    case 6: return done(ReceivingService(m_connection).voidReceipt({any("receipt")}, why, caller));
    case 7: return done(CountService(m_connection).count(anySku(), upTo(15), why, caller));
    case 8: {
        PurchaseDraft draft{QStringLiteral("Supplier %1").arg(upTo(3)),
                            {{anySku(), 1 + upTo(20), {}}, {anySku(), 1 + upTo(20), {}}},
                            caller.today().addDays(1 + upTo(30)),
                            {}};
        return done(PurchaseService(m_connection).place(draft, caller));
    }
    case 9:
        return upTo(2) == 0 ? done(PurchaseService(m_connection).reopen({any("purchase_order")}, caller))
                            : done(PurchaseService(m_connection).close({any("purchase_order")}, caller));
    case 10: {
        const auto policy = allPolicies[upTo(4)];
        return done(ProductService(m_connection)
                        .change(
                            anySku(),
                            [&](ProductTerms &terms) {
                                terms.policy = policy;
                                return Result<Done>(Done{});
                            },
                            caller));
    }
    case 14: return done(ShippingService(m_connection).voidShipment({any("shipment")}, why, caller));
    case 15: return returnSome(caller, any("shipment_line"));
    case 16: return done(CountService(m_connection).writeOff(anySku(), 1 + upTo(2), why, caller));
    case 17: return done(CountService(m_connection).countAll({{sku(1), upTo(15)}, {sku(3), upTo(15)}}, why, caller));
    case 11:
    case 12:
    case 13: return changeOrder(caller, any("sales_order"));
    default: return changeLine(caller, any("order_line"));
    }
}

Result<Done> RandomDesk::place(const Caller &caller)
{
    OrderDraft draft;
    draft.customer = QStringLiteral("Customer %1").arg(upTo(20));
    draft.priority = int(upTo(2));
    draft.shipComplete = upTo(3) == 0;
    if (upTo(2) == 0)
        draft.campaign = QStringLiteral("CAMPAIGN");
    for (qint64 i = upTo(2); i >= 0; --i)
        draft.lines.push_back({anySku(), 1 + upTo(5), {}});
    return done(OrderService(m_connection).place(draft, caller));
}

Result<Done> RandomDesk::receive(const Caller &caller)
{
    ReceiptDraft draft;
    if (upTo(1) == 0)
        draft.purchase = PurchaseId{any("purchase_order")};
    for (qint64 i = upTo(1); i >= 0; --i)
        draft.lines.push_back({anySku(), 1 + upTo(12), upTo(1)});
    if (upTo(3) == 0)
        draft.policy = allPolicies[upTo(4)];
    return done(ReceivingService(m_connection).post(draft, caller));
}

Result<Done> RandomDesk::returnSome(const Caller &caller, qint64 shipmentLine)
{
    ReturnDraft draft{{}, {}, why};
    {
        // What is read half holds a snapshot, and SQLite waits for no lock then: it ends before the write begins.
        Rows rows = m_connection.run("SELECT shipment_id, order_line_id FROM shipment_line WHERE id = ?", shipmentLine);
        if (!rows.next())
            return notFound("shipment", QStringLiteral("Nothing has shipped."));
        draft.shipment = rows.id<ShipmentId>(0);
        draft.lines.push_back({rows.id<OrderLineId>(1), 1, upTo(1)});
    }
    return done(ReturnService(m_connection).take(draft, caller));
}

Result<Done> RandomDesk::changeOrder(const Caller &caller, qint64 order)
{
    switch (upTo(5)) {
    case 0: return done(OrderService(m_connection).cancel({order}, {}, {}, why, caller));
    case 1: return done(OrderService(m_connection).setPriority({order}, int(upTo(3)), why, caller));
    case 2: return done(PaymentService(m_connection).pay({order}, 1 + upTo(2000), {}, caller));
    case 3: return done(PaymentService(m_connection).refund({order}, 1 + upTo(200), {}, caller));
    default: return done(ShippingService(m_connection).ship({order}, {}, caller));
    }
}

Result<Done> RandomDesk::changeLine(const Caller &caller, qint64 id)
{
    const auto line = OrderStore(m_connection).line({id});
    if (!line)
        return notFound("line", QStringLiteral("There is no line."));
    switch (upTo(4)) {
    case 0: return done(OrderService(m_connection).amend(line->order, {id}, 1 + upTo(8), caller));
    case 1: return done(OrderService(m_connection).cancel(line->order, OrderLineId{id}, 1 + upTo(3), why, caller));
    case 2: return done(OrderService(m_connection).undoMove({id}, why, caller));
    default:
        return done(OrderService(m_connection).moveLine({id}, upTo(1) == 0 ? Side::Before : Side::After, {any("order_line")}, why, caller));
    }
}

} // namespace waitline::test
