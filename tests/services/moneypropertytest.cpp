#include "models/services/cashreport.h"
#include "models/services/checkservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "tests/support/testdatabase.h"

#include <rapidcheck.h>

#include <map>

using namespace waitline;
using namespace waitline::test;

namespace {

const QString lamp = QStringLiteral("LAMP");
constexpr Money price = 700;

/// An order's money as it must be, told from what was accepted alone.
struct Purse {
    OrderId order;
    OrderLineId line;
    Units ordered = 0;
    Units cancelled = 0;
    Units shipped = 0;
    Money held = 0;
    Money consumed = 0;
    std::map<PaymentId, Money> standing; ///< entries that may be taken back

    [[nodiscard]] Money total() const { return (ordered - cancelled) * price; }
    [[nodiscard]] Money deposits() const { return std::max<Money>(0, held - shipped * price); }
    [[nodiscard]] Money refundDue() const { return std::max<Money>(0, held - total()); }
};

class Till final {
public:
    explicit Till(Connection &opened) : connection(opened)
    {
        ProductTerms terms;
        terms.sku = lamp;
        terms.name = QStringLiteral("Lamp");
        terms.price = price;
        terms.deposit = {DepositTerms::Kind::Percent, 2'000};
        must(ProductService(connection).add(terms, callerAt()));
    }

    void place(Units units)
    {
        OrderDraft draft;
        draft.customer = QStringLiteral("Ann");
        draft.lines.push_back({lamp, units, {}});
        const OrderView view = must(OrderService(connection).place(draft, callerAt()));
        purses.push_back({view.order.id, view.lines.front().line.id, units, 0, 0, 0, 0, {}});
    }
    void receive(Units units) { must(ReceivingService(connection).post({{}, {{lamp, units, 0}}, {}, {}}, callerAt())); }

    void enter(Purse &purse, Money amount, bool isRefund)
    {
        PaymentService payments(connection);
        const auto done =
            isRefund ? payments.refund(purse.order, amount, {}, callerAt()) : payments.pay(purse.order, amount, {}, callerAt());
        RC_ASSERT(done.isOk() == (!isRefund || amount <= purse.held));
        if (!done)
            return;
        purse.held += isRefund ? -amount : amount;
        purse.standing[newest()] = isRefund ? -amount : amount;
    }
    void takeBack(Purse &purse, int which)
    {
        if (purse.standing.empty())
            return;
        const auto entry = std::next(purse.standing.begin(), which % int(purse.standing.size()));
        const bool isPossible = entry->second <= purse.held;
        RC_ASSERT(PaymentService(connection).reverse(entry->first, QStringLiteral("mistyped"), callerAt()).isOk() == isPossible);
        if (!isPossible)
            return;
        purse.held -= entry->second;
        purse.standing.erase(entry);
    }
    void cancel(Purse &purse, Units units)
    {
        const bool isPossible = units <= purse.ordered - purse.cancelled - purse.shipped;
        RC_ASSERT(OrderService(connection).cancel(purse.order, purse.line, units, QStringLiteral("asked"), callerAt()).isOk() ==
                  isPossible);
        purse.cancelled += isPossible ? units : 0;
    }
    void ship(Purse &purse)
    {
        const auto shipment = ShippingService(connection).ship(purse.order, {}, callerAt());
        if (!shipment)
            return; // nothing is there for it, or its deposit is missing
        const Units units = shipment->lines.front().units;
        const Money left = std::max<Money>(0, purse.held - purse.consumed);
        purse.shipped += units;
        RC_ASSERT(shipment->value == units * price);
        RC_ASSERT(shipment->consumed >= 0 && shipment->consumed <= std::min(shipment->value, left));
        if (purse.shipped + purse.cancelled == purse.ordered) // the last one takes all that remains
            RC_ASSERT(shipment->consumed == std::min(shipment->value, left));
        purse.consumed += shipment->consumed;
    }

    void mustAgreeOrderByOrder()
    {
        for (const Purse &purse : purses) {
            const OrderView view = must(OrderService(connection).show(purse.order, callerAt()));
            RC_ASSERT(view.order.held() == purse.held);
            RC_ASSERT(view.total == purse.total());
            RC_ASSERT(view.refundDue() == purse.refundDue());
        }
    }

    Connection &connection;
    std::vector<Purse> purses;

private:
    PaymentId newest() { return PaymentId{connection.integer("SELECT MAX(id) FROM payment")}; }
};

} // namespace

/// Any order of payments, refunds, counter-entries, receipts, shipments and cancellations.
class MoneyPropertyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLiabilityIsWhatWasPaidAndNeitherGivenBackNorShipped_data() { eachDatabase(); }
    void theLiabilityIsWhatWasPaidAndNeitherGivenBackNorShipped()
    {
        TEST_DATABASE(database);
        Till till(database.connection());
        const bool holds = rc::check([&] {
            till.purses.clear();
            const Money before = must(cashReport(till.connection)).deposits;
            const int orders = *rc::gen::inRange(1, 4);
            for (int i = 0; i < orders; ++i)
                till.place(*rc::gen::inRange(1, 10));
            const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
                rc::gen::tuple(rc::gen::inRange(0, 6), rc::gen::inRange(0, orders), rc::gen::inRange(1, 6'000)));
            for (const auto &[step, order, amount] : steps) {
                Purse &purse = till.purses[size_t(order)];
                switch (step) {
                case 0: till.enter(purse, amount, false); break;
                case 1: till.enter(purse, amount, true); break;
                case 2: till.takeBack(purse, amount); break;
                case 3: till.receive(1 + amount % 6); break;
                case 4: till.ship(purse); break;
                case 5: till.cancel(purse, 1 + amount % 3); break;
                }
            }
            Money deposits = before;
            for (const Purse &purse : till.purses)
                deposits += purse.deposits();
            RC_ASSERT(must(cashReport(till.connection)).deposits == deposits);
            till.mustAgreeOrderByOrder();
        });
        QVERIFY(holds);
        QVERIFY(database.connection().integer("SELECT COUNT(*) FROM payment WHERE reverses IS NOT NULL") > 5);
        QVERIFY(database.connection().integer("SELECT COUNT(*) FROM shipment") > 5);
        QVERIFY(must(checkDatabase(database.connection())).isOk());
    }
};

QTEST_GUILESS_MAIN(MoneyPropertyTest)
#include "moneypropertytest.moc"
