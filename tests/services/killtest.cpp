#include "models/services/checkservice.h"
#include "models/services/receivingcounts.h"
#include "models/store/operationstore.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

#include <QProcess>

using namespace waitline;
using namespace waitline::test;

/// A desk is killed at random moments of its work. WAITLINE_KILLS sets how often on each database.
class KillTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThereAndNothingIsHalfDone_data() { eachDatabase(); }
    void whatWasAcknowledgedIsThereAndNothingIsHalfDone();
    void aDeliveryIsCountedToTheLastBeep_data() { eachDatabase(); }
    void aDeliveryIsCountedToTheLastBeep();
};

namespace {

constexpr int patienceMs = 30'000;

int killsWanted()
{
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("WAITLINE_KILLS", &isNumber);
    return isNumber ? asked : 20;
}

/// Runs a desk until it has told of `acknowledged` lines and then a random while longer, and kills it. What it told.
QStringList killedDesk(const Location &location, const QString &work, quint32 seed, int acknowledged)
{
    QProcess desk;
    desk.start(QStringLiteral(WAITLINE_DESK), {location.text, work, QStringLiteral("100000")});
    QByteArray told;
    while (told.count('\n') < acknowledged) {
        if (!desk.waitForReadyRead(patienceMs))
            qFatal("the desk does not work: %s", desk.readAllStandardError().constData());
        told += desk.readAllStandardOutput();
    }
    QRandomGenerator moment(seed);
    quint32 passed = 0;
    for (quint32 left = moment.bounded(4'000'000u); left > 0; --left)
        passed ^= moment.generate();
    if (passed == 1) // never left out by the compiler
        qInfo("a rare moment");
    desk.kill();
    desk.waitForFinished(patienceMs);
    told += desk.readAllStandardOutput();
    QStringList lines = QString::fromLatin1(told).split(u'\n');
    lines.removeLast(); // what stands after the last line break was not told in full
    return lines;
}

QString broken(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        if (!rule.broken.isEmpty())
            return rule.rule + u": " + rule.broken.join(u"; ");
    }
    return {};
}

} // namespace

void KillTest::whatWasAcknowledgedIsThereAndNothingIsHalfDone()
{
    TEST_DATABASE(database);
    const int kills = killsWanted();
    RandomDesk::open(database.connection());
    QRandomGenerator random{quint32(kills)};
    qint64 operations = 0;
    for (int i = 0; i < kills; ++i) {
        const quint32 seed = random.generate();
        const QStringList uuids = killedDesk(database.location(), QString::number(seed), seed, int(random.bounded(1, 12)));
        operations += uuids.size();
        const auto reopened = database.another();
        for (const QString &uuid : uuids)
            QVERIFY2(OperationStore(*reopened).firstAnswer(uuid).has_value(),
                     qPrintable(QStringLiteral("kill %1 lost operation %2").arg(i).arg(uuid)));
        QCOMPARE(broken(*reopened), QString());
    }
    qInfo("%d kills, %lld acknowledged operations", kills, operations);
}

/// Killed while it scans and while it posts: what was told is there, and at most the scan on its way besides.
void KillTest::aDeliveryIsCountedToTheLastBeep()
{
    TEST_DATABASE(database);
    const int kills = killsWanted();
    RandomDesk::open(database.connection());
    QRandomGenerator random{quint32(kills + 1)};
    qint64 scans = 0;
    qint64 postings = 0;
    for (int i = 0; i < kills; ++i) {
        const QStringList told = killedDesk(database.location(), QStringLiteral("clerk"), random.generate(), int(random.bounded(1, 45)));
        const QStringList last = told.last().split(u' ');
        const auto reopened = database.another();
        if (last.first() == u"posted") {
            QVERIFY(ReceiptStore(*reopened).find(ReceiptId{last.last().toLongLong()}).has_value());
        } else {
            const ReceivingCountView view = must(ReceivingCounts(*reopened).show(ReceivingCountId{last[1].toLongLong()}));
            const Units beeped = last.last().toLongLong();
            const Units counted =
                view.count.receipt.isValid() ? ReceiptStore(*reopened).find(view.count.receipt)->lines.front().accepted : view.counted();
            QVERIFY2(counted == beeped || counted == beeped + 1,
                     qPrintable(QStringLiteral("kill %1: %2 beeped, %3 counted").arg(i).arg(beeped).arg(counted)));
        }
        scans += told.filter(QStringLiteral("counted")).size();
        postings += told.filter(QStringLiteral("posted")).size();
        QCOMPARE(broken(*reopened), QString());
    }
    qInfo("%d kills, %lld scans, %lld postings", kills, scans, postings);
}

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
