#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "tests/exchange/trialimport.h"

#include <rapidcheck.h>

using namespace waitline;
using namespace waitline::test;

namespace {

struct Row {
    int reference;
    int sku; ///< 3 is known to nobody
    int units;
    int cancelled;
    int shipped;
};

rc::Gen<std::vector<Row>> anyRows()
{
    const auto small = [](int below) { return rc::gen::inRange(0, below); };
    return rc::gen::container<std::vector<Row>>(
        rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 12), small(4), rc::gen::inRange(1, 9), small(4), small(5)),
                     [](const std::tuple<int, int, int, int, int> &t) { return std::apply([](auto... n) { return Row{n...}; }, t); }));
}

QByteArray fileOf(const std::vector<Row> &rows)
{
    QByteArray text = "reference,customer,placed,sku,units,cancelled,shipped,paid\n";
    for (const Row &row : rows) {
        // Rows of one order stand together or come back later, as they happen to; more cancelled than ordered is wrong.
        text += QStringLiteral("R%1,Customer %2,2026-02-%3,S%4,%5,%6,%7,%8\n")
                    .arg(row.reference)
                    .arg(row.reference % 3)
                    .arg(1 + row.reference, 2, 10, QChar(u'0'))
                    .arg(row.sku)
                    .arg(row.units)
                    .arg(row.cancelled)
                    .arg(row.shipped)
                    .arg(row.reference)
                    .toUtf8();
    }
    return text;
}

// Three products: one unlimited, one with every cap, one that is not sold beyond the stock; all with some stock.
void stock(Connection &connection)
{
    ReceiptDraft receipt;
    for (int i = 0; i < 3; ++i) {
        ProductTerms terms;
        terms.sku = terms.name = QStringLiteral("S%1").arg(i);
        terms.price = 500;
        if (i == 1) {
            terms.editionSize = 20;
            terms.customerLimit = 9;
        }
        if (i == 2)
            terms.backorderLimit = 0;
        must(ProductService(connection).add(terms, callerAt()));
        receipt.lines.push_back({terms.sku, 6, 0});
    }
    must(ReceivingService(connection).post(receipt, callerAt()));
}

struct Counts {
    qint64 created = 0;
    qint64 skipped = 0;
    qint64 rejected = 0;
    friend bool operator==(const Counts &, const Counts &) = default;
};

Counts countsOf(const ImportOutcome &outcome) { return {outcome.created, outcome.skipped, outcome.rejected}; }

std::vector<qint64> stateOf(Connection &connection)
{
    std::vector<qint64> state;
    for (const char *sql :
         {"SELECT COUNT(*) FROM sales_order", "SELECT COUNT(*) FROM order_line", "SELECT COUNT(*) FROM operation",
          "SELECT COUNT(*) FROM customer", "SELECT CAST(SUM(on_hand) AS BIGINT) FROM product_stock",
          "SELECT CAST(SUM(allocated) AS BIGINT) FROM product_stock", "SELECT CAST(SUM(shipped) AS BIGINT) FROM product_stock",
          "SELECT CAST(SUM(waiting_backorder) AS BIGINT) FROM product_stock", "SELECT COUNT(*) FROM setting"})
        state.push_back(connection.integer(sql));
    return state;
}

} // namespace

class ImportPropertyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("RC_PARAMS", "max_success=30 max_size=30"); }
    void stoppedRehearsedAndRepeatedItComesToTheSame()
    {
        QVERIFY(rc::check([] {
            const QByteArray text = fileOf(*anyRows());
            const size_t rows = size_t(*rc::gen::inRange(1, 8));
            const int stopAfter = *rc::gen::inRange(1, 6);
            TrialFolder folder;
            ImportRequest request;
            request.path = folder.write("orders.csv", text);
            request.rowsAtOnce = rows;
            TestDatabase once(Location::Kind::SqliteFile);
            stock(once.connection());
            const std::vector<qint64> before = stateOf(once.connection());
            request.dryRun = true;
            const Counts rehearsed = countsOf(must(importAs(once.connection(), request)));
            RC_ASSERT(stateOf(once.connection()) == before);
            request.dryRun = false;
            RC_ASSERT(countsOf(must(importAs(once.connection(), request))) == rehearsed);
            RC_ASSERT(broken(once.connection()) == QString());

            TestDatabase stopped(Location::Kind::SqliteFile);
            stock(stopped.connection());
            int batches = 0;
            must(importAs(stopped.connection(), request, [&](qint64, qint64) { return ++batches < stopAfter; }));
            RC_ASSERT(broken(stopped.connection()) == QString());
            request.resume = true;
            must(importAs(stopped.connection(), request));
            RC_ASSERT(stateOf(stopped.connection()) == stateOf(once.connection()));

            request.resume = false;
            const ImportOutcome again = must(importAs(once.connection(), request));
            RC_ASSERT(again.created == 0);
            RC_ASSERT(broken(once.connection()) == QString());
        }));
    }
};

QTEST_GUILESS_MAIN(ImportPropertyTest)
#include "importpropertytest.moc"
