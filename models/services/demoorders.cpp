#include "models/services/demoorders.h"

#include "models/services/democampaigns.h"
#include "models/services/democustomers.h"
#include "models/services/demopurchases.h"
#include "models/services/orderservice.h"
#include "models/services/shippingservice.h"
#include "models/services/unitofwork.h"
#include "models/store/paymentstore.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr int backorderDays = 56;
constexpr int partArrives = 12; // days ago
constexpr int shippingDays[] = {10, 6, 2};
constexpr int weekdayShare[] = {14, 12, 12, 13, 17, 22, 19}; // people order at the weekend
constexpr int priorities[] = {5, 5, 10, -5};

/// Where a day's share of the lines ends, of all the `days`.
qint64 shareUpTo(QDate start, int day, int days)
{
    qint64 sum = 0;
    for (int i = 0; i < day; ++i)
        sum += weekdayShare[start.addDays(i).dayOfWeek() - 1] * (days + i);
    return sum;
}

bool isCollectedEarly(DemoRole role) { return role == DemoRole::Hit || role == DemoRole::Edition || role == DemoRole::Upcoming; }

bool isLimited(const DemoProduct &product) { return product.terms.customerLimit.has_value(); }

/// As long as the campaign runs.
void joinCampaign(OrderDraft &draft, const DemoCampaign &campaign, int daysAgo)
{
    if (!campaign.covers(daysAgo))
        return;
    draft.campaign = QString::fromLatin1(campaign.code);
    if (draft.campaign == QLatin1String(demoConvention.code))
        draft.channel = QStringLiteral("Stand");
}

} // namespace

DemoOrders::DemoOrders(Connection &connection, DemoDesk &desk, const DemoCatalogue &catalogue, const DemoCustomers &customers,
                       const DemoSize &size)
    : m_connection(connection)
    , m_desk(desk)
    , m_catalogue(catalogue)
    , m_customers(customers)
    , m_size(size)
    , m_chance(size.seed, 5)
{
    std::vector<size_t> steady;
    for (size_t product = 0; product < catalogue.size(); ++product) {
        Deck &deck = isCollectedEarly(catalogue[product].role) ? m_preorders : m_backorders;
        deck.insert(deck.end(), size_t(catalogue[product].linesToCome), product);
        m_productOfSku[catalogue[product].terms.sku] = product;
        if (catalogue[product].role == DemoRole::Steady)
            steady.push_back(product);
    }
    for (qint64 line = 0; !steady.empty() && line < demoServedLines(size); ++line)
        m_backorders.push_back(steady[size_t(line) % steady.size()]);
    m_chance.shuffle(m_preorders);
    m_chance.shuffle(m_backorders);
}

/// Adds a day's part of a deck that is dealt out over the last `days`.
void DemoOrders::drawFrom(const Deck &deck, int daysAgo, int ofDays, std::vector<size_t> &lines) const
{
    const int day = ofDays - 1 - daysAgo;
    if (day < 0)
        return;
    const QDate start = m_desk.day(1 - ofDays);
    const qint64 whole = shareUpTo(start, ofDays, ofDays);
    const size_t from = deck.size() * size_t(shareUpTo(start, day, ofDays)) / size_t(whole);
    const size_t to = deck.size() * size_t(shareUpTo(start, day + 1, ofDays)) / size_t(whole);
    lines.insert(lines.end(), deck.begin() + qptrdiff(from), deck.begin() + qptrdiff(to));
}

qint64 DemoOrders::placeDay(int daysAgo, DemoPurchases &purchases)
{
    const QDate date = m_desk.day(-daysAgo);
    std::vector<size_t> lines;
    drawFrom(m_preorders, daysAgo, days, lines);
    drawFrom(m_backorders, daysAgo, backorderDays, lines);
    m_chance.shuffle(lines);
    placeLines(date, lines);
    if (daysAgo == partArrives)
        purchases.deliverPart(date);
    if (std::find(std::begin(shippingDays), std::end(shippingDays), daysAgo) != std::end(shippingDays))
        shipSome(date);
    return qint64(lines.size());
}

void DemoOrders::placeLines(QDate day, const std::vector<size_t> &lines)
{
    std::vector<OrderDraft> drafts;
    for (std::span<const size_t> left = lines; !left.empty();) {
        OrderDraft draft = nextOrder(day, left);
        if (!draft.lines.empty())
            drafts.push_back(std::move(draft));
    }
    std::stable_sort(drafts.begin(), drafts.end(), [](const auto &a, const auto &b) { return *a.placedAt < *b.placedAt; });
    const size_t atOnce = size_t(std::clamp<qint64>(m_size.lines / 20'000, 1, 500));
    for (size_t first = 0; first < drafts.size(); first += atOnce) {
        const size_t last = std::min(drafts.size(), first + atOnce);
        placeBatch({drafts.begin() + qptrdiff(first), drafts.begin() + qptrdiff(last)});
    }
}

/// An order for the next of the lines, by somebody who may have them.
OrderDraft DemoOrders::nextOrder(QDate day, std::span<const size_t> &lines)
{
    std::vector<size_t> products;
    for (qint64 left = m_chance.hasPercent(75) ? 1 : m_chance.between(2, 3); left > 0 && !lines.empty(); --left) {
        const size_t product = lines.front();
        lines = lines.subspan(1);
        if (std::find(products.begin(), products.end(), product) == products.end() || !isLimited(m_catalogue[product]))
            products.push_back(product);
    }
    const size_t buyer = buyerOf(products);
    OrderDraft draft;
    draft.customer = m_customers.details[buyer].name;
    draft.placedAt = m_desk.momentOn(day, m_chance);
    for (size_t product : products) {
        const bool limited = isLimited(m_catalogue[product]);
        if (limited && !m_limited.insert({product, buyer}).second)
            continue;
        draft.lines.push_back({m_catalogue[product].terms.sku, limited ? 1 : m_chance.lineUnits(), {}});
    }
    const DemoProduct &main = m_catalogue[products.front()];
    const int daysAgo = int(day.daysTo(m_desk.today()));
    if (m_chance.hasPercent(65))
        draft.promise = main.terms.release && main.role != DemoRole::Fresh ? *main.terms.release
                                                                           : day.addDays(main.terms.leadDays + m_chance.between(5, 25));
    draft.channel = demoChannel(buyer);
    if (main.role == DemoRole::Hit && m_chance.hasPercent(40))
        joinCampaign(draft, demoAnnouncement.covers(daysAgo) ? demoAnnouncement : demoConvention, daysAgo);
    else if (m_chance.hasPercent(30))
        joinCampaign(draft, demoNewsletter, daysAgo);
    if (m_chance.hasPercent(4))
        draft.priority = m_chance.pick(priorities);
    draft.shipComplete = m_chance.hasPercent(6);
    if (m_chance.hasPercent(3))
        draft.note = QStringLiteral("Please wrap as a gift.");
    return draft;
}

/// Anybody; for limited products somebody who has none of them yet, as far as there is one.
size_t DemoOrders::buyerOf(const std::vector<size_t> &products)
{
    const size_t customers = m_customers.ids.size();
    const size_t first = size_t(m_chance.below(qint64(customers)));
    for (size_t i = 0; i < customers; ++i) {
        const size_t buyer = (first + i) % customers;
        if (std::none_of(products.begin(), products.end(), [&](size_t product) { return m_limited.contains({product, buyer}); }))
            return buyer;
    }
    return first;
}

void DemoOrders::placeBatch(const std::vector<OrderDraft> &drafts)
{
    const Instant at = *drafts.back().placedAt;
    const std::vector<OrderId> orders = orRefuse(OrderService(m_connection).placeAll(drafts, m_desk.caller(at)));
    m_orders.insert(m_orders.end(), orders.begin(), orders.end());
    pay(drafts, orders, at);
}

/// Most pay their deposit, some pay all, some leave it open.
void DemoOrders::pay(const std::vector<OrderDraft> &drafts, const std::vector<OrderId> &orders, Instant at)
{
    std::vector<NewPayment> payments;
    for (size_t i = 0; i < drafts.size(); ++i) {
        Money deposit = 0;
        Money total = 0;
        for (const OrderLineDraft &line : drafts[i].lines) {
            const ProductTerms &terms = m_catalogue[m_productOfSku.at(line.sku)].terms;
            deposit += terms.deposit.required(line.units, terms.price);
            total += line.units * terms.price;
        }
        const qint64 mood = m_chance.below(100);
        const Money paid = deposit > 0 ? (mood < 74 ? deposit : mood < 86 ? total : 0) : (mood < 35 ? total : 0);
        if (paid > 0)
            payments.push_back({orders[i], paid, mood % 2 == 0 ? QStringLiteral("card") : QStringLiteral("transfer")});
    }
    if (payments.empty())
        return;
    PaymentStore(m_connection).insertAll(OperationStore(m_connection).insert(m_desk.caller(at).stamp("pay")), payments);
}

void DemoOrders::shipSome(QDate day)
{
    qint64 left = std::max<qint64>(30, m_size.lines / 300);
    for (OrderId order : OrderStore(m_connection).withAllocatedUnits()) {
        if (left == 0)
            return;
        if (!m_chance.hasPercent(70))
            continue;
        const auto shipped = ShippingService(m_connection).ship(order, {}, m_desk.caller(m_desk.momentOn(day, m_chance)));
        // What must wait for the rest, its deposit or its release stays; that is part of the picture.
        if (!shipped && shipped.error().kind != Error::Kind::Refused)
            throw Refusal{shipped.error()};
        --left;
    }
}

} // namespace waitline
