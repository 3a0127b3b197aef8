#include "tests/console/outsider.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waitline::test;

/// Files in and out, and the demo business.
class FileTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath("shop.waitline");

    QString written(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(Outsider(m_file).run({"init"}).status, 0); }
    void aFileIsTriedImportedAndRepeated()
    {
        const Outsider shop(m_file);
        const QString file = written("products.csv", "sku,name,price\nLAMP,Lamp,9.50\nVASE,Vase,cheap\n");
        const QJsonObject trial = shop.askObject({"import", file, "--dry-run"});
        QCOMPARE(trial.value("created").toInt(), 1);
        QCOMPARE(shop.run({"product", "show", "LAMP"}).status, 1);
        const QJsonObject done = shop.askObject({"import", file});
        for (const char *key : {"file", "format", "rows", "created", "updated", "skipped", "rejected", "rejects_file"})
            QVERIFY2(done.contains(QLatin1String(key)), key);
        QCOMPARE(done.value("rows").toInt(), 2);
        QCOMPARE(done.value("rejected").toInt(), 1);
        QVERIFY(QFile::exists(done.value("rejects_file").toString()));
        QCOMPARE(shop.askObject({"product", "show", "LAMP"}).value("price").toString(), "9.50");
        QCOMPARE(shop.askObject({"import", file}).value("created").toInt(-1), 0);
        QCOMPARE(shop.run({"import", m_folder.filePath("none.csv")}).status, 1);
        QCOMPARE(shop.run({"import", file, "--map", "name"}).status, 1);
    }
    void filesNamedInAnyOrderAreTakenInTheOrderTheyNeed()
    {
        const Outsider shop(m_file);
        const QString orders = written("a-orders.csv", "reference,customer,placed,sku,units\nR1,Zoe,2026-03-01,BOWL,2\n");
        const QString products = written("b-products.csv", "sku,name,price\nBOWL,Bowl,4.00\n");
        const QJsonArray done = shop.ask({"import", orders, products}).toArray();
        QCOMPARE(done.size(), 2);
        QCOMPARE(done[0].toObject().value("file").toString(), orders);
        QCOMPARE(done[0].toObject().value("created").toInt(), 1);
        QCOMPARE(done[0].toObject().value("new_products").toInt(), 0);
        QCOMPARE(done[1].toObject().value("created").toInt(), 1);
    }
    void aDryRunOfSeveralFilesTriesThemTogether()
    {
        const Outsider shop(m_file);
        const QString orders = written("c-details.csv", "reference,customer,placed,sku,units\nR7,Zoe,2026-03-01,PLATE,2\n");
        const QString products = written("d-products.csv", "sku,name,price\nPLATE,Plate,4.00\n");
        const QJsonArray tried = shop.ask({"import", orders, products, "--dry-run"}).toArray();
        QCOMPARE(tried[0].toObject().value("created").toInt(), 1);
        QCOMPARE(tried[0].toObject().value("new_products").toInt(), 0);
        QCOMPARE(tried[1].toObject().value("created").toInt(), 1);
        QCOMPARE(shop.run({"product", "show", "PLATE"}).status, 1);
        const QJsonArray done = shop.ask({"import", orders, products}).toArray();
        QCOMPARE(done[0].toObject().value("created").toInt(), 1);
    }
    void aRowWithTooManyCellsIsRejected()
    {
        const Outsider shop(m_file);
        const QJsonObject done = shop.askObject({"import", written("wide.csv", "sku,name,price\nFORK,Fork,12,50\nKNIFE,Knife,3.00,\n")});
        QCOMPARE(done.value("rejected").toInt(), 1);
        QCOMPARE(done.value("created").toInt(), 1);
    }
    void aPurchaseThatIsClosedIsNotExpected()
    {
        const Outsider shop(m_file);
        static_cast<void>(shop.askObject({"product", "add", "--sku", "PAN", "--name", "Pan"}));
        const QJsonObject placed = shop.askObject({"purchase", "place", "--supplier", "S", "--line", "PAN=3", "--expected", "2026-04-01"});
        const QString number = QString::number(placed.value("purchase").toInt());
        static_cast<void>(shop.askObject({"purchase", "close", number}));
        QCOMPARE(shop.run({"purchase", "expect", number, "2026-05-01"}).status, 1);
    }
    void everySubjectIsExported()
    {
        const Outsider shop(m_file);
        for (const char *subject : {"products", "waiting", "orders", "ledger", "demand", "availability"}) {
            const QString file = m_folder.filePath(QLatin1String(subject) + QStringLiteral(".csv"));
            QCOMPARE(shop.askObject({"export", subject, file}).value("file").toString(), file);
            QVERIFY(QFile::exists(file));
        }
        QCOMPARE(shop.run({"export", "secrets", m_folder.filePath("x.csv")}).status, 1);
    }
    void aFileOfWhichNothingCanBeTakenIsRefused()
    {
        const Outsider shop(m_file);
        const Ending none = shop.run({"import", written("none-good.csv", "sku,name,price\nCUP,Cup,cheap\nMUG,Mug,dear\n")});
        QCOMPARE(none.status, 1);
        QCOMPARE(none.object().value("rejected").toInt(), 2); // what was wrong is told all the same
        const QByteArray zero("sku,name,price\nBO\0WL,Bowl,4.00\n", 31);
        const Ending withNul = shop.run({"import", written("nul.csv", zero)});
        QCOMPARE(withNul.status, 1);
        const QJsonObject rejection = withNul.object().value("rejections").toArray().first().toObject();
        QCOMPARE(rejection.value("row").toInt(), 2);
        QVERIFY(rejection.value("message").toString().contains("NUL"));
    }
    void aDemoBusinessThatIsCutShortIsNotThere()
    {
        const QString file = m_folder.filePath("cut-short");
        const QStringList init{"--database", file, "init", "--demo", "--products", "200", "--customers", "2000", "--lines", "400000"};
        for (const int afterMs : {20, 150, 600}) {
            Outsider::killed(init, afterMs);
            QVERIFY(!QFile::exists(file));
        }
        static_cast<void>(Outsider(file).askObject({"init", "--demo", "--products", "5", "--customers", "5", "--lines", "20"}));
        QVERIFY(QFile::exists(file) && !QFile::exists(file + ".making"));
        QCOMPARE(Outsider(file).run({"init", "--demo"}).status, 1);
    }
    void theSameSeedMakesTheSameBusiness()
    {
        const auto demand = [&](const char *name, const char *seed) {
            const Outsider shop(m_folder.filePath(name));
            static_cast<void>(
                shop.askObject({"init", "--demo", "--seed", seed, "--products", "12", "--customers", "30", "--lines", "200"}));
            return shop.ask({"demand"});
        };
        const QJsonValue first = demand("a", "7");
        QVERIFY(!first.toArray().isEmpty());
        QCOMPARE(demand("b", "7"), first);
        QVERIFY(demand("c", "8") != first);
        const Outsider shop(m_folder.filePath("d"));
        QCOMPARE(shop.run({"init", "--seed", "7"}).status, 1);
        QVERIFY(!QFile::exists(shop.database()));
    }
};

QTEST_GUILESS_MAIN(FileTest)
#include "filetest.moc"
