#include "models/services/checkservice.h"
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
};

namespace {

constexpr int patienceMs = 30'000;

/// Runs a desk until it has told of `acknowledged` operations and then a random while longer, and kills it.
QStringList killedDesk(const Location &location, quint32 seed, int acknowledged)
{
    QProcess desk;
    desk.start(QStringLiteral(WAITLINE_DESK), {location.text, QString::number(seed), QStringLiteral("100000")});
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
    QStringList uuids = QString::fromLatin1(told).split(u'\n');
    uuids.removeLast(); // what stands after the last line break was not told in full
    return uuids;
}

} // namespace

void KillTest::whatWasAcknowledgedIsThereAndNothingIsHalfDone()
{
    TEST_DATABASE(database);
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("WAITLINE_KILLS", &isNumber);
    const int kills = isNumber ? asked : 20;
    RandomDesk::open(database.connection());
    QRandomGenerator random{quint32(kills)};
    qint64 operations = 0;
    for (int i = 0; i < kills; ++i) {
        const QStringList uuids = killedDesk(database.location(), random.generate(), int(random.bounded(1, 12)));
        operations += uuids.size();
        const auto reopened = database.another();
        for (const QString &uuid : uuids)
            QVERIFY2(OperationStore(*reopened).firstAnswer(uuid).has_value(),
                     qPrintable(QStringLiteral("kill %1 lost operation %2").arg(i).arg(uuid)));
        const CheckReport report = must(checkDatabase(*reopened));
        for (const CheckedRule &rule : report.rules)
            QVERIFY2(rule.broken.isEmpty(), qPrintable(QStringLiteral("kill %1: %2: %3").arg(i).arg(rule.rule, rule.broken.join(u"; "))));
    }
    qInfo("%d kills, %lld acknowledged operations", kills, operations);
}

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
