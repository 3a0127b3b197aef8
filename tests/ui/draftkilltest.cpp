// The program is killed while an order is being typed: what was typed is offered again (interaction.md D8).
#include "tests/ui/support/bench.h"
#include "ui/orderdrafts.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

#include <signal.h>

using namespace waitline;
using namespace waitline::test;

namespace {

constexpr int msAKey = 15;
constexpr int mostLostMs = 2000;
const QString deskArgument = QStringLiteral("--desk");

/// Another program's desk: opens a new order on a database, enters a customer and a line, and types a note without end.
/// Says how many keys of the note it has typed.
int typeWithoutEnd(const QString &file)
{
    beginUiTest();
    FakePrompts prompts;
    MainWindow window({{QStringLiteral("desk"), [] { return callerAt(60).now; }}, {}, QStringLiteral("waiting")}, prompts);
    window.show();
    window.activateWindow();
    window.openDatabase(must(Location::parse(file)));
    const auto waitForFocus = [](const QString &name) {
        return QTest::qWaitFor([&] { return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name; }, 20'000);
    };
    if (!QTest::qWaitFor([&] { return window.workspace() && window.workspace()->currentPage()->isReady(); }, 20'000))
        return 1;
    Bench::press(Qt::Key_N, Qt::ControlModifier);
    if (!waitForFocus(QStringLiteral("customer")))
        return 2;
    Bench::enter(QStringLiteral("acme"));
    if (!waitForFocus(QStringLiteral("product")))
        return 3;
    Bench::enter(QStringLiteral("LAMP"));
    if (!waitForFocus(QStringLiteral("units")))
        return 4;
    Bench::enter(QStringLiteral("5"));
    auto *note = Bench::shown<QLineEdit>(QStringLiteral("note"));
    note->setFocus();
    for (int typed = 1;; ++typed) {
        Bench::type(QStringLiteral("x"));
        std::printf("%d\n", typed);
        std::fflush(stdout);
        QTest::qWait(msAKey);
    }
}

} // namespace

class DraftKillTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasTypedBeforeTheKillIsOfferedAgain_data()
    {
        QTest::addColumn<int>("keys");
        for (int keys : {60, 150, 333})
            QTest::addRow("after %d keys", keys) << keys;
    }
    void whatWasTypedBeforeTheKillIsOfferedAgain()
    {
        QFETCH(int, keys);
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
        Bench bench;
        bench.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        bench.placeOrder(QStringLiteral("Acme Tools"), QStringLiteral("LAMP"), 1, 1);
        QProcess desk;
        desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        desk.start(QCoreApplication::applicationFilePath(), {deskArgument, bench.databaseFile()});
        int typed = 0;
        const bool isTyping = QTest::qWaitFor(
            [&] {
                while (desk.canReadLine())
                    typed = desk.readLine().trimmed().toInt();
                return typed >= keys || desk.state() == QProcess::NotRunning;
            },
            60'000);
        QVERIFY(isTyping && desk.state() == QProcess::Running);
        QCOMPARE(::kill(pid_t(desk.processId()), SIGKILL), 0);
        QVERIFY(desk.waitForFinished());
        QCOMPARE(desk.exitStatus(), QProcess::CrashExit);
        bench.open(QStringLiteral("waiting"));
        QTRY_VERIFY(bench.message().contains(QStringLiteral("An order was entered and not saved: Acme Tools, 1 line")));
        bench.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("drafts"));
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(Bench::shown<QLineEdit>(QStringLiteral("note")));
        QCOMPARE(Bench::shown<QLineEdit>(QStringLiteral("customer"))->text(), QStringLiteral("Acme Tools"));
        QCOMPARE(Bench::shown<QLineEdit>(QStringLiteral("product"))->text(), QStringLiteral("LAMP"));
        QCOMPARE(Bench::shown<QLineEdit>(QStringLiteral("units"))->text(), QStringLiteral("5"));
        const qsizetype kept = Bench::shown<QLineEdit>(QStringLiteral("note"))->text().size();
        QVERIFY2(kept >= typed - mostLostMs / msAKey, qPrintable(QStringLiteral("%1 of %2 keys are kept").arg(kept).arg(typed)));
        QVERIFY(kept > 0);
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == deskArgument)
        return typeWithoutEnd(arguments.value(2));
    DraftKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "draftkilltest.moc"
