#include "models/services/search.h"

#include "models/domain/daytext.h"
#include "models/domain/foldedtext.h"
#include "models/services/customerservice.h"
#include "models/services/openpurchases.h"
#include "models/services/unitofwork.h"
#include "models/store/orderstore.h"
#include "models/store/purchasestore.h"
#include "models/store/receiptliststore.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <set>
#include <span>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Search", text); }
QString number(qint64 value) { return QLocale().toString(value); }
QString joined(const QStringList &parts) { return parts.join(QStringLiteral(" · ")); }

/// Adds hits not there yet, up to the limit.
template <typename Hit>
void add(std::vector<Hit> &hits, const std::vector<Hit> &more, int limit)
{
    for (const Hit &hit : more) {
        const bool isThere = std::any_of(hits.begin(), hits.end(), [&](const Hit &other) { return other.id == hit.id; });
        if (std::ssize(hits) < limit && !isThere)
            hits.push_back(hit);
    }
}

bool isBlank(const QString &text) { return folded(text).isEmpty(); }

std::vector<ProductHit> findProducts(Connection &connection, const QString &text, int limit)
{
    SearchStore store(connection);
    std::vector<ProductHit> hits;
    add(hits, store.productsNamed(text.trimmed()), limit);
    if (std::ssize(hits) < limit)
        add(hits, store.productsBeginning(text, limit), limit);
    if (std::ssize(hits) < limit)
        add(hits, store.productsContaining(text, limit * 2), limit);
    return hits;
}

std::vector<CustomerHit> findCustomers(Connection &connection, const QString &text, int limit)
{
    SearchStore store(connection);
    std::vector<CustomerHit> hits;
    add(hits, store.customersNamed(text.trimmed(), limit), limit);
    if (std::ssize(hits) < limit)
        add(hits, store.customersBeginning(text, limit), limit);
    if (std::ssize(hits) < limit)
        add(hits, store.customersContaining(text, limit * 2), limit);
    return hits;
}

SearchHit hitOf(const ProductHit &product)
{
    QStringList detail{product.waiting > 0 ? sentence("%1 wait").arg(number(product.waiting))
                                           : sentence("%1 available").arg(number(product.available))};
    if (product.nextSupply)
        detail += sentence("next %1").arg(dayText(*product.nextSupply));
    return {SearchHit::Kind::Product, product.id.value, joined({product.sku, product.name}), joined(detail)};
}

SearchHit hitOf(Connection &connection, const CustomerHit &customer)
{
    QStringList detail = marksOf(customer.id, customer.details);
    const auto [orders, units] = SearchStore(connection).waitingOf(customer.id);
    if (orders > 0)
        detail += sentence("%1 wait").arg(number(units));
    return {SearchHit::Kind::Customer, customer.id.value, customer.details.name, joined(detail)};
}

void addOrders(Connection &connection, const QString &text, std::vector<SearchHit> &hits)
{
    for (OrderId id : std::set{OrderId{numberAfter(QStringLiteral("SO-"), text)}, OrderStore(connection).idOfReference(text.trimmed())}) {
        const auto order = SearchStore(connection).order(id);
        if (!order)
            continue;
        QStringList title{sentence("Order %1").arg(order->id.value), order->customer};
        if (!order->reference.isEmpty())
            title += order->reference;
        const QString units = order->waiting > 0 ? sentence("%1 of %2 wait").arg(number(order->waiting), number(order->ordered))
                                                 : sentence("%1 ordered, none waits").arg(number(order->ordered));
        hits.push_back({SearchHit::Kind::Order, order->id.value, joined(title), joined({units, dayText(dayOf(order->placedAt))})});
    }
}

void addPurchases(Connection &connection, const QString &text, std::vector<SearchHit> &hits)
{
    for (PurchaseId id :
         std::set{PurchaseId{numberAfter(QStringLiteral("PO-"), text)}, PurchaseStore(connection).idOfReference(text.trimmed())}) {
        const auto purchase = SearchStore(connection).purchase(id);
        if (!purchase)
            continue;
        QStringList title{sentence("PO-%1").arg(purchase->id.value), purchase->supplier};
        if (!purchase->reference.isEmpty())
            title += purchase->reference;
        const QString units = purchase->toCome > 0 ? sentence("%1 to come").arg(number(purchase->toCome)) : sentence("nothing to come");
        hits.push_back({SearchHit::Kind::Purchase, purchase->id.value, joined(title),
                        joined({units, sentence("expected %1").arg(dayText(purchase->expected))})});
    }
}

/// Only by its whole number: a bare one is an order's or a purchase's.
void addReceipts(Connection &connection, const QString &text, std::vector<SearchHit> &hits)
{
    const QString prefix = QStringLiteral("GRN-");
    std::vector<ReceiptId> found = ReceiptStore(connection).withReference(text.trimmed());
    if (text.trimmed().startsWith(prefix, Qt::CaseInsensitive))
        found.insert(found.begin(), ReceiptId{numberAfter(prefix, text)});
    for (ReceiptId id : found) {
        const auto listed = ReceiptListStore(connection).find(id);
        if (!listed)
            continue;
        QStringList title{sentence("GRN-%1").arg(id.value)};
        for (const QString &part : {listed->supplier, listed->receipt.reference}) {
            if (!part.isEmpty())
                title += part;
        }
        const QString came = listed->receipt.isVoid ? sentence("void") : sentence("%1 received").arg(number(listed->accepted()));
        hits.push_back({SearchHit::Kind::Receipt, id.value, joined(title), joined({came, dayText(dayOf(listed->receipt.receivedAt))})});
    }
}

} // namespace

Result<std::vector<ProductHit>> searchProducts(Connection &connection, const QString &text, int limit)
{
    if (isBlank(text))
        return std::vector<ProductHit>{};
    return readIn(connection, [&] { return findProducts(connection, text, limit); });
}

Result<std::vector<ProductHit>> firstProducts(Connection &connection, int limit)
{
    return readIn(connection, [&] { return SearchStore(connection).firstProducts(limit); });
}

Result<std::vector<CustomerHit>> firstCustomers(Connection &connection, int limit)
{
    return readIn(connection, [&] { return SearchStore(connection).firstCustomers(limit); });
}

Result<std::vector<CustomerHit>> searchCustomers(Connection &connection, const QString &text, int limit)
{
    if (isBlank(text))
        return std::vector<CustomerHit>{};
    return readIn(connection, [&] { return findCustomers(connection, text, limit); });
}

Result<std::vector<SearchHit>> searchAll(Connection &connection, const QString &text, int limit)
{
    if (isBlank(text))
        return std::vector<SearchHit>{};
    return readIn(connection, [&] {
        std::vector<SearchHit> hits;
        addOrders(connection, text, hits);
        addPurchases(connection, text, hits);
        addReceipts(connection, text, hits);
        const qint64 room = std::max<qint64>(limit - std::ssize(hits), 0);
        const auto products = findProducts(connection, text, int(room));
        const auto customers = findCustomers(connection, text, int(room));
        // Half for each, and what one leaves for the other.
        const qint64 productsShown = std::min<qint64>(std::ssize(products), std::max<qint64>(room - std::ssize(customers), room / 2));
        for (const ProductHit &product : std::span(products).first(size_t(productsShown)))
            hits.push_back(hitOf(product));
        for (const CustomerHit &customer : customers) {
            if (std::ssize(hits) < limit)
                hits.push_back(hitOf(connection, customer));
        }
        return hits;
    });
}

} // namespace waitline
