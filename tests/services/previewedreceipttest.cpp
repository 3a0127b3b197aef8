#include "models/services/previewedreceipt.h"
#include "models/services/orderservice.h"
#include "models/services/productservice.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

namespace {

OrderId order(Connection &connection, const char *customer, Units units, qint64 minute)
{
    OrderDraft draft;
    draft.customer = QString::fromLatin1(customer);
    draft.lines.push_back({QStringLiteral("LAMP"), units, {}});
    return must(OrderService(connection).place(draft, callerAt(minute))).order.id;
}

/// Two orders wait for a lamp.
void fill(Connection &connection)
{
    ProductTerms terms;
    terms.sku = QStringLiteral("LAMP");
    terms.name = QStringLiteral("Lamp");
    must(ProductService(connection).add(terms, callerAt()));
    order(connection, "Acme", 5, 1);
    order(connection, "Bolt", 4, 2);
}

const ReceiptDraft sevenLamps{{}, {{QStringLiteral("LAMP"), 7, 0}}, {}, {}};

Units onHand(Connection &connection) { return must(ProductService(connection).show(QStringLiteral("LAMP"))).stock.onHand; }

} // namespace

class PreviewedReceiptTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasPreviewedIsPosted_data() { eachDatabase(); }
    void whatWasPreviewedIsPosted()
    {
        TEST_DATABASE(database);
        fill(database.connection());
        const ReceiptOutcome preview = must(ReceivingService(database.connection()).preview(sevenLamps));
        const ReceiptOutcome posted = must(postAsPreviewed(database.connection(), sevenLamps, preview, callerAt(10)));
        QVERIFY(posted.receipt.isValid());
        QCOMPARE(posted.served.size(), size_t(2));
        QCOMPARE(onHand(database.connection()), 7);
    }
    void anythingElsePostsNothing_data() { eachDatabase(); }
    void anythingElsePostsNothing()
    {
        TEST_DATABASE(database);
        fill(database.connection());
        const ReceiptOutcome preview = must(ReceivingService(database.connection()).preview(sevenLamps));
        const auto another = database.another();
        must(OrderService(*another).cancel(OrderId{1}, {}, {}, QStringLiteral("changed mind"), callerAt(5)));
        const auto posted = postAsPreviewed(database.connection(), sevenLamps, preview, callerAt(10));
        QVERIFY(!posted);
        QCOMPARE(posted.error().kind, Error::Kind::Conflict);
        QCOMPARE(onHand(database.connection()), 0);
    }
    void whatConcernsOtherProductsDoesNotMatter_data() { eachDatabase(); }
    void whatConcernsOtherProductsDoesNotMatter()
    {
        TEST_DATABASE(database);
        fill(database.connection());
        const ReceiptOutcome preview = must(ReceivingService(database.connection()).preview(sevenLamps));
        ProductTerms terms;
        terms.sku = QStringLiteral("ROPE");
        terms.name = QStringLiteral("Rope");
        must(ProductService(database.connection()).add(terms, callerAt(5)));
        must(postAsPreviewed(database.connection(), sevenLamps, preview, callerAt(10)));
    }
};

QTEST_GUILESS_MAIN(PreviewedReceiptTest)
#include "previewedreceipttest.moc"
