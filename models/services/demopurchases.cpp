#include "models/services/demopurchases.h"

#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/unitofwork.h"

#include <algorithm>
#include <map>

namespace waitline {

namespace {
constexpr size_t linesOfAPurchase = 25;
constexpr qint64 supplierSpread = 4; ///< days by which suppliers' days differ
} // namespace

Units DemoPurchases::waitingFor(size_t product) const { return ProductStore(m_connection).find(m_catalogue[product].id)->stock.waiting(); }

/// One purchase for each supplier, or several where it would be long.
std::vector<DemoPurchases::Bought> DemoPurchases::buy(const std::vector<Wish> &wishes, const PlacedOn &placedOn, QDate expected)
{
    std::map<QString, std::vector<Wish>> bySupplier;
    for (const Wish &wish : wishes)
        bySupplier[m_catalogue[wish.product].terms.supplier].push_back(wish);
    std::vector<Bought> bought;
    for (const auto &[supplier, all] : bySupplier) {
        for (size_t first = 0; first < all.size(); first += linesOfAPurchase) {
            const QDate placed = placedOn(supplier);
            PurchaseDraft draft;
            draft.supplier = supplier;
            draft.expected = std::max(placed, expected.addDays(m_chance.between(-supplierSpread, supplierSpread)));
            draft.reference = QStringLiteral("PO-%1").arg(1000 + ++m_purchases);
            const std::vector<Wish> part(all.begin() + qptrdiff(first),
                                         all.begin() + qptrdiff(std::min(all.size(), first + linesOfAPurchase)));
            for (const Wish &wish : part)
                draft.lines.push_back({m_catalogue[wish.product].terms.sku, wish.units, {}});
            const Caller caller = m_desk.caller(m_desk.momentOn(placed, m_chance));
            bought.push_back({orRefuse(PurchaseService(m_connection).place(draft, caller)).id, part});
        }
    }
    return bought;
}

/// What comes on a day was bought as many days before as its supplier takes: each has days of its own, and keeps to them
/// more or less.
DemoPurchases::PlacedOn DemoPurchases::placedFor(QDate day) const
{
    return [this, day](const QString &supplier) {
        constexpr qint64 fewestDays = 12;
        constexpr qint64 usualDays = 13; // more, at most
        constexpr qint64 earliest = -4;
        qint64 ownNumber = 0;
        for (const QChar letter : supplier)
            ownNumber = ownNumber * 31 % 9973 + letter.unicode();
        const qint64 spread = 3 + ownNumber % 7;
        const qint64 late = (m_purchases * 7 + ownNumber) % spread;
        return day.addDays(-(fewestDays + ownNumber % usualDays + earliest + late));
    };
}

void DemoPurchases::deliver(const std::vector<Units> &units, QDate day)
{
    std::vector<Wish> wishes;
    for (size_t product = 0; product < units.size(); ++product) {
        if (units[product] > 0)
            wishes.push_back({product, units[product]});
    }
    for (const Bought &bought : buy(wishes, placedFor(day), day)) {
        ReceiptDraft receipt;
        receipt.purchase = bought.purchase;
        receipt.reference = QStringLiteral("DN %1").arg(m_chance.between(100'000, 999'999));
        for (const Wish &wish : bought.wishes)
            receipt.lines.push_back({m_catalogue[wish.product].terms.sku, wish.units, m_chance.isOneIn(15) ? 1 : 0});
        orRefuse(ReceivingService(m_connection).post(receipt, m_desk.caller(m_desk.momentOn(day, m_chance))));
    }
}

void DemoPurchases::deliverPart(QDate day)
{
    std::vector<Wish> wishes;
    for (size_t product = 0; product < m_catalogue.size(); ++product) {
        const DemoRole role = m_catalogue[product].role;
        if (role != DemoRole::Short && role != DemoRole::Fresh)
            continue;
        if (const Units waiting = waitingFor(product); waiting > 0)
            wishes.push_back({product, waiting * (role == DemoRole::Fresh ? 90 : 60) / 100 + 1});
    }
    for (const Bought &bought : buy(wishes, placedFor(day), day.addDays(-2))) {
        ReceiptDraft receipt;
        receipt.purchase = bought.purchase;
        receipt.reference = QStringLiteral("DN %1, first part").arg(m_chance.between(100'000, 999'999));
        for (const Wish &wish : bought.wishes)
            receipt.lines.push_back({m_catalogue[wish.product].terms.sku, (wish.units + 1) / 2, 0});
        const Instant at = m_desk.momentOn(day, m_chance);
        orRefuse(ReceivingService(m_connection).post(receipt, m_desk.caller(at)));
        if (m_chance.hasPercent(70))
            orRefuse(PurchaseService(m_connection).expect(bought.purchase, day.addDays(m_chance.between(14, 30)), m_desk.caller(at)));
    }
}

void DemoPurchases::orderMore()
{
    std::vector<Wish> first;
    std::vector<Wish> soon;
    std::vector<Wish> later;
    for (size_t product = 0; product < m_catalogue.size(); ++product) {
        const DemoProduct &wanted = m_catalogue[product];
        switch (wanted.role) {
        case DemoRole::Hit:
            first.push_back({product, waitingFor(product) * 60 / 100 + 1});
            later.push_back({product, waitingFor(product) * 15 / 100 + 1});
            break;
        case DemoRole::Edition:
        case DemoRole::Upcoming: first.push_back({product, waitingFor(product) + wanted.terms.pack * 6}); break;
        case DemoRole::Fresh:
        case DemoRole::Short:
            if (m_chance.hasPercent(60))
                soon.push_back({product, waitingFor(product) * 40 / 100 + wanted.terms.pack});
            break;
        case DemoRole::Low: soon.push_back({product, wanted.terms.pack * 4}); break;
        case DemoRole::Steady:
            if (m_chance.isOneIn(6))
                later.push_back({product, wanted.terms.pack * 5});
            break;
        case DemoRole::SoldOut:
        case DemoRole::Discontinued: break;
        }
    }
    const auto on = [this](int day) { return [placed = m_desk.day(day)](const QString &) { return placed; }; };
    buy(first, on(-28), m_desk.day(12));
    buy(soon, on(-9), m_desk.day(16));
    buy(later, on(-5), m_desk.day(40));
}

} // namespace waitline
