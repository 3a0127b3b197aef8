#include "models/services/customerlist.h"

#include "models/services/unitofwork.h"
#include "models/services/waitinglist.h"
#include "models/store/customermergestore.h"

#include <algorithm>
#include <set>

namespace waitline {

namespace {

CustomerListStore::Only inStore(CustomerFilter::Only only)
{
    switch (only) {
    case CustomerFilter::Only::WithOpenOrders: return CustomerListStore::Only::WithOpenOrders;
    case CustomerFilter::Only::WithMoneyHeld: return CustomerListStore::Only::WithMoneyHeld;
    case CustomerFilter::Only::All:
    case CustomerFilter::Only::Late:
    case CustomerFilter::Only::Alike: return CustomerListStore::Only::All;
    }
    Q_UNREACHABLE();
}

/// The late list, by whose lines they are.
std::map<CustomerId, qint64> lateByCustomer(Connection &connection, QDate today)
{
    WaitingFilter late;
    late.lateOnly = true;
    const WaitingListing lines = orRefuse(listWaiting(connection, {late, WaitingSort::Product, false, today}));
    return CustomerListStore(connection).countByCustomer(lines.lines);
}

} // namespace

Result<CustomerListing> listCustomers(Connection &connection, const CustomerQuestion &question)
{
    return readIn(connection, [&] {
        const auto &[filter, sort, descending, today] = question;
        CustomerListing listing;
        listing.ids = CustomerListStore(connection).ids(filter.text, inStore(filter.only), sort, sort != CustomerSort::Late && descending);
        listing.late = lateByCustomer(connection, today);
        if (filter.only == CustomerFilter::Only::Late)
            std::erase_if(listing.ids, [&](CustomerId id) { return !listing.late.contains(id); });
        if (filter.only == CustomerFilter::Only::Alike) {
            const auto alike = CustomerMergeStore(connection).allAlike();
            const std::set<CustomerId> wanted(alike.begin(), alike.end());
            std::erase_if(listing.ids, [&](CustomerId id) { return !wanted.contains(id); });
        }
        if (sort == CustomerSort::Late) {
            const auto count = [&](CustomerId id) {
                const auto found = listing.late.find(id);
                return found == listing.late.end() ? 0 : found->second;
            };
            std::stable_sort(listing.ids.begin(), listing.ids.end(), [&, down = descending](CustomerId a, CustomerId b) {
                return down ? count(a) > count(b) : count(a) < count(b);
            });
        }
        return listing;
    });
}

Result<std::vector<CustomerRow>> customerRows(Connection &connection, const CustomerListing &listing, qint64 first, qint64 count)
{
    return readIn(connection, [&] {
        std::vector<CustomerRow> rows;
        for (qint64 at = first; at < first + count; ++at) {
            const CustomerId id = listing.ids[size_t(at)];
            const auto details = CustomerStore(connection).find(id);
            if (!details)
                continue;
            const auto late = listing.late.find(id);
            rows.push_back({id, *details, CustomerListStore(connection).figures(id), late == listing.late.end() ? 0 : late->second});
        }
        return rows;
    });
}

} // namespace waitline
