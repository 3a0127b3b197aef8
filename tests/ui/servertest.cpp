#include "models/tables/productmodel.h"
#include "tests/ui/support/bench.h"
#include "ui/dialogs/serverdialog.h"
#include "ui/widgets/badge.h"

#include <QLabel>
#include <QLineEdit>
#include <QProcess>

using namespace waitline;
using namespace waitline::test;

namespace {

/// A server of this test's own, which it may stop.
class Server final {
public:
    Server()
    {
        run(QStringLiteral("start"));
        qputenv("WAITLINE_TEST_POSTGRES_SOCKET", m_folder.filePath(QStringLiteral("socket")).toUtf8());
    }
    ~Server() { run(QStringLiteral("stop")); }
    void run(const QString &action)
    {
        QProcess script;
        script.start(QStringLiteral(POSTGRES_CLUSTER), {action, m_folder.path()});
        script.closeReadChannel(QProcess::StandardOutput); // the server itself keeps it open
        script.waitForFinished(60'000);
        if (script.exitCode() != 0)
            qFatal("%s: %s", qPrintable(action), script.readAllStandardError().constData());
    }

private:
    QTemporaryDir m_folder;
};

QString link() { return Bench::shown<Badge>(QStringLiteral("link"))->word(); }

} // namespace

class ServerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<Server>();
        if (!TestDatabase::hasPostgres())
            QSKIP("PostgreSQL is not installed here.");
    }
    void anAddressIsOpenedFromTheDialogAndIsOpenedLatelyAfterwards()
    {
        Bench bench(Location::Kind::Postgres);
        bench.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        bench.start(QStringLiteral("products"));
        fillIn(bench);
        bench.shown<QLineEdit>(QStringLiteral("password"))->setText(QStringLiteral("secret"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        bench.waitUntilReady();
        QTRY_COMPARE(bench.column("productsTable", ProductModel::Sku), QStringList{QStringLiteral("LAMP")});
        QTRY_VERIFY(!bench.shown(QStringLiteral("serverDialog")));
        QCOMPARE(ServerDialog::recent().size(), 1);
        QVERIFY(!ServerDialog::recent().front().contains(QStringLiteral("secret")));
        QCOMPARE(link(), QStringLiteral("Live"));
    }
    void whyItDoesNotOpenIsSaidInTheDialogAndWhatWasTypedStays()
    {
        Bench bench(Location::Kind::Postgres);
        bench.start();
        fillIn(bench);
        auto *database = bench.shown<QLineEdit>(QStringLiteral("serverDatabase"));
        database->setText(QStringLiteral("nowhere"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(bench.message().contains(QStringLiteral("The server has no database “nowhere”")), qPrintable(bench.message()));
        QCOMPARE(database->text(), QStringLiteral("nowhere"));
        bench.shown<QLineEdit>(QStringLiteral("port"))->setText(QStringLiteral("5x"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.focus()->objectName(), QStringLiteral("port"));
    }
    void aLostServerIsNoticedAndComesBackByItself()
    {
        Bench bench(Location::Kind::Postgres);
        bench.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        bench.open(QStringLiteral("products"));
        QCOMPARE(link(), QStringLiteral("Live"));
        m_server->run(QStringLiteral("halt"));
        QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Offline"), 10'000);
        QVERIFY(bench.message().contains(QStringLiteral("cannot be reached")));
        const auto refused = bench.session().write([](Connection &) { return Result<Done>(Done{}); }).result();
        QVERIFY(!refused && refused.error().kind == Error::Kind::Storage);
        m_server->run(QStringLiteral("resume"));
        const auto other = must(Connection::open(bench.location(), Connection::Mode::OpenExisting));
        ProductTerms chair;
        chair.sku = QStringLiteral("CHAIR");
        chair.name = QStringLiteral("Oak chair");
        must(ProductService(*other).add(chair, callerAt()));
        QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Live"), 20'000);
        QTRY_COMPARE(bench.column("productsTable", ProductModel::Sku), (QStringList{QStringLiteral("CHAIR"), QStringLiteral("LAMP")}));
        QVERIFY(bench.session().write([](Connection &) { return Result<Done>(Done{}); }).result());
    }

private:
    static void fillIn(Bench &bench)
    {
        bench.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench.shown(QStringLiteral("serverDialog")));
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("host"));
        bench.shown<QLineEdit>(QStringLiteral("host"))->setText(bench.location().host);
        bench.shown<QLineEdit>(QStringLiteral("user"))->setText(bench.location().user);
        bench.shown<QLineEdit>(QStringLiteral("serverDatabase"))->setText(bench.location().database);
    }

    std::unique_ptr<Server> m_server;
};

QTEST_MAIN(ServerTest)
#include "servertest.moc"
