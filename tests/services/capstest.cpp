#include "models/services/checkservice.h"
#include "models/services/orderediting.h"
#include "models/services/orderservice.h"
#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "tests/support/testdatabase.h"

#include <rapidcheck.h>

#include <map>

using namespace waitline;
using namespace waitline::test;

namespace {

const std::vector<QString> skus{QStringLiteral("LAMP"), QStringLiteral("CHAIR")};
const std::vector<QString> customers{QStringLiteral("Ann"), QStringLiteral("Bob"), QStringLiteral("Cid")};

/// A product's caps as they were drawn, and what was sold and is there by the plain reading of the rule.
struct Counted {
    std::optional<Units> edition;
    std::optional<Units> perCustomer;
    std::optional<Units> backorders;
    Units onHand = 0;
    std::map<QString, Units> held; ///< by customer; nobody ships or cancels here

    [[nodiscard]] Units committed() const
    {
        Units all = 0;
        for (const auto &[customer, units] : held)
            all += units;
        return all;
    }
    [[nodiscard]] bool takes(const QString &customer, Units units) const
    {
        const auto found = held.find(customer);
        const Units before = found == held.end() ? 0 : found->second;
        return (!edition || committed() + units <= *edition) && (!perCustomer || before + units <= *perCustomer) &&
               (!backorders || std::max<Units>(0, committed() + units - onHand) <= *backorders || units == 0);
    }
};

std::optional<Units> drawnCap(int most)
{
    return *rc::gen::arbitrary<bool>() ? std::optional<Units>(*rc::gen::inRange(0, most)) : std::nullopt;
}

} // namespace

/// Edition size, per-customer limit and backorder limit against a plain count, whatever is ordered by whom in how many
/// lines of the same product.
class CapsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheCapsAllowIsSoldAndNothingElse()
    {
        const bool holds = rc::check("orders are taken exactly when all their lines together fit", [] {
            TestDatabase database(Location::Kind::SqliteFile);
            Connection &connection = database.connection();
            std::map<QString, Counted> products;
            for (const QString &sku : skus) {
                Counted &product = products[sku];
                product.edition = drawnCap(30);
                if (product.edition)
                    product.edition = std::max<Units>(1, *product.edition);
                product.perCustomer = drawnCap(12);
                if (product.perCustomer)
                    product.perCustomer = std::max<Units>(1, *product.perCustomer);
                product.backorders = drawnCap(12);
                ProductTerms terms;
                terms.sku = terms.name = sku;
                terms.editionSize = product.edition;
                terms.customerLimit = product.perCustomer;
                terms.backorderLimit = product.backorders;
                must(ProductService(connection).add(terms, callerAt()));
            }
            const int steps = *rc::gen::inRange(5, 25);
            for (int step = 0; step < steps; ++step) {
                if (*rc::gen::inRange(0, 4) == 0) {
                    const QString sku = *rc::gen::elementOf(skus);
                    const Units units = *rc::gen::inRange(1, 9);
                    must(ReceivingService(connection).post({{}, {{sku, units, 0}}, {}, {}}, callerAt(step)));
                    products[sku].onHand += units;
                    continue;
                }
                OrderDraft draft;
                draft.customer = *rc::gen::elementOf(customers);
                std::map<QString, Units> wanted;
                const int lines = *rc::gen::inRange(1, 5); // more lines than products: some product stands on two
                for (int line = 0; line < lines; ++line) {
                    const QString sku = *rc::gen::elementOf(skus);
                    const Units units = *rc::gen::inRange(1, 6);
                    draft.lines.push_back({sku, units, {}});
                    wanted[sku] += units;
                }
                bool fits = true;
                for (const auto &[sku, units] : wanted)
                    fits = fits && products.at(sku).takes(draft.customer, units);
                const qint64 orders = connection.integer("SELECT COUNT(*) FROM sales_order");
                const auto placed = OrderService(connection).place(draft, callerAt(step));
                RC_ASSERT(placed.isOk() == fits);
                RC_ASSERT(connection.integer("SELECT COUNT(*) FROM sales_order") == orders + (fits ? 1 : 0));
                if (fits) {
                    for (const auto &[sku, units] : wanted)
                        products[sku].held[draft.customer] += units;
                }
            }
            for (const auto &[sku, product] : products) {
                const StockFigures stock = must(ProductService(connection).show(sku)).stock;
                RC_ASSERT(stock.committed() == product.committed());
                RC_ASSERT(stock.waiting() == std::max<Units>(0, product.committed() - product.onHand));
            }
            RC_ASSERT(must(checkDatabase(connection)).isOk());
        });
        QVERIFY(holds);
    }
    void raisingALineMeetsTheSameCaps()
    {
        const bool holds = rc::check("an order that is changed has what it could have had at once", [] {
            TestDatabase database(Location::Kind::SqliteFile);
            Connection &connection = database.connection();
            Counted product;
            product.edition = *rc::gen::inRange(3, 20);
            product.perCustomer = *rc::gen::inRange(2, 12);
            ProductTerms terms;
            terms.sku = terms.name = skus[0];
            terms.editionSize = product.edition;
            terms.customerLimit = product.perCustomer;
            must(ProductService(connection).add(terms, callerAt()));
            OrderDraft draft;
            draft.customer = QStringLiteral("Ann");
            draft.lines = {{skus[0], 1, {}}, {skus[0], 1, {}}};
            const OrderView order = must(OrderService(connection).place(draft, callerAt(1)));
            OrderEdit edit{order.order.id, sheetOf(order), sheetOf(order), {}};
            Units wanted = 0;
            for (SheetLine &line : edit.after.lines) {
                line.units = *rc::gen::inRange(1, 12);
                wanted += line.units;
            }
            RC_ASSERT(OrderEditing(connection).save(edit, callerAt(2)).isOk() == product.takes(draft.customer, wanted));
            RC_ASSERT(must(checkDatabase(connection)).isOk());
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(CapsTest)
#include "capstest.moc"
