#include "models/services/countservice.h"
#include "models/services/demoorders.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/unitofwork.h"
#include "models/store/demandstore.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr const char *cancelReasons[] = {"Found it elsewhere.", "Ordered twice by mistake.", "Delivery takes too long.",
                                         "Changed their mind."};
constexpr int recentDays = 5;

/// What waits whole can have been cancelled on any day since it was placed; where units were given out, that was lately.
QDate firstDayToCancel(const StoredOrder &order, const std::vector<StoredOrderLine> &lines, QDate lately)
{
    const bool waitsWhole =
        std::all_of(lines.begin(), lines.end(), [](const StoredOrderLine &line) { return line.waiting == line.ordered; });
    return waitsWhole ? std::min(dayOf(order.placedAt).addDays(1), lately) : lately;
}

} // namespace

void DemoOrders::changeSome()
{
    cancelSome();
    moveOne();
    countSome();
    refuseSome();
}

void DemoOrders::cancelSome()
{
    const size_t every = std::max<size_t>(20, m_orders.size() / 2000);
    for (size_t i = every / 2; i < m_orders.size(); i += every) {
        const std::vector<StoredOrderLine> lines = OrderStore(m_connection).lines(m_orders[i]);
        if (std::none_of(lines.begin(), lines.end(), [](const StoredOrderLine &line) { return line.waiting > 0; }))
            continue;
        const QDate lately = m_desk.day(1 - recentDays);
        const QDate first = firstDayToCancel(*OrderStore(m_connection).find(m_orders[i]), lines, lately);
        const Instant at = m_desk.momentOn(first.addDays(m_chance.below(first.daysTo(m_desk.day(0)) + 1)), m_chance);
        const OrderView view = orRefuse(
            OrderService(m_connection).cancel(m_orders[i], {}, {}, QString::fromLatin1(m_chance.pick(cancelReasons)), m_desk.caller(at)));
        if (view.refundDue() > 0 && m_chance.hasPercent(70))
            orRefuse(PaymentService(m_connection).refund(m_orders[i], view.refundDue(), QStringLiteral("transfer"), m_desk.caller(at)));
    }
}

/// A regular customer of the shop is put ahead, with the reason said.
void DemoOrders::moveOne()
{
    constexpr size_t from = 6;
    constexpr size_t to = 2;
    const std::vector<QueueLine> head = QueueStore(m_connection).head(m_catalogue.front().id, from + 1, false);
    if (head.size() <= from)
        return;
    orRefuse(OrderService(m_connection)
                 .moveLine(head[from].line, Side::Before, head[to].line, QStringLiteral("Promised at the convention by Mireille."),
                           m_desk.caller(m_desk.momentOn(m_desk.day(-1), m_chance))));
}

void DemoOrders::countSome()
{
    qint64 left = 3;
    for (const DemoProduct &product : m_catalogue) {
        if (left == 0)
            return;
        if (product.role != DemoRole::Steady)
            continue;
        const Units onHand = ProductStore(m_connection).find(product.id)->stock.onHand;
        if (onHand < 2)
            continue;
        orRefuse(CountService(m_connection)
                     .count(product.terms.sku, onHand + (left % 2 == 0 ? 1 : -1), QStringLiteral("Quarterly count."),
                            m_desk.caller(m_desk.momentOn(m_desk.day(-3), m_chance))));
        --left;
    }
}

/// Those who were told that nothing is left.
void DemoOrders::refuseSome()
{
    for (const DemoProduct &product : m_catalogue) {
        if (product.role != DemoRole::SoldOut && product.role != DemoRole::Edition)
            continue;
        for (qint64 left = m_chance.below(3); left > 0; --left) {
            const QDate day = m_desk.day(-m_chance.below(40));
            const Caller caller = m_desk.caller(m_desk.momentOn(day, m_chance));
            const OperationId operation =
                OperationStore(m_connection).insert(caller.stamp("refuse", QStringLiteral("%1 could not be sold.").arg(product.terms.sku)));
            const QString &customer = m_customers.details[size_t(m_chance.below(m_size.customers))].name;
            DemandStore(m_connection).recordRefused(operation, product.id, customer, day, m_chance.lineUnits());
        }
    }
}

} // namespace waitline
