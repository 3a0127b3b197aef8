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

/// The plain way: the file as it is into a table, the indexes after it. Nothing is checked, nobody is served.
double rivalSeconds(const Business &business, const QString &file)
{
    const QString script = business.path(QStringLiteral("import.sql"));
    business.remove(QStringLiteral("import.raw"));
    write(script, [&](QTextStream &text) {
        text << "PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\n"
                "CREATE TABLE line (reference TEXT, customer TEXT, placed TEXT, sku TEXT, units INTEGER, price TEXT);\n"
                ".mode csv\n.import --skip 1 "
             << file
             << " line\n"
                "CREATE INDEX line_by_reference ON line (reference);\nCREATE INDEX line_by_customer ON line (customer);\n"
                "CREATE INDEX line_by_sku ON line (sku, placed);\n";
    });
    return costOfProgram(QStringLiteral("sqlite3"), {business.path(QStringLiteral("import.raw"))}, script).cost.cpu / 1000;
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
    figures.add({QStringLiteral("import %1 order lines, checked and served").arg(lines), ours, rivalSeconds(business, orders),
                 QStringLiteral("s"), 2.5, QStringLiteral("sqlite3's .import, indexes built after")});
}

} // namespace waitline::bench
