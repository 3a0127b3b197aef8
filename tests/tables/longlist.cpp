// How the lists do with a million waiting lines: makes such a database and prints what each step took. Not part of
// the test run: build the target tables_longlist and start it by hand.
#include "models/services/demandseries.h"
#include "models/services/overview.h"
#include "models/services/search.h"
#include "models/tables/productmodel.h"
#include "models/tables/waitingmodel.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTextStream>

using namespace waitline;
using namespace waitline::test;

namespace {

constexpr auto productCount = 10'000;
constexpr auto customerCount = 200'000;
constexpr auto lineCount = 1'000'000;

/// One product holds a tenth of the lines, the others share the rest; a fifth is promised, a fifth of the products is
/// on order. Counters are summed up as the program keeps them.
void fill(Connection &connection)
{
    const auto numbers = [](int count) {
        return QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) ").arg(count);
    };
    const QString product = QStringLiteral("(CASE WHEN i % 10 = 0 THEN 1 ELSE 1 + (i * 7919) % 10000 END)");
    const QStringList statements{
        QStringLiteral("BEGIN"),
        QStringLiteral("INSERT INTO operation (id, uuid, kind, at, actor) VALUES (1, 'x', 'fill', 0, 'x')"),
        QStringLiteral("INSERT INTO supplier (id, name, name_folded) VALUES (1, 'Maker', 'maker')"),
        QStringLiteral("INSERT INTO product (id, sku, sku_folded, name, name_folded, price, cost, search) ") + numbers(productCount) +
            QStringLiteral(
                "SELECT i, 'SKU-' || i, 'sku-' || i, 'Lamp ' || i, 'lamp ' || i, 1000, 500, 'sku-' || i || ' lamp ' || i FROM n"),
        QStringLiteral("INSERT INTO customer (id, name, name_folded, search) ") + numbers(customerCount) +
            QStringLiteral(
                "SELECT i, 'Name' || (i % 977) || ' Smith' || i, 'name' || (i % 977) || ' smith' || i, 'name' || (i % 977) || ' smith' || i FROM n"),
        QStringLiteral("INSERT INTO sales_order (id, operation_id, customer_id, reference, placed_at, placed_day, paid) ") +
            numbers(lineCount) +
            QStringLiteral(
                "SELECT i, 1, 1 + (i * 31) % 200000, 'WEB-' || i, i * 60000, i / 1440, CASE WHEN i % 5 = 0 THEN 500 ELSE 0 END FROM n"),
        QStringLiteral(
            "INSERT INTO order_line (id, order_id, product_id, ordered, backordered, preorder, unit_price, promise_first, promise_current) ") +
            numbers(lineCount) +
            QStringLiteral("SELECT i, i, %1, 1 + i % 3, 1 + i % 3, i % 4 = 0, 1000, CASE WHEN i % 5 = 0 THEN 20600 END, "
                           "CASE WHEN i % 5 = 0 THEN 20600 END FROM n")
                .arg(product),
        QStringLiteral("INSERT INTO waiting_line SELECT product_id, 0, order_id * 60000, id, 0, id, order_id, ordered, 1000, preorder "
                       "FROM order_line ORDER BY product_id, order_id"),
        QStringLiteral(
            "INSERT INTO product_stock (product_id, waiting_preorder, waiting_backorder, waiting_lines, waiting_value, on_order) "
            "SELECT product_id, SUM(units * preorder), SUM(units * (1 - preorder)), COUNT(*), SUM(units * 1000), "
            "CASE WHEN product_id % 5 = 0 THEN 50 ELSE 0 END FROM waiting_line GROUP BY product_id"),
        QStringLiteral("INSERT INTO purchase_order (id, operation_id, supplier_id, placed_at, expected_first, expected) ") + numbers(2000) +
            QStringLiteral("SELECT i, 1, 1, 0, 20510 + i % 200, 20510 + i % 200 FROM n"),
        QStringLiteral("INSERT INTO purchase_line (purchase_id, product_id, ordered) ") + numbers(2000) +
            QStringLiteral("SELECT i, i * 5, 50 FROM n"),
        QStringLiteral(
            "INSERT INTO demand_day (product_id, day, ordered_units, preorder_units, backorder_units, ordered_value) SELECT l.product_id, o.placed_day, SUM(ordered), SUM(ordered * preorder), SUM(ordered * (1 - preorder)), "
            "SUM(ordered * 1000) FROM order_line l JOIN sales_order o ON o.id = l.order_id GROUP BY 1, 2"),
        QStringLiteral(
            "INSERT INTO demand_total (day, ordered_units, preorder_units, backorder_units, ordered_value) SELECT day, SUM(ordered_units), SUM(preorder_units), SUM(backorder_units), SUM(ordered_value) "
            "FROM demand_day GROUP BY day"),
        QStringLiteral("COMMIT")};
    for (const QString &statement : statements)
        connection.runOnce(statement);
}

qint64 residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').front().toLongLong() / 1024;
    }
    return 0;
}

class Measured final {
public:
    template <typename Work>
    void operator()(const char *what, Work work)
    {
        QElapsedTimer clock;
        clock.start();
        work();
        QTextStream(stdout) << QStringLiteral("%1 %2 ms   %3 MB\n")
                                   .arg(QString::fromLatin1(what), -50)
                                   .arg(double(clock.nsecsElapsed()) / 1e6, 8, 'f', 1)
                                   .arg(residentMegabytes());
    }
};

void awaitLoaded(WindowedModel &model, const std::function<void()> &asked)
{
    QSignalSpy loaded(&model, &WindowedModel::loaded);
    asked();
    if (loaded.isEmpty() && !loaded.wait(60'000))
        qFatal("the list does not come");
}

void awaitRow(const QAbstractItemModel &model, int row)
{
    if (!QTest::qWaitFor([&] { return model.index(row, 0).data().isValid(); }, 60'000))
        qFatal("the row does not come");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestDatabase database(Location::Kind::SqliteFile);
    Measured measured;
    measured("fill the database", [&] { fill(database.connection()); });
    const Location location = database.location();
    database.close();
    Session session(location, {QStringLiteral("x"), [] { return callerAt().now; }});
    must(session.open(Connection::Mode::OpenExisting).result());
    WaitingModel waiting(session);
    measured("waiting: first rows", [&] { awaitLoaded(waiting, [&] { waiting.setLive(true); }); });
    measured("waiting: jump to the end", [&] { awaitRow(waiting, waiting.rowCount() - 1); });
    measured("waiting: jump to the middle", [&] { awaitRow(waiting, waiting.rowCount() / 2); });
    measured("waiting: into the longest line", [&] { awaitRow(waiting, 50'000); });
    measured("waiting: reload", [&] { awaitLoaded(waiting, [&] { waiting.reload(); }); });
    const auto filter = [&](const char *what, const WaitingFilter &asked) {
        measured(what, [&] { awaitLoaded(waiting, [&] { waiting.setFilter(asked); }); });
        QTextStream(stdout) << "    " << waiting.rowCount() << " rows\n";
    };
    filter("filter: a product's SKU", {QStringLiteral("sku-4711"), {}, {}, false, false});
    filter("filter: a customer", {QStringLiteral("smith4711"), {}, {}, false, false});
    filter("filter: two hundred customers", {QStringLiteral("name123"), {}, {}, false, false});
    filter("filter: an order number", {QStringLiteral("471147"), {}, {}, false, false});
    filter("filter: pre-orders", {{}, {}, true, false, false});
    filter("filter: not covered", {{}, {}, {}, false, true});
    filter("filter: late", {{}, {}, {}, true, false});
    filter("filter: the longest line", {{}, ProductId{1}, {}, false, false});
    measured("one product: jump to the end", [&] { awaitRow(waiting, waiting.rowCount() - 1); });
    filter("no filter", {});
    measured("sort by waiting units", [&] { awaitLoaded(waiting, [&] { waiting.sort(WaitingModel::Waiting); }); });
    measured("sort by customer", [&] { awaitLoaded(waiting, [&] { waiting.sort(WaitingModel::Customer); }); });
    measured("sorted: jump to the end", [&] { awaitRow(waiting, waiting.rowCount() - 1); });
    ProductModel products(session);
    measured("products: first rows", [&] { awaitLoaded(products, [&] { products.setLive(true); }); });
    measured("products: by state", [&] { awaitLoaded(products, [&] { products.sort(ProductModel::State); }); });
    waiting.setLive(false);
    auto connection = must(Connection::open(location, Connection::Mode::OpenExisting));
    for (const char *text : {"smith4711", "smith", "na", "sku-47", "471147", "name123 smith"}) {
        measured(text, [&] { must(searchAll(*connection, QString::fromLatin1(text), 12)); });
        measured("    again", [&] { must(searchAll(*connection, QString::fromLatin1(text), 12)); });
    }
    const QDate from = fromDayNumber(0);
    for (int turn = 0; turn < 2; ++turn) {
        measured("bars: waiting", [&] { must(demandBars(*connection, {})); });
        measured("bars: ordered in a year", [&] {
            must(demandBars(*connection, {DemandBarsQuestion::Measure::Ordered, from, from.addDays(365), 10}));
        });
        measured("over time: all, by week", [&] { must(demandOverTime(*connection, {{}, from, from.addDays(700), Period::Week})); });
        measured("over time: one product", [&] {
            must(demandOverTime(*connection, {ProductId{1}, from, from.addDays(700), Period::Week}));
        });
    }
    measured("overview", [&] { must(overviewOf(*connection, callerAt().today())); });
    return 0;
}
