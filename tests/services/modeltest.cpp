#include "models/services/checkservice.h"
#include "tests/support/modeldriver.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

/// The services against an independent model of product.md. WAITLINE_MODEL_OPERATIONS sets how many operations are
/// compared on each database, WAITLINE_MODEL_SEED where to begin.
class ModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationDoesWhatTheModelDoes_data() { eachDatabase(); }
    void everyOperationDoesWhatTheModelDoes();
};

namespace {

constexpr int stepsOfABusiness = 300;

qint64 setting(const char *name, qint64 otherwise)
{
    bool isNumber = false;
    const qint64 number = qEnvironmentVariable(name).toLongLong(&isNumber);
    return isNumber ? number : otherwise;
}

QString brokenRules(Connection &connection)
{
    const CheckReport report = must(checkDatabase(connection));
    for (const CheckedRule &rule : report.rules) {
        if (!rule.broken.isEmpty())
            return rule.rule + u": " + rule.broken.join(u"; ");
    }
    return {};
}

} // namespace

void ModelTest::everyOperationDoesWhatTheModelDoes()
{
    const qint64 operations = setting("WAITLINE_MODEL_OPERATIONS", 1500);
    quint32 seed = quint32(setting("WAITLINE_MODEL_SEED", 1));
    for (qint64 done = 0; done < operations; ++seed) {
        TEST_DATABASE(database);
        if (kind == Location::Kind::SqliteFile)
            database.connection().runOnce(QStringLiteral("PRAGMA synchronous = OFF")); // what is durable is not asked here
        ModelDriver driver(database.connection(), seed);
        for (int i = 0; i < stepsOfABusiness && done < operations; ++i, ++done) {
            QString found = driver.step();
            if (found.isEmpty() && i % 50 == 49)
                found = brokenRules(database.connection());
            if (!found.isEmpty())
                QFAIL(qPrintable(QStringLiteral("seed %1, step %2: %3\nafter\n%4")
                                     .arg(seed)
                                     .arg(i)
                                     .arg(found, driver.log().mid(driver.log().size() - 25).join(u'\n'))));
        }
    }
    qInfo("%lld operations compared", operations);
}

QTEST_GUILESS_MAIN(ModelTest)
#include "modeltest.moc"
