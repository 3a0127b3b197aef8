#include "models/store/location.h"
#include "models/store/serverwords.h"

#include <QTest>

using namespace waitline;

class LocationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsTakenAndNotKeptInTheText()
    {
        const auto location = Location::parse(QStringLiteral("postgresql://ann:p%40ss@db.example:5433/shop"));
        QVERIFY(location);
        QCOMPARE(location->user, QStringLiteral("ann"));
        QCOMPARE(location->password, QStringLiteral("p@ss"));
        QCOMPARE(location->text, QStringLiteral("postgresql://ann@db.example:5433/shop"));
    }
    void anAddressOfPartsReadsBackAsTheSame()
    {
        for (const QString &host : {QStringLiteral("db.example"), QStringLiteral("/var/run/postgresql"), QString()}) {
            const Location made = Location::server(host, 5433, QStringLiteral("ann"), QStringLiteral("my shop"));
            const auto read = Location::parse(made.text);
            QVERIFY(read);
            QCOMPARE(read->host, host);
            QCOMPARE(read->port, 5433);
            QCOMPARE(read->user, QStringLiteral("ann"));
            QCOMPARE(read->database, QStringLiteral("my shop"));
        }
    }
    void whatTheServerSaysBecomesAdvice_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *text, const char *sentence) { QTest::newRow(text) << QString(text) << QString(sentence); };
        row("connection to server at \"db\" (10.0.0.1), port 5432 failed: Connection refused\n\tIs the server running?",
            "No PostgreSQL server answers at db, port 5432: check the address, and that the server runs.");
        row("could not translate host name \"db\" to address: Name or service not known",
            "Nothing on the network is called “db”: check the server's name.");
        row("FATAL:  password authentication failed for user \"ann\"", "The server does not take this password for ann: type it again.");
        row("fe_sendauth: no password supplied", "The server wants a password for ann: type it, or put it into ~/.pgpass.");
        row("FATAL:  role \"ann\" does not exist", "The server knows no user “ann”: check the name, or have it made there.");
        row("FATAL:  database \"shop\" does not exist", "The server has no database “shop”: check the name, or have it made there.");
        row("FATAL:  the database system is starting up",
            "The server at db, port 5432 is just starting or stopping: try again in a moment.");
        row("timeout expired", "The server at db, port 5432 does not answer: check the address and the network.");
        row("something  else", "The database shop cannot be opened at db, port 5432: check the address (the server says: something else).");
    }
    void whatTheServerSaysBecomesAdvice()
    {
        QFETCH(QString, text);
        const Location shop = Location::server(QStringLiteral("db"), 5432, QStringLiteral("ann"), QStringLiteral("shop"));
        QTEST(whyServerRefuses(shop, text), "sentence");
    }
};

QTEST_GUILESS_MAIN(LocationTest)
#include "locationtest.moc"
