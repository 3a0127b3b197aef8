#include "models/services/buyers.h"

#include "models/services/unitofwork.h"
#include "models/store/scopeddemandstore.h"
#include "models/store/settingstore.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace waitline {

namespace {

constexpr size_t mostProducts = 400;
constexpr size_t mostAsked = 200; ///< of a category or a supplier: those in most orders; products named one by one are few

/// The products whose pairs are counted, by their number: first those asked for, then those in most orders.
struct CountedProducts {
    std::unordered_map<qint64, size_t> numbers;
    std::vector<qint64> ids; ///< by number
    size_t asked = 0; ///< of them; with none, every pair counts

    void add(qint64 product)
    {
        if (numbers.try_emplace(product, ids.size()).second)
            ids.push_back(product);
    }
    [[nodiscard]] size_t size() const { return ids.size(); }
};

CountedProducts counted(const std::unordered_map<qint64, qint64> &orders, const std::vector<ProductId> &asked)
{
    std::vector<std::pair<qint64, qint64>> most; // (−orders, product)
    for (const auto &[product, count] : orders)
        most.emplace_back(-count, product);
    std::sort(most.begin(), most.end());
    CountedProducts products;
    std::unordered_set<qint64> wanted;
    for (ProductId product : asked)
        wanted.insert(product.value);
    for (const auto &[count, product] : most) {
        if (products.size() < mostAsked && wanted.contains(product))
            products.add(product);
    }
    products.asked = products.size();
    for (const auto &[count, product] : most) {
        if (products.size() >= mostProducts)
            break;
        products.add(product);
    }
    return products;
}

/// In how many orders each two of the products are, at first number × size + second number, the first below the second.
std::vector<qint64> countPairs(const std::vector<SoldTogether> &baskets, const CountedProducts &products)
{
    std::vector<qint64> both(products.size() * products.size(), 0);
    std::vector<size_t> in;
    for (auto begin = baskets.begin(); begin != baskets.end();) {
        const auto end = std::find_if(begin, baskets.end(), [&](const SoldTogether &sold) { return sold.order != begin->order; });
        in.clear();
        for (auto sold = begin; sold != end; ++sold) {
            if (const auto found = products.numbers.find(sold->product.value); found != products.numbers.end())
                in.push_back(found->second);
        }
        std::sort(in.begin(), in.end());
        for (size_t a = 0; a < in.size() && (products.asked == 0 || in[a] < products.asked); ++a) {
            for (size_t b = a + 1; b < in.size(); ++b)
                ++both[in[a] * products.size() + in[b]];
        }
        begin = end;
    }
    return both;
}

/// The pairs that were counted, those in most orders first, without their products' names.
std::vector<ProductPair> pairsOf(const std::vector<qint64> &both, const CountedProducts &products,
                                 const std::unordered_map<qint64, qint64> &orders)
{
    std::vector<ProductPair> pairs;
    for (size_t a = 0; a < products.size(); ++a) {
        for (size_t b = a + 1; b < products.size(); ++b) {
            const qint64 count = both[a * products.size() + b];
            if (count == 0)
                continue;
            const bool isSwapped = products.asked == 0 && products.ids[b] < products.ids[a];
            const qint64 one = products.ids[isSwapped ? b : a];
            const qint64 other = products.ids[isSwapped ? a : b];
            pairs.push_back({{ProductId{one}, {}, {}}, {ProductId{other}, {}, {}}, count, orders.at(one), orders.at(other), 0});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const ProductPair &a, const ProductPair &b) {
        return std::tuple(-a.orders, a.first.product, a.second.product) < std::tuple(-b.orders, b.first.product, b.second.product);
    });
    return pairs;
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
        // All periods that are asked for; where all days are, from the first with an order on.
        const QDate begin = scope.from > QDate(1970, 1, 1) ? scope.from : fromDayNumber(first);
        const DayNumber from = toDayNumber(startOfPeriod(begin, by));
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
    return readIn(connection, [&] { return BuyerGroups{SalesStore(connection).buyers(scope, by), SettingStore(connection).currency()}; });
}

Result<std::vector<ProductPair>> boughtTogether(Connection &connection, const DemandScope &scope, int top)
{
    return readIn(connection, [&] {
        SalesStore sales(connection);
        const std::vector<SoldTogether> baskets = sales.baskets(scope);
        std::unordered_map<qint64, qint64> orders;
        qint64 all = 0;
        for (size_t at = 0; at < baskets.size(); ++at) {
            ++orders[baskets[at].product.value];
            all += at == 0 || baskets[at].order != baskets[at - 1].order;
        }
        const CountedProducts products = counted(orders, scope.isNarrow() ? sales.products(scope) : std::vector<ProductId>());
        if (scope.isNarrow() && products.asked == 0)
            return std::vector<ProductPair>();
        std::vector<ProductPair> pairs = pairsOf(countPairs(baskets, products), products, orders);
        pairs.resize(std::min(pairs.size(), size_t(top)));
        ScopedDemandStore store(connection);
        for (ProductPair &pair : pairs) {
            const auto names = store.names({pair.first.product, pair.second.product});
            pair.first = names[0];
            pair.second = names[1];
            pair.lift = double(pair.orders) * double(all) / (double(pair.ordersOfFirst) * double(pair.ordersOfSecond));
        }
        return pairs;
    });
}

} // namespace waitline
