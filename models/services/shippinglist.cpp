#include "models/services/shippinglist.h"

#include "models/domain/foldedtext.h"
#include "models/services/unitofwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Shipping", text); }

qint64 numberIn(const QString &text)
{
    const QString typed = text.startsWith(u'#') ? text.mid(1) : text;
    return typed.toLongLong();
}

/// "12, 14, 18".
bool isListed(OrderId order, const QString &text)
{
    const QStringList numbers = text.split(u',');
    return numbers.size() > 1 &&
           std::any_of(numbers.begin(), numbers.end(), [&](const QString &number) { return numberIn(number.trimmed()) == order.value; });
}

bool isMeant(const AllocatedOrder &order, const QString &text)
{
    return text.isEmpty() || order.order.value == numberIn(text) || isListed(order.order, text) || folded(order.customer).contains(text) ||
           folded(order.reference).contains(text);
}

/// "It asks to be shipped complete and …." from the end of a sentence.
QString wholeSentence(QString reason)
{
    reason[0] = reason[0].toUpper();
    return reason + u'.';
}

} // namespace

Result<ReadyListing> listReady(Connection &connection, const ReadyFilter &filter, QDate today)
{
    return readIn(connection, [&] {
        const ShippingTerms terms = shippingTerms(connection, today);
        const QString text = folded(filter.text);
        ReadyListing listing;
        ReadyStore(connection).walk([&](const AllocatedOrder &order) {
            const bool isAmong =
                filter.among.empty() || std::find(filter.among.begin(), filter.among.end(), order.order) != filter.among.end();
            if (!isAmong || !isMeant(order, text))
                return;
            const bool isReady = !shippingBlocker(order.shipping, terms);
            (isReady ? listing.ready : listing.blocked) += 1;
            if (!filter.state || (*filter.state == ReadyState::Ready) == isReady)
                listing.orders.emplace_back(order.order, isReady);
        });
        std::stable_sort(listing.orders.begin(), listing.orders.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        return listing;
    });
}

Result<std::vector<ReadyRow>> readyRows(Connection &connection, const std::vector<OrderId> &orders, QDate today)
{
    return readIn(connection, [&] {
        const ShippingTerms terms = shippingTerms(connection, today);
        std::vector<ReadyRow> rows;
        for (OrderId id : orders) {
            const auto order = ReadyStore(connection).find(id);
            if (!order) // it has left meanwhile
                continue;
            ReadyRow row{*order, unitsToShip(order->shipping, today), shippingBlocker(order->shipping, terms)};
            if (row.blocker)
                row.blocker = wholeSentence(*row.blocker);
            rows.push_back(row);
        }
        return rows;
    });
}

Result<std::vector<PickLine>> pickList(Connection &connection, const std::vector<OrderId> &orders, QDate today)
{
    return readIn(connection, [&] {
        const ShippingTerms terms = shippingTerms(connection, today);
        std::map<ProductId, PickLine> byProduct;
        for (OrderId id : orders) {
            const auto order = ReadyStore(connection).find(id);
            if (!order || shippingBlocker(order->shipping, terms))
                continue;
            for (const StoredOrderLine &line : OrderStore(connection).lines(id)) {
                if (line.allocated == 0)
                    continue;
                const auto product = ProductStore(connection).find(line.product);
                if (product->terms.release && *product->terms.release > today)
                    continue;
                PickLine &pick = byProduct[line.product];
                pick.location = product->terms.location;
                pick.product = line.product;
                pick.sku = line.sku;
                pick.name = line.productName;
                pick.units += line.allocated;
                pick.orders.emplace_back(id, line.allocated);
            }
        }
        if (byProduct.empty())
            throw Refusal{refused("order", sentence("None of these orders may ship now: there is nothing to pick."))};
        std::vector<PickLine> lines;
        for (auto &[product, line] : byProduct)
            lines.push_back(std::move(line));
        std::stable_sort(lines.begin(), lines.end(), [](const PickLine &a, const PickLine &b) {
            // What stands nowhere in particular comes last.
            return std::tuple(a.location.isEmpty(), a.location, a.sku) < std::tuple(b.location.isEmpty(), b.location, b.sku);
        });
        return lines;
    });
}

Result<std::vector<ShipmentId>> listShipments(Connection &connection, const QString &text)
{
    return readIn(connection, [&] { return ShipmentStore(connection).list(folded(text), numberIn(text.trimmed())); });
}

Result<std::vector<StoredShipment>> shipmentRows(Connection &connection, const std::vector<ShipmentId> &shipments)
{
    return readIn(connection, [&] {
        std::vector<StoredShipment> rows;
        for (ShipmentId id : shipments)
            rows.push_back(*ShipmentStore(connection).find(id));
        return rows;
    });
}

} // namespace waitline
