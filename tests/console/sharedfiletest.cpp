#include "models/services/databasejobs.h"
#include "models/services/orderjobs.h"
#include "models/services/productjobs.h"
#include "models/services/reportjobs.h"
#include "models/services/searchjobs.h"
#include "models/services/session.h"
#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QJsonObject>

using namespace waitline;
using namespace waitline::test;

/// The window's session and the console at one file: each sees what the other does, whoever comes and goes.
class SharedFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoComesAndGoesLosesNothing()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        database.close();
        Session session(database.location(), {QStringLiteral("desk"), [] { return callerAt().now; }});
        must(session.open(Connection::Mode::OpenExisting).result());
        // Asked once on each lane, so that all of them are open.
        must(jobs::overview(session).result());
        must(jobs::search(session, QStringLiteral("x"), 1).result());
        must(jobs::check(session).result());
        const Outsider outsider(database.location().text);
        ProductTerms lamp;
        lamp.sku = lamp.name = QStringLiteral("LAMP");
        must(jobs::addProduct(session, lamp).result());
        for (int i = 1; i <= 5; ++i) {
            QCOMPARE(outsider.askObject({"order", "place", "--customer", "Console", "--line", "LAMP=1"}).value("order").toInt(), 2 * i - 1);
            OrderDraft draft;
            draft.customer = QStringLiteral("Window");
            draft.lines.push_back({QStringLiteral("LAMP"), 1, {}});
            QCOMPARE(must(jobs::placeOrder(session, draft).result()).order.id.value, qint64(2 * i));
        }
        QCOMPARE(outsider.askObject({"product", "show", "LAMP"}).value("waiting_backorder").toInt(), 10);
        QVERIFY(must(jobs::check(session).result()).isOk());
    }
};

QTEST_GUILESS_MAIN(SharedFileTest)
#include "sharedfiletest.moc"
