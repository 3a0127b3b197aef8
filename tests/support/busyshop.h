#pragma once

#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "tests/support/testdatabase.h"

#include <random>

namespace waitline::test {

inline constexpr int busyProducts = 9;

[[nodiscard]] inline QString busySku(int number) { return QStringLiteral("SKU-%1").arg(number); }

inline void addBusyProduct(Connection &connection, int number)
{
    ProductTerms terms;
    terms.sku = busySku(number);
    terms.name = QStringLiteral("%1 number %2").arg(number % 2 ? QStringLiteral("Lámp") : QStringLiteral("Chair")).arg(9 - number);
    terms.price = 100 * (number + 1);
    terms.barcodes = {QStringLiteral("40000%1").arg(number)};
    if (number % 3 == 0) // pre-orders until later in March
        terms.release = callerAt().today().addDays(2 + number);
    must(ProductService(connection).add(terms, callerAt()));
}

inline void placeBusyOrder(Connection &connection, int number, std::mt19937 &random)
{
    const auto below = [&](int end) { return int(random() % unsigned(end)); };
    OrderDraft draft;
    draft.customer = QStringLiteral("Customer %1 %2").arg(QStringLiteral("Åke Berit Cecil Dora").split(u' ')[below(4)]).arg(below(10));
    draft.reference = QStringLiteral("WEB-%1").arg(number);
    draft.priority = below(5) == 0 ? below(5) - 2 : 0;
    if (below(2))
        draft.promise = callerAt().today().addDays(below(60));
    for (int line = 0; line <= below(3); ++line)
        draft.lines.push_back({busySku(below(busyProducts)), 1 + below(9), {}});
    const OrderView order = must(OrderService(connection).place(draft, callerAt(number)));
    if (below(3) == 0)
        must(PaymentService(connection).pay(order.order.id, 100 + below(5000), {}, callerAt(number)));
}

/// A shop of nine products in which some hundred lines wait: pre-orders and backorders, some promised, some moved,
/// some covered by three purchases, one of which is overdue. The same each time.
inline void fillBusyShop(Connection &connection)
{
    std::mt19937 random(20260302);
    for (int number = 0; number < busyProducts; ++number)
        addBusyProduct(connection, number);
    for (int number = 0; number < 120; ++number)
        placeBusyOrder(connection, number, random);
    const QDate today = callerAt().today();
    for (auto [day, reference] : {std::pair(-3, "LOT-A"), std::pair(5, "LOT-B"), std::pair(40, "LOT-C")}) {
        PurchaseDraft draft{QStringLiteral("Maker"), {}, today.addDays(day), QString::fromLatin1(reference)};
        for (int number = 0; number < busyProducts; number += 2)
            draft.lines.push_back({busySku(number), 12, {}});
        must(PurchaseService(connection).place(draft, callerAt(200)));
    }
    // A product released since some ordered it: pre-orders and backorders in one line.
    must(ProductService(connection)
             .change(
                 busySku(6),
                 [](ProductTerms &terms) {
                     terms.release = callerAt().today().addDays(-1);
                     return Result<Done>(Done{});
                 },
                 callerAt(210)));
    for (int number = 120; number < 135; ++number)
        placeBusyOrder(connection, number, random);
    must(ReceivingService(connection).post({{}, {{busySku(1), 20, 0}}, {}, {}}, callerAt(300)));
}

} // namespace waitline::test
