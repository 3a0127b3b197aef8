#include "models/services/checkservice.h"
#include "models/store/migrator.h"
#include "models/store/openingstop.h"
#include "models/store/storeerror.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

#include <QDir>

using namespace waitline;
using namespace waitline::test;

/// Databases of older versions become today's without losing anything.
class UpgradeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOlderVersionHasASavedDatabaseThatStillOpens();
    void stepByStepIsTheSameAsAtOnce_data() { eachDatabase(); }
    void stepByStepIsTheSameAsAtOnce();
    void aStepOvertakenByALaterOneIsAppliedAllTheSame_data() { eachDatabase(); }
    void aStepOvertakenByALaterOneIsAppliedAllTheSame();
    void anUpgradeKeepsTheDataAndACopyOfTheFile_data() { eachDatabase(); }
    void anUpgradeKeepsTheDataAndACopyOfTheFile();
    void aStepThatFailsChangesNothing_data() { eachDatabase(); }
    void aStepThatFailsChangesNothing();
    void anUpgradeThatIsStoppedChangesNothing();
    void theStepsOfAnUpgradeAreAllOrNone_data() { eachDatabase(); }
    void theStepsOfAnUpgradeAreAllOrNone();
    void aNewerDatabaseIsRefused_data() { eachDatabase(); }
    void aNewerDatabaseIsRefused();
    void aTamperedChecksumIsRefused_data() { eachDatabase(); }
    void aTamperedChecksumIsRefused();
};

namespace {

QStringList stepNames() { return QDir(QStringLiteral(":/sql")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name); }

/// The program's steps in a folder, so that more can be put beside them.
void copySteps(const QTemporaryDir &folder)
{
    for (const QString &name : stepNames()) {
        if (!QFile::copy(QStringLiteral(":/sql/") + name, folder.filePath(name)))
            qFatal("cannot copy %s", qPrintable(name));
    }
}

void addStep(const QTemporaryDir &folder, const QString &name, const QByteArray &sql)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(sql) != sql.size())
        qFatal("cannot write %s", qPrintable(name));
}

const QByteArray shelfStep = "CREATE TABLE shelf (\n    product_id BIGINT NOT NULL PRIMARY KEY REFERENCES product (id),\n"
                             "    place TEXT NOT NULL\n) @strict\n\nINSERT INTO shelf (product_id, place) SELECT id, '' FROM product\n";

/// Tables, columns, indexes and triggers in the database's own words.
QStringList schemaOf(Connection &connection)
{
    QStringList schema;
    Rows rows =
        connection.isSqlite()
            ? connection.run("SELECT name || ': ' || COALESCE(sql, '') FROM sqlite_master ORDER BY name")
            : connection.run(
                  "SELECT text FROM (SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable "
                  "|| ' ' || COALESCE(column_default, '') AS text FROM information_schema.columns WHERE table_schema = 'public' "
                  "UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' "
                  "UNION ALL SELECT pg_get_constraintdef(oid) || conrelid::regclass FROM pg_constraint WHERE connamespace = 'public'::regnamespace "
                  "UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal) AS parts ORDER BY text");
    while (rows.next())
        schema += rows.text(0);
    return schema;
}

} // namespace

void UpgradeTest::everyOlderVersionHasASavedDatabaseThatStillOpens()
{
    QStringList older = stepNames();
    older.removeLast();
    for (const QString &name : older) {
        const QString saved = QStringLiteral(WAITLINE_SAVED "/") + name.left(4) + u".waitline";
        QVERIFY2(QFile::exists(saved), qPrintable(saved + u" is missing: save a database of that version"));
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("old.waitline"));
        QVERIFY(QFile::copy(saved, copy));
        const auto connection = must(Connection::open(must(Location::parse(copy)), Connection::Mode::OpenExisting));
        TestDatabase fresh(Location::Kind::SqliteFile);
        QCOMPARE(schemaOf(*connection), schemaOf(fresh.connection()));
        QVERIFY(must(checkDatabase(*connection)).isOk());
        QVERIFY(connection->integer("SELECT COUNT(*) FROM operation") > 0);
    }
    QVERIFY(older.size() == stepNames().size() - 1);
}

void UpgradeTest::stepByStepIsTheSameAsAtOnce()
{
    TEST_DATABASE(database);
    QTemporaryDir all;
    copySteps(all);
    addStep(all, QStringLiteral("9000_shelf.sql"), shelfStep);
    addStep(all, QStringLiteral("9001_shelf.sql"), "CREATE INDEX shelf_by_place ON shelf (place)\n");
    must(Migrator(database.connection(), all.path()).bringUpToDate());
    const QStringList upgraded = schemaOf(database.connection());

    TestDatabase other(kind); // has the program's own steps
    QTemporaryDir growing;
    copySteps(growing);
    for (const QString &name : {QStringLiteral("9000_shelf.sql"), QStringLiteral("9001_shelf.sql")}) {
        QVERIFY(QFile::copy(all.filePath(name), growing.filePath(name)));
        must(Migrator(other.connection(), growing.path()).bringUpToDate());
    }
    QCOMPARE(schemaOf(other.connection()), upgraded);
}

void UpgradeTest::aStepOvertakenByALaterOneIsAppliedAllTheSame()
{
    TEST_DATABASE(database);
    QTemporaryDir steps;
    copySteps(steps);
    addStep(steps, QStringLiteral("9001_rack.sql"), "CREATE TABLE rack (place TEXT NOT NULL) @strict\n");
    must(Migrator(database.connection(), steps.path()).bringUpToDate());
    addStep(steps, QStringLiteral("9000_shelf.sql"), shelfStep);
    must(Migrator(database.connection(), steps.path()).bringUpToDate());
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM shelf"), qint64(0));
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM schema_migration WHERE version IN (9000, 9001)"), qint64(2));
}

void UpgradeTest::anUpgradeKeepsTheDataAndACopyOfTheFile()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    QTemporaryDir steps;
    copySteps(steps);
    addStep(steps, QStringLiteral("9000_shelf.sql"), shelfStep);
    must(Migrator(database.connection(), steps.path()).bringUpToDate());
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM shelf"), qint64(RandomDesk::products));
    must(Migrator(database.connection(), steps.path()).bringUpToDate()); // once more changes nothing
    QVERIFY(must(checkDatabase(database.connection())).isOk());
    if (kind == Location::Kind::SqliteFile) {
        const auto copy = must(
            Connection::open(must(Location::parse(database.location().text + u".before-version-9000")), Connection::Mode::OpenExisting));
        QCOMPARE(copy->integer("SELECT COUNT(*) FROM product"), qint64(RandomDesk::products));
    }
}

void UpgradeTest::aStepThatFailsChangesNothing()
{
    TEST_DATABASE(database);
    QTemporaryDir steps;
    copySteps(steps);
    addStep(steps, QStringLiteral("9000_broken.sql"), shelfStep + "\nCREATE TABLE shelf (place TEXT)\n");
    const QStringList before = schemaOf(database.connection());
    bool failed = false;
    try {
        static_cast<void>(Migrator(database.connection(), steps.path()).bringUpToDate());
    } catch (const StoreError &) {
        failed = true;
    }
    QVERIFY(failed);
    QCOMPARE(schemaOf(database.connection()), before);
    must(Connection::open(database.location(), Connection::Mode::OpenExisting));
}

void UpgradeTest::anUpgradeThatIsStoppedChangesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.waitline"));
    QVERIFY(QFile::copy(QStringLiteral(WAITLINE_SAVED "/0001.waitline"), path));
    const Location location = must(Location::parse(path));
    const auto versionOf = [&] {
        return must(Connection::open(location, Connection::Mode::Look))->integer("SELECT MAX(version) FROM schema_migration");
    };
    QCOMPARE(versionOf(), qint64(1));
    const auto stop = std::make_shared<OpeningStop>();
    QCOMPARE(stop->stop(), qint64(0));
    OpeningStop::heedHere(stop);
    const auto opened = Connection::open(location, Connection::Mode::OpenExisting);
    OpeningStop::heedHere({});
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Cancelled);
    QCOMPARE(versionOf(), qint64(1));
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*before-version*")}).isEmpty());
    must(Connection::open(location, Connection::Mode::OpenExisting)); // and another time it is upgraded
    QVERIFY(versionOf() > 1);
}

void UpgradeTest::theStepsOfAnUpgradeAreAllOrNone()
{
    TEST_DATABASE(database);
    QTemporaryDir steps;
    copySteps(steps);
    addStep(steps, QStringLiteral("9000_shelf.sql"), shelfStep);
    addStep(steps, QStringLiteral("9001_broken.sql"), "CREATE TABLE shelf (place TEXT)\n");
    const QStringList before = schemaOf(database.connection());
    bool failed = false;
    try {
        static_cast<void>(Migrator(database.connection(), steps.path()).bringUpToDate());
    } catch (const StoreError &) {
        failed = true;
    }
    QVERIFY(failed);
    QCOMPARE(schemaOf(database.connection()), before);
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM schema_migration WHERE version >= 9000"), qint64(0));
    if (kind == Location::Kind::SqliteFile)
        QVERIFY(!QFile::exists(database.location().text + u".before-version-9001"));
}

void UpgradeTest::aNewerDatabaseIsRefused()
{
    TEST_DATABASE(database);
    database.connection().runOnce(QStringLiteral("INSERT INTO schema_migration (version, name, checksum, at) VALUES (9000, 'x', 'x', 0)"));
    const auto opened = Connection::open(database.location(), Connection::Mode::OpenExisting);
    QVERIFY(!opened && opened.error().message.contains(QStringLiteral("written by a newer Waitline")));
}

void UpgradeTest::aTamperedChecksumIsRefused()
{
    TEST_DATABASE(database);
    database.connection().runOnce(QStringLiteral("UPDATE schema_migration SET checksum = 'other'"));
    const auto opened = Connection::open(database.location(), Connection::Mode::OpenExisting);
    QVERIFY(!opened && opened.error().message.contains(QStringLiteral("another build of Waitline (step 1 differs)")));
}

QTEST_GUILESS_MAIN(UpgradeTest)
#include "upgradetest.moc"
