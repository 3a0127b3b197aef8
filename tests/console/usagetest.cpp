#include "tests/console/outsider.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waitline::test;

/// Exit statuses, streams and the shape of the command line.
class UsageTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath("shop.waitline");

private Q_SLOTS:
    void initTestCase()
    {
        const Outsider shop(m_file);
        QCOMPARE(shop.askObject({"init"}).value("database").toString(), m_file);
        QCOMPARE(shop.run({"product", "add", "--sku", "LAMP", "--name", "Lamp"}).status, 0);
    }
    void theDesktopProgramAnswersWithoutADisplay()
    {
        for (const char *question : {"--help", "-h", "--version", "-v"}) {
            QProcess desktop;
            QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
            for (const char *variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
                bare.remove(QString::fromLatin1(variable));
            desktop.setProcessEnvironment(bare);
            desktop.start(QStringLiteral(WAITLINE_DESKTOP), {QString::fromLatin1(question)});
            QVERIFY(desktop.waitForFinished());
            QCOMPARE(desktop.exitStatus(), QProcess::NormalExit);
            QCOMPARE(desktop.exitCode(), 0);
            QVERIFY2(desktop.readAllStandardOutput().startsWith(question[1] == 'v' || question[2] == 'v' ? "waitline " : "Usage: "),
                     question);
        }
    }
    void wrongUsageEndsWithTwoAndOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown verb") << QStringList{"foo"};
        QTest::newRow("half a verb") << QStringList{"order"};
        QTest::newRow("a misspelt verb") << QStringList{"recieve"};
        QTest::newRow("unknown option") << QStringList{"queue", "LAMP", "--colour", "red"};
        QTest::newRow("another verb's option") << QStringList{"queue", "LAMP", "--reason", "x"};
        QTest::newRow("missing word") << QStringList{"queue"};
        QTest::newRow("one word too many") << QStringList{"queue", "LAMP", "LAMP"};
        QTest::newRow("no value") << QStringList{"queue", "LAMP", "--database"};
        QTest::newRow("value for a flag") << QStringList{"queue", "LAMP", "--json=yes"};
        QTest::newRow("given twice") << QStringList{"receipt", "void", "1", "--reason", "a", "--reason", "b"};
        QTest::newRow("no database") << QStringList{"queue", "LAMP", "--database", ""};
        QTest::newRow("two databases") << QStringList{"--database", "a", "queue", "LAMP", "--database", "b"};
        QTest::newRow("no moment") << QStringList{"queue", "LAMP", "--now", "yesterday"};
    }
    void wrongUsageEndsWithTwoAndOneSentence()
    {
        QFETCH(QStringList, words);
        const Ending plain = Outsider::runBare(words);
        QCOMPARE(plain.status, 2);
        QCOMPARE(plain.out, QByteArray());
        QCOMPARE(plain.err.count('\n'), 1);
        const Ending json = Outsider::runBare(QStringList{"--json"} + words);
        QCOMPARE(json.status, 2);
        QCOMPARE(json.error().value("message").toString() + u'\n', QString::fromUtf8(json.err));
    }
    void aRefusalEndsWithOne()
    {
        const Ending ending = Outsider(m_file).run({"queue", "GHOST"});
        QCOMPARE(ending.status, 1);
        QCOMPARE(ending.object().keys(), QStringList{"error"});
        QCOMPARE(ending.error().keys(), (QStringList{"field", "kind", "message"}));
        QCOMPARE(ending.error().value("kind").toString(), "not_found");
        QCOMPARE(ending.error().value("field").toString(), "sku");
        QCOMPARE(ending.error().value("message").toString() + u'\n', QString::fromUtf8(ending.err));
    }
    void withoutJsonARefusalLeavesTheOutputEmpty()
    {
        const Ending ending = Outsider::runBare({"--database", m_file, "queue", "GHOST"});
        QCOMPARE(ending.status, 1);
        QCOMPARE(ending.out, QByteArray());
        QCOMPARE(ending.err.count('\n'), 1);
    }
    void aDatabaseThatCannotBeUsedEndsWithThree_data()
    {
        QTest::addColumn<QString>("database");
        QTest::newRow("no file") << m_folder.filePath("none.waitline");
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("no server") << QStringLiteral("postgresql://nobody@%2Fnowhere/none");
        QTest::newRow("no name") << QStringLiteral("postgresql://nobody@localhost");
        QTest::newRow("another file") << QStringLiteral(WAITLINE_DATA "/README.md");
    }
    void aDatabaseThatCannotBeUsedEndsWithThree()
    {
        QFETCH(QString, database);
        const Ending ending = Outsider(database).run({"queue", "LAMP"});
        QCOMPARE(ending.status, 3);
        QVERIFY(!ending.error().value("message").toString().isEmpty());
    }
    void makingADatabaseWhereOneIsIsRefused()
    {
        const Ending ending = Outsider(m_file).run({"init"});
        QCOMPARE(ending.status, 1);
        QCOMPARE(ending.error().value("kind").toString(), "conflict");
    }
    void optionsStandAnywhereAndInBothForms()
    {
        for (const QStringList &words : {QStringList{"--database", m_file, "--json", "product", "show", "LAMP"},
                                         QStringList{"product", "show", "LAMP", "--json", "--database=" + m_file},
                                         QStringList{"product", "--json", "show", "--database", m_file, "--", "LAMP"}}) {
            const Ending ending = Outsider::runBare(words);
            QCOMPARE(ending.status, 0);
            QCOMPARE(ending.object().value("sku").toString(), "LAMP");
        }
        const QStringList before{"--customer=Ann", "--line", "LAMP=1"};
        QCOMPARE(Outsider(m_file).run(before + QStringList{"order", "place"}).status, 0);
    }
    void negativeNumbersAreWordsNotOptions()
    {
        const Outsider shop(m_file);
        const QJsonObject order = shop.askObject({"order", "place", "--customer", "Bob", "--line", "LAMP=1", "--priority", "-3"});
        QCOMPARE(order.value("priority").toInt(), -3);
        const QString number = QString::number(order.value("order").toInt());
        QCOMPARE(shop.askObject({"order", "priority", number, "-7", "--reason", "r"}).value("priority").toInt(), -7);
    }
    void helpAndVersionNeedNoDatabase()
    {
        QCOMPARE(Outsider::runBare({"--version"}).out, QByteArray("waitlinectl " WAITLINE_VERSION "\n"));
        const Ending help = Outsider::runBare({"--help"});
        QCOMPARE(help.status, 0);
        for (const char *verb : {"init", "product add", "order place", "purchase expect", "receive", "receipt void", "ship", "count",
                                 "demand", "late", "cash", "check", "backup", "restore", "batch"})
            QVERIFY2(help.out.contains(verb), verb);
        const Ending place = Outsider::runBare({"order", "place", "--help"});
        QCOMPARE(place.status, 0);
        QVERIFY(place.out.contains("--promise DAY"));
    }
    void theDefaultDatabaseIsTheDesktopProgramsOwn()
    {
        QTemporaryDir home;
        const QByteArray usual = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        QCOMPARE(Outsider::runBare({"init"}).status, 0);
        QCOMPARE(Outsider::runBare({"product", "add", "--sku", "A", "--name", "A"}).status, 0);
        QVERIFY(QFile::exists(home.filePath("waitline/waitline/business.waitline")));
        qputenv("XDG_DATA_HOME", usual);
    }
    void peopleGetTablesWithNumbersToTheRight()
    {
        const Outsider shop(m_file);
        static_cast<void>(shop.askObject({"product", "add", "--sku", "MUG", "--name", "Mug"}));
        static_cast<void>(shop.askObject({"order", "place", "--customer", "Zoë & Co", "--line", "MUG=5"}));
        static_cast<void>(shop.askObject({"order", "place", "--customer", "Al", "--line", "MUG=12"}));
        const QStringList table = QString::fromUtf8(Outsider::runBare({"--database", m_file, "queue", "MUG"}).out).split(u'\n');
        QCOMPARE(table.size(), 4);
        const qsizetype end = table[0].indexOf("waiting") + 7;
        QCOMPARE(table[1].mid(end - 7, 7), QStringLiteral("      5"));
        QCOMPARE(table[2].mid(end - 7, 7), QStringLiteral("     12"));
        QVERIFY(table[1].contains("Zoë & Co"));
    }
};

QTEST_GUILESS_MAIN(UsageTest)
#include "usagetest.moc"
