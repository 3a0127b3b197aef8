#include "models/services/checkservice.h"
#include "models/store/backup.h"
#include "models/store/storeerror.h"
#include "models/store/transaction.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

#include <QSqlQuery>

#include <sys/wait.h>
#include <unistd.h>

using namespace waitline;
using namespace waitline::test;

/// What is no usable database says so in one sentence and keeps every byte; backups are whole and private.
class OpeningTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoDatabaseIsRefusedUnaltered_data();
    void whatIsNoDatabaseIsRefusedUnaltered();
    void aForeignDatabaseIsRefusedUnaltered_data();
    void aForeignDatabaseIsRefusedUnaltered();
    void aTruncatedDatabaseIsDamaged();
    void aLockedDatabaseIsInUse();
    void aReadOnlyDatabaseIsRefusedUnaltered();
    void anExistingFileIsNotMadeAnew();
    void aDatabaseThatCannotBeMadeLeavesNoFile();
    void whatWasStoppedWhileItWasMadeIsInNobodysWay();
    void filesArePrivate();
    void aBackupIsWholeWhileAnotherDeskWrites();
    void aBackupKeepsWhatIsThere();
    void aRestoreKeepsTheOldFile();
    void aRestoreWaitsForNobodyElse();
    void aRestoreTakesOnlyWaitlineFiles();
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

Location at(const QString &path) { return must(Location::parse(path)); }

QString refusal(const QString &path, int patienceMs = 100)
{
    const auto opened = Connection::open(at(path), Connection::Mode::OpenExisting, patienceMs);
    return opened ? QStringLiteral("opened") : opened.error().message;
}

bool isPrivate(const QString &path)
{
    return (QFile::permissions(path) & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser)) == 0;
}

} // namespace

void OpeningTest::whatIsNoDatabaseIsRefusedUnaltered_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray(5000, 'x');
    QTest::newRow("text") << QByteArray("sku,name\nLAMP,Lamp\n");
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("header and garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, 'y');
}

void OpeningTest::whatIsNoDatabaseIsRefusedUnaltered()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file.waitline"));
    writeBytes(path, bytes);
    const QString message = refusal(path);
    QVERIFY2(message.contains(QStringLiteral("is not a Waitline database")) || message.contains(QStringLiteral("is damaged")),
             qPrintable(message));
    QCOMPARE(bytesOf(path), bytes);
}

void OpeningTest::aForeignDatabaseIsRefusedUnaltered_data()
{
    QTest::addColumn<QString>("journal");
    QTest::newRow("rollback journal") << QStringLiteral("DELETE");
    QTest::newRow("write-ahead log") << QStringLiteral("WAL");
}

void OpeningTest::aForeignDatabaseIsRefusedUnaltered()
{
    QFETCH(QString, journal);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("foreign.db"));
    {
        QSqlDatabase foreign = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("foreign"));
        foreign.setDatabaseName(path);
        QVERIFY(foreign.open());
        QSqlQuery query(foreign);
        QVERIFY(query.exec(QStringLiteral("PRAGMA journal_mode = ") + journal));
        QVERIFY(query.exec(QStringLiteral("CREATE TABLE note (text TEXT)")));
        query.finish();
        const QByteArray before = bytesOf(path);
        QVERIFY(refusal(path).contains(QStringLiteral("is not a Waitline database")));
        QCOMPARE(bytesOf(path), before);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("foreign"));
    const QByteArray closed = bytesOf(path);
    QVERIFY(refusal(path).contains(QStringLiteral("is not a Waitline database")));
    QCOMPARE(bytesOf(path), closed);
}

void OpeningTest::aTruncatedDatabaseIsDamaged()
{
    TestDatabase database(Location::Kind::SqliteFile);
    database.close();
    const QString path = database.location().text;
    const QByteArray bytes = bytesOf(path).left(20'000);
    writeBytes(path, bytes);
    const QString message = refusal(path);
    QVERIFY2(message.contains(QStringLiteral("damaged")) && message.contains(QStringLiteral("restore a backup")), qPrintable(message));
    QCOMPARE(bytesOf(path), bytes);
}

void OpeningTest::aLockedDatabaseIsInUse()
{
    TestDatabase database(Location::Kind::SqliteFile);
    database.connection().runOnce(QStringLiteral("PRAGMA journal_mode = DELETE"));
    database.connection().runOnce(QStringLiteral("BEGIN EXCLUSIVE"));
    const QString message = refusal(database.location().text);
    QVERIFY2(message.contains(QStringLiteral("in use by another program")), qPrintable(message));
    database.connection().runOnce(QStringLiteral("ROLLBACK"));
}

void OpeningTest::aReadOnlyDatabaseIsRefusedUnaltered()
{
    TestDatabase database(Location::Kind::SqliteFile);
    database.close();
    const QString path = database.location().text;
    const QByteArray before = bytesOf(path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(QFileInfo(path).path(),
                          QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    const pid_t child = fork(); // root may write everything: somebody else tries
    if (child == 0) {
        const bool isSomebodyElse = geteuid() != 0 || setresuid(65534, 65534, 65534) == 0;
        const QString message = refusal(path);
        _exit(isSomebodyElse && message.contains(path) && message.contains(QStringLiteral("check its permissions")) ? 0 : 1);
    }
    int status = 1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QCOMPARE(bytesOf(path), before);
    QFile::setPermissions(QFileInfo(path).path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void OpeningTest::anExistingFileIsNotMadeAnew()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notes.txt"));
    writeBytes(path, "mine");
    const auto made = Connection::open(at(path), Connection::Mode::Create);
    QVERIFY(!made && made.error().kind == Error::Kind::Conflict);
    QCOMPARE(bytesOf(path), QByteArray("mine"));
    QVERIFY(!Connection::open(at(folder.filePath(QStringLiteral("no/such/folder.waitline"))), Connection::Mode::Create));
    QVERIFY(refusal(folder.filePath(QStringLiteral("none.waitline"))).contains(QStringLiteral("does not exist")));
    QVERIFY(refusal(folder.path()).contains(QStringLiteral("is a folder")));
}

void OpeningTest::aDatabaseThatCannotBeMadeLeavesNoFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new.waitline"));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("new.waitline-wal"))); // the log cannot be made
    const auto made = Connection::open(at(path), Connection::Mode::Create, 100);
    QVERIFY(!made && made.error().kind == Error::Kind::Storage);
    QVERIFY(!QFile::exists(path));
}

void OpeningTest::whatWasStoppedWhileItWasMadeIsInNobodysWay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new.waitline"));
    writeBytes(path + u".creating", "half");
    writeBytes(path + u".creating-wal", "half");
    QVERIFY(Connection::open(at(path), Connection::Mode::Create).isOk());
    QVERIFY(isPrivate(path));
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.creating*")}), QStringList());
}

void OpeningTest::filesArePrivate()
{
    TestDatabase database(Location::Kind::SqliteFile);
    RandomDesk::open(database.connection());
    const QString path = database.location().text;
    for (const char *suffix : {"", "-wal", "-shm"})
        QVERIFY2(QFile::exists(path + QLatin1String(suffix)) && isPrivate(path + QLatin1String(suffix)), suffix);
    must(backUp(database.connection(), path + u".backup", Overwrite::No));
    QVERIFY(isPrivate(path + u".backup"));
}

void OpeningTest::aBackupIsWholeWhileAnotherDeskWrites()
{
    TestDatabase database(Location::Kind::SqliteFile);
    RandomDesk::open(database.connection());
    const auto writer = database.another();
    RandomDesk desk(*writer, 5);
    for (int i = 0; i < 50; ++i)
        static_cast<void>(desk.step());
    const qint64 operations = database.connection().integer("SELECT COUNT(*) FROM operation");
    const QString path = database.location().text + u".backup";
    {
        Transaction open(*writer);
        writer->runOnce(QStringLiteral("DELETE FROM setting"));
        writer->runOnce(QStringLiteral("INSERT INTO setting (name, value) VALUES ('half', 'done')"));
        must(backUp(database.connection(), path, Overwrite::No));
    }
    const auto backup = must(Connection::open(at(path), Connection::Mode::OpenExisting));
    QCOMPARE(backup->integer("SELECT COUNT(*) FROM operation"), operations);
    QCOMPARE(backup->integer("SELECT COUNT(*) FROM setting WHERE name = 'half'"), qint64(0));
    QVERIFY(must(checkDatabase(*backup)).isOk());
}

void OpeningTest::aBackupKeepsWhatIsThere()
{
    TestDatabase database(Location::Kind::SqliteFile);
    const QString path = database.location().text + u".backup";
    writeBytes(path, "mine");
    QVERIFY(!backUp(database.connection(), path, Overwrite::No));
    QVERIFY(!backUp(database.connection(), database.location().text, Overwrite::Yes));
    QVERIFY(!backUp(database.connection(), QStringLiteral("/no/such/folder/backup"), Overwrite::Yes));
    QVERIFY(!backUp(database.connection(), QString(), Overwrite::Yes));
    QCOMPARE(bytesOf(path), QByteArray("mine"));
    must(backUp(database.connection(), path, Overwrite::Yes));
    must(Connection::open(at(path), Connection::Mode::OpenExisting));
}

void OpeningTest::aRestoreKeepsTheOldFile()
{
    TestDatabase database(Location::Kind::SqliteFile);
    const QString path = database.location().text;
    const QString backup = path + u".backup";
    must(backUp(database.connection(), backup, Overwrite::No));
    const QByteArray saved = bytesOf(backup);
    RandomDesk::open(database.connection());
    database.close();
    QVERIFY(restoreBackup(backup, path, Overwrite::No).error().kind == Error::Kind::Conflict);
    must(restoreBackup(backup, path, Overwrite::Yes));
    QCOMPARE(must(Connection::open(at(path), Connection::Mode::OpenExisting))->integer("SELECT COUNT(*) FROM product"), qint64(0));
    QCOMPARE(must(Connection::open(at(path + u".before-restore"), Connection::Mode::OpenExisting))->integer("SELECT COUNT(*) FROM product"),
             qint64(RandomDesk::products));
    QCOMPARE(bytesOf(backup), saved);
    QVERIFY(isPrivate(path));
}

void OpeningTest::aRestoreWaitsForNobodyElse()
{
    TestDatabase database(Location::Kind::SqliteFile);
    const QString backup = database.location().text + u".backup";
    must(backUp(database.connection(), backup, Overwrite::No));
    const auto refused = restoreBackup(backup, database.location().text, Overwrite::Yes);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("open in another program")), qPrintable(refused.error().message));
    RandomDesk::open(database.connection()); // which goes on working
    QVERIFY(!QFile::exists(database.location().text + u".before-restore"));
}

void OpeningTest::aRestoreTakesOnlyWaitlineFiles()
{
    TestDatabase database(Location::Kind::SqliteFile);
    database.close();
    const QString path = database.location().text;
    const QByteArray before = bytesOf(path);
    writeBytes(path + u".txt", "mine");
    QVERIFY(!restoreBackup(path + u".txt", path, Overwrite::Yes));
    QVERIFY(!restoreBackup(path + u".none", path, Overwrite::Yes));
    QCOMPARE(bytesOf(path), before);
}

QTEST_GUILESS_MAIN(OpeningTest)
#include "openingtest.moc"
