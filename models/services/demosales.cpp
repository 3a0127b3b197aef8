#include "models/services/demosales.h"

#include "models/services/democustomers.h"
#include "models/services/demohistory.h"
#include "models/services/soldfromstock.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr int daysOfAWeek = 7;
constexpr int stillOpenDays = 1; // before today: what was ordered since has not left yet
constexpr int shortSinceWeeks = 9; // what is short now was sold out then
constexpr qint64 msPerDay = 86'400'000;

bool isSoldFromStock(DemoRole role, int week)
{
    switch (role) {
    case DemoRole::Steady:
    case DemoRole::Low: return true;
    case DemoRole::Short:
    case DemoRole::SoldOut:
    case DemoRole::Discontinued: return week > shortSinceWeeks;
    case DemoRole::Hit:
    case DemoRole::Edition:
    case DemoRole::Upcoming:
    case DemoRole::Fresh: return false;
    }
    Q_UNREACHABLE();
}

std::vector<qint64> cumulativeWeights(const DemoCatalogue &catalogue, int week)
{
    std::vector<qint64> weights;
    qint64 sum = 0;
    for (const DemoProduct &product : catalogue)
        weights.push_back(sum += isSoldFromStock(product.role, week) ? product.popularity : 0);
    return weights;
}

} // namespace

DemoSales::DemoSales(const DemoSize &size, const DemoDesk &desk, const DemoCatalogue &catalogue)
    : m_size(size)
    , m_desk(desk)
    , m_catalogue(catalogue)
    , m_lines(size.lines - demoWaitingLines(size) - demoServedLines(size))
    , m_weightBefore(cumulativeWeights(catalogue, size.weeks))
    , m_weightSince(cumulativeWeights(catalogue, 1))
{
    qint64 sum = 0;
    for (int week = size.weeks; week >= 1; --week)
        m_seasonUpTo.push_back(sum += demoSeason(desk.day(-stillOpenDays - daysOfAWeek * week), desk.today()));
}

qint64 DemoSales::linesOf(int week) const
{
    const size_t nth = size_t(m_size.weeks - week);
    const qint64 before = nth == 0 ? 0 : m_seasonUpTo[nth - 1];
    return m_lines * m_seasonUpTo[nth] / m_seasonUpTo.back() - m_lines * before / m_seasonUpTo.back();
}

/// The same orders each time it is asked, so that their goods can be bought before they are written.
std::vector<DemoSales::Order> DemoSales::ordersOf(int week) const
{
    Chance chance(m_size.seed, 1000 + week);
    const std::vector<qint64> &weights = week > shortSinceWeeks ? m_weightBefore : m_weightSince;
    std::vector<Order> orders;
    if (weights.empty() || weights.back() == 0)
        return orders;
    const QDate monday = m_desk.day(-stillOpenDays - daysOfAWeek * week);
    for (qint64 left = linesOf(week); left > 0;) {
        Order order;
        order.customer = size_t(chance.below(m_size.customers));
        order.placedAt = m_desk.momentOn(monday.addDays(chance.below(daysOfAWeek)), chance);
        order.shippedAt = std::min(order.placedAt + chance.between(1, 3) * msPerDay, m_desk.now());
        const qint64 count = std::min(left, chance.hasPercent(45) ? 1 : chance.between(2, 4));
        for (qint64 i = 0; i < count; ++i) {
            const auto found = std::upper_bound(weights.begin(), weights.end(), chance.below(weights.back()));
            order.lines.push_back({size_t(found - weights.begin()), chance.lineUnits()});
        }
        left -= count;
        orders.push_back(std::move(order));
    }
    std::sort(orders.begin(), orders.end(), [](const Order &a, const Order &b) { return a.placedAt < b.placedAt; });
    return orders;
}

std::vector<Units> DemoSales::unitsSold(int fromWeek, int toWeek) const
{
    std::vector<Units> units(m_catalogue.size(), 0);
    for (int week = fromWeek; week >= toWeek; --week) {
        for (const Order &order : ordersOf(week)) {
            for (const Line &line : order.lines)
                units[line.product] += line.units;
        }
    }
    return units;
}

qint64 DemoSales::writeWeek(Connection &connection, DemoDesk &desk, const DemoCustomers &customers, int week) const
{
    SoldFromStock sold(connection);
    for (const Order &order : ordersOf(week)) {
        OrderDraft draft;
        draft.customer = customers.details[order.customer].name;
        draft.channel = demoChannel(order.customer);
        sold.addOrder(customers.ids[order.customer], draft, order.placedAt, order.shippedAt);
        for (const Line &line : order.lines)
            sold.addLine(m_catalogue[line.product].id, m_catalogue[line.product].terms, line.units);
    }
    return sold.write(desk);
}

} // namespace waitline
