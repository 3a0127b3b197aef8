#include "models/services/orderview.h"

#include "models/store/connection.h"
#include "models/store/paymentstore.h"
#include "models/store/productstore.h"
#include "models/store/purchasestore.h"
#include "models/store/queuestore.h"
#include "models/store/storeerror.h"

#include <QCoreApplication>

#include <map>

namespace waitline {

QString OrderView::status() const
{
    Units active = 0;
    Units shipped = 0;
    for (const OrderLineView &view : lines) {
        active += view.line.active();
        shipped += view.line.shipped;
    }
    if (active == 0)
        return QStringLiteral("cancelled");
    if (shipped == active)
        return QStringLiteral("shipped");
    return shipped > 0 ? QStringLiteral("part_shipped") : QStringLiteral("open");
}

OrderView readOrder(Connection &connection, OrderId id, QDate today)
{
    const auto order = OrderStore(connection).find(id);
    if (!order)
        throw Refusal{notFound("order", QCoreApplication::translate("Orders", "There is no order %1.").arg(id.value))};
    OrderView view{*order, {}, 0};
    view.hasEntries = PaymentStore(connection).hasEntries(id);
    std::map<ProductId, StoredProduct> products;
    std::map<ProductId, std::vector<Supply>> supplies;
    for (StoredOrderLine &line : OrderStore(connection).lines(id)) {
        view.total += line.active() * line.unitPrice;
        if (!products.contains(line.product)) {
            products.emplace(line.product, *ProductStore(connection).find(line.product));
            supplies.emplace(line.product, PurchaseStore(connection).supplies(line.product));
        }
        const StoredProduct &product = products.at(line.product);
        OrderLineView seen;
        Standing standing;
        if (line.waiting > 0) {
            standing = QueueStore(connection).standing(line.product, line.rank, product.stock.waitingLines, product.stock.waiting());
            seen.place = standing.place;
            seen.unitsAhead = standing.unitsAhead;
        }
        seen.coverage =
            coverage(product.stock.available(), supplies.at(line.product), standing.unitsAhead, line.waiting, today, product.terms.release);
        if (product.terms.policy == AllocationPolicy::WholeLines)
            seen.coverage = seen.coverage.whole();
        seen.nextSupply = nextSupply(supplies.at(line.product), today);
        seen.line = std::move(line);
        view.lines.push_back(std::move(seen));
    }
    return view;
}

void tellOdds(Connection &connection, OrderView &order, QDate today)
{
    Punctuality punctuality(connection, today);
    for (OrderLineView &seen : order.lines) {
        if (seen.line.waiting > 0)
            seen.odds =
                punctuality.oddsOf(seen.coverage, ProductStore(connection).find(seen.line.product)->terms.release, seen.line.promise);
    }
}

void refreshDeposit(Connection &connection, OrderId order)
{
    Money required = 0;
    for (const StoredOrderLine &line : OrderStore(connection).lines(order))
        required += line.deposit.required(line.active(), line.unitPrice);
    OrderStore(connection).setDepositRequired(order, required);
}

} // namespace waitline
