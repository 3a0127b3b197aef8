#include "models/services/buyers.h"

#include "models/services/unitofwork.h"
#include "models/store/scopeddemandstore.h"
#include "models/store/settingstore.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace waitline {

namespace {

constexpr size_t mostProducts = 400;

/// Orders as lists of products, each product once.
struct Baskets {
    std::vector<qint64> products; ///< ids
    std::vector<size_t> ends; ///< of each order among them

    void read(Connection &connection, const DemandScope &scope)
    {
        qint64 current = 0;
        size_t begin = 0;
        const auto close = [&] {
            std::sort(products.begin() + std::ptrdiff_t(begin), products.end());
            products.erase(std::unique(products.begin() + std::ptrdiff_t(begin), products.end()), products.end());
            if (products.size() > begin)
                ends.push_back(products.size());
            begin = products.size();
        };
        SalesStore(connection).baskets(scope, [&](qint64 order, ProductId product) {
            if (std::exchange(current, order) != order)
                close();
            products.push_back(product.value);
        });
        close();
    }
};

/// The products whose pairs are counted, by their number: those in most orders, and those asked for.
std::unordered_map<qint64, size_t> counted(const std::unordered_map<qint64, qint64> &orders, const std::vector<ProductId> &asked)
{
    std::vector<std::pair<qint64, qint64>> most; // (−orders, product)
    for (const auto &[product, count] : orders)
        most.emplace_back(-count, product);
    std::sort(most.begin(), most.end());
    std::unordered_map<qint64, size_t> number;
    for (ProductId product : asked)
        number.try_emplace(product.value, number.size());
    for (const auto &[count, product] : most) {
        if (number.size() >= mostProducts)
            break;
        number.try_emplace(product, number.size());
    }
    return number;
}

} // namespace

Result<std::vector<BuyersPeriod>> buyersOverTime(Connection &connection, const DemandScope &scope, Period by)
{
    return readIn(connection, [&] {
        const std::vector<BuyerDay> days = SalesStore(connection).buyerDays(scope);
        std::vector<BuyersPeriod> periods;
        if (days.empty())
            return periods;
        DayNumber first = days.front().day;
        for (const BuyerDay &day : days)
            first = std::min(first, day.day);
        const DayNumber from = toDayNumber(startOfPeriod(std::max(scope.from, fromDayNumber(first)), by));
        std::vector<size_t> placeOfDay; // from `from` on
        for (QDate start = fromDayNumber(from); start <= scope.to; start = nextPeriod(start, by)) {
            placeOfDay.insert(placeOfDay.end(), size_t(start.daysTo(nextPeriod(start, by))), periods.size());
            periods.push_back({start, 0, 0});
        }
        const DayNumber asked = std::max(from, toDayNumber(scope.from)); // the first period may begin before what is asked for
        CustomerId customer;
        size_t last = periods.size(); // the period it was counted in last: none yet
        for (const BuyerDay &day : days) {
            const bool isNew = std::exchange(customer, day.customer) != day.customer;
            if (isNew)
                last = periods.size();
            if (day.day < asked)
                continue;
            const size_t place = placeOfDay[size_t(day.day - from)];
            if (last == place)
                continue;
            last = place;
            ++(isNew ? periods[place].newCustomers : periods[place].returning);
        }
        return periods;
    });
}

Result<BuyerGroups> buyerGroups(Connection &connection, const DemandScope &scope, BuyersBy by)
{
    return readIn(connection, [&] {
        return BuyerGroups{SalesStore(connection).buyers(scope, by), SettingStore(connection).currency()};
    });
}

Result<std::vector<ProductPair>> boughtTogether(Connection &connection, const DemandScope &scope, int top)
{
    return readIn(connection, [&] {
        Baskets baskets;
        baskets.read(connection, scope);
        std::unordered_map<qint64, qint64> orders;
        for (qint64 product : baskets.products)
            ++orders[product];
        const auto number = counted(orders, scope.products);
        std::vector<qint64> idOf(number.size());
        for (const auto &[product, at] : number)
            idOf[at] = product;
        const size_t asked = scope.products.size(); // they have the first numbers
        std::vector<qint64> both(number.size() * number.size(), 0);
        std::vector<size_t> in;
        for (size_t order = 0, begin = 0; order < baskets.ends.size(); begin = baskets.ends[order++]) {
            in.clear();
            for (size_t at = begin; at < baskets.ends[order]; ++at) {
                if (const auto found = number.find(baskets.products[at]); found != number.end())
                    in.push_back(found->second);
            }
            std::sort(in.begin(), in.end());
            for (size_t a = 0; a < in.size() && (asked == 0 || in[a] < asked); ++a) {
                for (size_t b = a + 1; b < in.size(); ++b)
                    ++both[in[a] * number.size() + in[b]];
            }
        }
        std::vector<ProductPair> pairs;
        for (size_t a = 0; a < number.size(); ++a) {
            for (size_t b = a + 1; b < number.size(); ++b) {
                if (const qint64 count = both[a * number.size() + b]; count > 0) {
                    const bool isSwapped = asked == 0 && idOf[b] < idOf[a];
                    const qint64 one = idOf[isSwapped ? b : a];
                    const qint64 other = idOf[isSwapped ? a : b];
                    pairs.push_back({{ProductId{one}, {}, {}}, {ProductId{other}, {}, {}}, count, orders[one], orders[other], 0});
                }
            }
        }
        std::sort(pairs.begin(), pairs.end(), [](const ProductPair &a, const ProductPair &b) {
            return std::tuple(-a.orders, a.first.product, a.second.product) < std::tuple(-b.orders, b.first.product, b.second.product);
        });
        pairs.resize(std::min(pairs.size(), size_t(top)));
        ScopedDemandStore store(connection);
        for (ProductPair &pair : pairs) {
            const auto names = store.names({pair.first.product, pair.second.product});
            pair.first = names[0];
            pair.second = names[1];
            pair.lift = double(pair.orders) * double(baskets.ends.size()) / (double(pair.ordersOfFirst) * double(pair.ordersOfSecond));
        }
        return pairs;
    });
}

} // namespace waitline
