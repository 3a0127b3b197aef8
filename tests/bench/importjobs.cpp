#include "models/exchange/importer.h"
#include "tests/bench/child.h"
#include "tests/bench/jobs.h"

#include <QFile>
#include <QTextStream>

namespace waitline::bench {

namespace {

constexpr qint64 linesOfAnOrder = 4;

void write(const QString &path, const std::function<void(QTextStream &)> &fill)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written.", qPrintable(path));
    QTextStream text(&file);
    fill(text);
}

void writeOrders(const QString &path, qint64 lines, qint64 products)
{
    write(path, [&](QTextStream &text) {
        text << "reference,customer,placed,sku,units,price\n";
        for (qint64 line = 0; line < lines; ++line) {
            const qint64 order = line / linesOfAnOrder;
            text << "WEB-" << order << ",Customer " << order % 20'000 << ",2026-0" << 1 + order % 2 << "-" << 10 + order % 18
                 << "T10:00:00Z,SKU-" << (order * 7 + line * 13) % products << ',' << 1 + line % 5 << ",9.90\n";
        }
    });
}

constexpr auto opening =
    "PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\nPRAGMA cache_size = -65536;\nPRAGMA temp_store = MEMORY;\n"
    "CREATE TEMP TABLE line (reference TEXT, customer TEXT, placed TEXT, sku TEXT, units INTEGER, price TEXT);\n"
    ".mode csv\n.import --schema temp --skip 1 ";

/// The file as it is in one table with three indexes.
constexpr auto asItIs = "CREATE TABLE main.line AS SELECT * FROM temp.line;\n"
                        "CREATE INDEX main.line_by_reference ON line (reference);\n"
                        "CREATE INDEX main.line_by_customer ON line (customer);\nCREATE INDEX main.line_by_sku ON line (sku, placed);\n";

/// What of it ours keeps, too: customers and products by their names, orders, their lines, who waits in which place, and
/// the demand of each day.
constexpr auto likeOurs = R"(BEGIN;
CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT NOT NULL);
INSERT INTO product (sku) SELECT DISTINCT sku FROM line;
CREATE UNIQUE INDEX product_by_sku ON product (sku);
CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO customer (name) SELECT DISTINCT customer FROM line;
CREATE INDEX customer_by_name ON customer (name);
CREATE TABLE sales_order (id INTEGER PRIMARY KEY, reference TEXT, customer_id INTEGER, placed_at INTEGER, placed_day INTEGER);
INSERT INTO sales_order (reference, customer_id, placed_at, placed_day) SELECT l.reference, c.id, unixepoch(l.placed) * 1000,
  unixepoch(l.placed) / 86400 FROM line l JOIN customer c ON c.name = l.customer GROUP BY l.reference;
CREATE UNIQUE INDEX sales_order_by_reference ON sales_order (reference);
CREATE INDEX sales_order_by_customer ON sales_order (customer_id, placed_day);
CREATE INDEX sales_order_by_day ON sales_order (placed_day);
CREATE TABLE order_line (id INTEGER PRIMARY KEY, order_id INTEGER, product_id INTEGER, ordered INTEGER, unit_price INTEGER);
INSERT INTO order_line (order_id, product_id, ordered, unit_price) SELECT o.id, p.id, l.units, CAST(l.price * 100 AS INTEGER)
  FROM line l JOIN sales_order o ON o.reference = l.reference JOIN product p ON p.sku = l.sku;
CREATE INDEX order_line_by_order ON order_line (order_id);
CREATE TABLE waiting_line (product_id INTEGER, placed_at INTEGER, order_line_id INTEGER, order_id INTEGER, units INTEGER,
  unit_price INTEGER, PRIMARY KEY (product_id, placed_at, order_line_id)) WITHOUT ROWID;
INSERT INTO waiting_line SELECT l.product_id, o.placed_at, l.id, l.order_id, l.ordered, l.unit_price FROM order_line l
  JOIN sales_order o ON o.id = l.order_id ORDER BY 1, 2, 3;
CREATE TABLE demand_day (product_id INTEGER, day INTEGER, units INTEGER, value INTEGER, PRIMARY KEY (product_id, day)) WITHOUT ROWID;
INSERT INTO demand_day SELECT l.product_id, o.placed_day, SUM(l.ordered), SUM(l.ordered * l.unit_price) FROM order_line l
  JOIN sales_order o ON o.id = l.order_id GROUP BY 1, 2;
CREATE TABLE demand_span (days INTEGER, first_day INTEGER, product_id INTEGER, units INTEGER, value INTEGER,
  PRIMARY KEY (days, first_day, product_id)) WITHOUT ROWID;
INSERT INTO demand_span SELECT s.days, d.day - (d.day + 3) % s.days, d.product_id, SUM(d.units), SUM(d.value) FROM demand_day d
  JOIN (SELECT 1 AS days UNION ALL SELECT 7 UNION ALL SELECT 28) s GROUP BY 1, 2, 3;
COMMIT;
)";

/// The plain way, by sqlite3's own program: nothing is checked, nobody is served, no operation or ledger is kept, and a
/// file that stops halfway cannot be gone on with.
double rivalSeconds(const Business &business, const QString &file, const char *tables)
{
    const QString script = business.path(QStringLiteral("import.sql"));
    business.remove(QStringLiteral("import.raw"));
    write(script, [&](QTextStream &text) { text << opening << file << " line\n" << tables; });
    return costOfProgram(QStringLiteral("sqlite3"), {QStringLiteral("-bail"), business.path(QStringLiteral("import.raw"))}, script)
               .cost.cpu /
           1000;
}

} // namespace

void measureImport(const Business &business, const Effort &, Figures &figures)
{
    const qint64 lines = business.size().lines;
    const qint64 products = business.size().products;
    const QString catalogue = business.path(QStringLiteral("products.csv"));
    const QString orders = business.path(QStringLiteral("orders.csv"));
    write(catalogue, [&](QTextStream &text) {
        text << "sku,name,price\n";
        for (qint64 product = 0; product < products; ++product)
            text << "SKU-" << product << ",Product " << product << ",9.90\n";
    });
    writeOrders(orders, lines, products);
    business.remove(QStringLiteral("import.waitline"));
    const auto connection =
        must(Connection::open(must(Location::parse(business.path(QStringLiteral("import.waitline")))), Connection::Mode::Create));
    ImportRequest request;
    request.path = catalogue;
    must(importFile(*connection, request, caller()));
    request.path = orders;
    const double ours = costOf([&] { must(importFile(*connection, request, caller())); }).cpu / 1000;
    const QString job = QStringLiteral("import %1 order lines, checked and served").arg(lines);
    figures.add({job, ours, rivalSeconds(business, orders, likeOurs), QStringLiteral("s"), 2.5,
                 QStringLiteral("sqlite3's .import into tables like ours, indexes built after")});
    figures.add(
        {job, ours, rivalSeconds(business, orders, asItIs), QStringLiteral("s"), {}, QStringLiteral("sqlite3's .import of the bare file")});
}

} // namespace waitline::bench
