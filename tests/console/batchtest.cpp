#include "tests/console/outsider.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace waitline::test;

/// The stream of lines: its order, its errors and its ids.
class BatchTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath("shop.waitline");

    /// The answers to `lines`, which are sent at once.
    QList<QJsonObject> answersTo(const QList<QByteArray> &lines)
    {
        const Ending ending = Outsider::runBare({"--database", m_file, "batch"}, lines.join('\n') + '\n');
        if (ending.status != 0)
            qFatal("The batch ended with %d: %s", ending.status, ending.err.constData());
        QList<QJsonObject> answers;
        for (const QByteArray &line : ending.out.split('\n')) {
            if (!line.isEmpty())
                answers += QJsonDocument::fromJson(line).object();
        }
        return answers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(Outsider(m_file).run({"init"}).status, 0);
        QCOMPARE(Outsider(m_file).run({"product", "add", "--sku", "LAMP", "--name", "Lamp"}).status, 0);
    }
    void answersComeInOrderOneLineEach()
    {
        QList<QByteArray> lines;
        for (int i = 0; i < 300; ++i)
            lines += QStringLiteral(R"({"id":%1,"verb":"receive","args":{"line":{"LAMP":1}}})").arg(i).toUtf8();
        const QList<QJsonObject> answers = answersTo(lines);
        QCOMPARE(answers.size(), 300);
        for (int i = 0; i < 300; ++i) {
            QCOMPARE(answers[i].value("id").toInt(-1), i);
            QVERIFY(answers[i].value("ok").toBool());
        }
    }
    void oneBadLineStopsNothing_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("receive LAMP 5");
        QTest::newRow("half an object") << QByteArray(R"({"id":1,"verb":)");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("a number") << QByteArray("5");
        QTest::newRow("broken text") << QByteArray("{\"id\":1,\"verb\":\"\xff\xfe\"}");
        QTest::newRow("a zero byte") << QByteArray("{\"id\":1,\"verb\":\"rec\0eive\"}", 27);
        QTest::newRow("nested beyond sense") << QByteArray(200'000, '[');
        QTest::newRow("args nested beyond sense")
            << "{\"verb\":\"receive\",\"args\":{\"line\":" + QByteArray(900, '[') + QByteArray(900, ']') + "}}";
        QTest::newRow("no verb") << QByteArray(R"({"id":1})");
        QTest::newRow("verb of wrong type") << QByteArray(R"({"verb":7})");
        QTest::newRow("unknown verb") << QByteArray(R"({"verb":"sell"})");
        QTest::newRow("verb of the command line") << QByteArray(R"({"verb":"init"})");
        QTest::newRow("batch in a batch") << QByteArray(R"({"verb":"batch"})");
        QTest::newRow("unknown key") << QByteArray(R"({"verb":"late","arguments":{}})");
        QTest::newRow("args of wrong type") << QByteArray(R"({"verb":"late","args":[1]})");
        QTest::newRow("unknown argument") << QByteArray(R"({"verb":"late","args":{"sku":"LAMP"}})");
        QTest::newRow("missing word") << QByteArray(R"({"verb":"queue","args":{}})");
        QTest::newRow("null word") << QByteArray(R"({"verb":"queue","args":{"sku":null}})");
        QTest::newRow("word of wrong type") << QByteArray(R"({"verb":"queue","args":{"sku":{"a":1}}})");
        QTest::newRow("list for one value") << QByteArray(R"({"verb":"queue","args":{"sku":["LAMP"]}})");
        QTest::newRow("flag of wrong type") << QByteArray(R"({"verb":"ship","args":{"ready":"yes"}})");
        QTest::newRow("truth for a text") << QByteArray(R"({"verb":"queue","args":{"sku":true}})");
        QTest::newRow("uuid of wrong type") << QByteArray(R"({"verb":"late","uuid":5})");
        QTest::newRow("empty uuid") << QByteArray(R"({"verb":"late","uuid":""})");
        QTest::newRow("no moment") << QByteArray(R"({"verb":"late","now":"never"})");
        QTest::newRow("lines of wrong type") << QByteArray(R"({"verb":"receive","args":{"line":[[1]]}})");
        QTest::newRow("line with an unknown part")
            << QByteArray(R"({"verb":"receive","args":{"line":[{"sku":"LAMP","units":1,"colour":"red"}]}})");
        QTest::newRow("units of wrong type") << QByteArray(R"({"verb":"receive","args":{"line":{"LAMP":[1]}}})");
        QTest::newRow("units true") << QByteArray(R"({"verb":"receive","args":{"line":{"LAMP":true}}})");
        QTest::newRow("units null") << QByteArray(R"({"verb":"receive","args":{"line":{"LAMP":null}}})");
        QTest::newRow("overflow") << QByteArray(R"({"verb":"receive","args":{"line":{"LAMP":99999999999999999999}}})");
    }
    void oneBadLineStopsNothing()
    {
        QFETCH(QByteArray, line);
        const QList<QJsonObject> answers = answersTo({R"({"id":"before","verb":"queue","args":{"sku":"LAMP"}})", line, "", "   ",
                                                      R"({"id":"after","verb":"queue","args":{"sku":"LAMP"}})"});
        QCOMPARE(answers.size(), 3);
        QVERIFY(answers[0].value("ok").toBool());
        QVERIFY(!answers[1].value("ok").toBool(true));
        const QJsonObject error = answers[1].value("error").toObject();
        QCOMPARE(error.keys(), (QStringList{"field", "kind", "message"}));
        QVERIFY(!error.value("message").toString().isEmpty());
        QCOMPARE(answers[2].value("id").toString(), "after");
        QVERIFY(answers[2].value("ok").toBool());
    }
    void idsComeBackAsGiven_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id :
             {"1", "-7", "\"a\\\"b\"", "null", "true", "[1,{\"a\":[]}]", "{\"b\":2}", "9007199254740993", "1.5", "\"\xc3\xa9\""})
            QTest::newRow(id) << QByteArray(id);
    }
    void idsComeBackAsGiven()
    {
        QFETCH(QByteArray, id);
        for (const QByteArray &rest : {QByteArray(",\"verb\":\"late\"}"), QByteArray(",\"verb\":\"no\"}")}) {
            const Ending ending = Outsider::runBare({"--database", m_file, "batch"}, "{\"id\":" + id + rest + '\n');
            const QByteArray head = "{\"id\":" + id + ",\"ok\":";
            QCOMPARE(ending.out.left(head.size()), head);
        }
    }
    void theLastLineNeedsNoLineBreak()
    {
        const Ending ending = Outsider::runBare({"--database", m_file, "batch"}, R"({"id":1,"verb":"late"})");
        QCOMPARE(ending.out, QByteArray("{\"id\":1,\"ok\":true,\"result\":[]}\n"));
    }
    void linesTakeEveryWrittenForm()
    {
        BatchRun shop(m_file);
        shop.askObject("product add", {{"sku", "A=B"}, {"name", "An odd SKU"}, {"price", 12.5}});
        const QJsonArray forms{QJsonObject{{"A=B", 2}},
                               QJsonObject{{"A=B", "2@12.50"}},
                               QJsonObject{{"A=B", QJsonObject{{"units", 2}, {"price", "12.50"}}}},
                               "A=B=2",
                               QJsonArray{"A=B=1", "A=B=1@12.5"},
                               QJsonArray{QJsonObject{{"sku", "A=B"}, {"units", 2}, {"price", 12.5}}},
                               QJsonObject{{"sku", "A=B"}, {"units", "2"}}};
        for (const QJsonValue &form : forms) {
            const QJsonObject order = shop.askObject("order place", {{"customer", "Ann"}, {"line", form}});
            QCOMPARE(order.value("total").toString(), "25.00");
        }
    }
    void anIdThatCannotBeGivenBackIsRefused()
    {
        const QList<QJsonObject> answers = answersTo({R"({"id":9223372036854775807,"verb":"queue","args":{"sku":"LAMP"}})",
                                                      R"({"id":9223372036854775808,"verb":"queue","args":{"sku":"LAMP"}})",
                                                      R"({"id":"9223372036854775808","verb":"queue","args":{"sku":"LAMP"}})"});
        QCOMPARE(answers[0].value("id").toInteger(), std::numeric_limits<qint64>::max());
        QVERIFY(answers[0].value("ok").toBool() && answers[2].value("ok").toBool());
        QVERIFY(!answers[1].value("ok").toBool() && answers[1].value("id").isNull());
        QCOMPARE(answers[1].value("error").toObject().value("field").toString(), "id");
    }
    void eachLineMaySayItsMoment()
    {
        const QList<QJsonObject> answers =
            answersTo({R"({"verb":"order place","now":"2025-01-05T10:00:00Z","args":{"customer":"Ann","line":"LAMP=1"}})"});
        QCOMPARE(answers[0].value("result").toObject().value("placed").toString(), "2025-01-05T10:00:00.000Z");
        QVERIFY(answers[0].value("id").isNull());
    }
};

QTEST_GUILESS_MAIN(BatchTest)
#include "batchtest.moc"
