#include "models/services/customerview.h"

#include "models/services/unitofwork.h"

#include <QCoreApplication>

namespace waitline {

namespace {

constexpr int mostOpen = 50;
constexpr int mostShown = 30;

QString sentence(const char *text) { return QCoreApplication::translate("Customers", text); }
} // namespace

Result<CustomerView> viewCustomer(Connection &connection, CustomerId id, QDate today)
{
    return readIn(connection, [&] {
        const CustomerId current = CustomerStore(connection).survivorOf(id);
        const auto details = CustomerStore(connection).find(current);
        if (!details)
            throw Refusal{notFound("customer", sentence("There is no customer %1.").arg(id.value))};
        CustomerView view{{current, *details}, CustomerListStore(connection).figures(current), {}, {}, {}, {}, {}, {}, {}, {}};
        CustomerMergeStore merges(connection);
        view.aliases = merges.aliases(current);
        view.lastMerge = merges.lastInto(current);
        view.alike = merges.like(*details, current);
        CustomerHistoryStore history(connection);
        for (OrderId order : history.openOrders(current, mostOpen)) {
            view.open.push_back(readOrder(connection, order, today));
            tellState(connection, view.open.back(), today);
        }
        view.refunds = history.refundsDue(current);
        view.orders = orRefuse(orderRows(connection, history.latestOrders(current, mostShown), today));
        view.payments = history.latestPayments(current, mostShown);
        view.shipments = history.latestShipments(current, mostShown);
        return view;
    });
}

} // namespace waitline
