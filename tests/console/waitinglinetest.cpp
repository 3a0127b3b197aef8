#include "tests/console/linemodel.h"
#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace waitline;
using namespace waitline::test;

namespace {

const QStringList policies{"first-come", "whole-lines", "fair-share", "one-each", "paid-first"};
const qint64 start = *instantFromIso(QStringLiteral("2026-02-01T00:00:00Z"));

/// Random operations, each done by the program and by the model, and both compared after each.
class Replay final {
public:
    Replay(const QString &database, quint32 seed) : m_shop(database), m_random(seed) {}

    void openShop(const QStringList &chosen)
    {
        for (int i = 0; i < chosen.size(); ++i) {
            const QString sku = QStringLiteral("P%1").arg(i);
            const int deposit = i % 2;
            m_shop.askObject("product add",
                             {{"sku", sku}, {"name", sku}, {"price", "5"}, {"deposit", QString::number(deposit)}, {"policy", chosen[i]}});
            m_model.products[sku] = {chosen[i], deposit, 0};
        }
    }
    void step()
    {
        const int dice = below(100);
        if (dice < 34 || m_model.orders.empty())
            place();
        else if (dice < 54)
            receive();
        else if (dice < 64)
            cancel();
        else if (dice < 70)
            count();
        else if (dice < 76)
            amend();
        else if (dice < 82)
            changePriority();
        else if (dice < 90)
            ship();
        else if (dice < 96)
            pay();
        else
            changePolicy();
        compareQueues();
    }
    void compareAll()
    {
        for (const auto &[order, known] : m_model.orders)
            compareOrder(m_shop.askObject("order show", {{"order", order}}));
        QVERIFY(m_shop.askObject("check", {}).value("ok").toBool());
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    QString anySku() { return QStringLiteral("P%1").arg(below(int(m_model.products.size()))); }
    qint64 anyOrder() { return std::next(m_model.orders.begin(), below(int(m_model.orders.size())))->first; }
    qint64 anyLine() { return std::next(m_model.lines.begin(), below(int(m_model.lines.size())))->first; }

    void place()
    {
        LineModel::Order order{below(3) - 1, start + below(5) * 60'000, 0};
        QJsonArray wishes;
        for (int i = 0; i <= below(3); ++i)
            wishes += QStringLiteral("%1=%2").arg(anySku()).arg(1 + below(6));
        const QJsonObject placed = m_shop.askObject("order place", {{"customer", QStringLiteral("C%1").arg(below(9))},
                                                                    {"line", wishes},
                                                                    {"priority", order.priority},
                                                                    {"placed", toIso(order.placed)}});
        std::vector<LineModel::Line> lines;
        for (const QJsonValue &value : placed.value("lines").toArray()) {
            const QJsonObject line = value.toObject();
            lines.push_back({line.value("line").toInteger(), placed.value("order").toInteger(), line.value("sku").toString(),
                             line.value("ordered").toInteger()});
        }
        QCOMPARE(qsizetype(lines.size()), wishes.size());
        m_model.place(placed.value("order").toInteger(), order, lines);
        compareOrder(placed);
    }
    void receive()
    {
        std::map<QString, LineModel::Units> units;
        QJsonObject goods;
        for (int i = 0; i <= below(2); ++i)
            units[anySku()] = 1 + below(12);
        for (const auto &[sku, received] : units)
            goods.insert(sku, received);
        const QString policy = below(4) == 0 ? policies[below(5)] : QString();
        QJsonObject args{{"line", goods}};
        if (!policy.isEmpty())
            args.insert("policy", policy);
        QJsonObject trial = args;
        trial.insert("preview", true);
        const QJsonObject previewed = m_shop.askObject("receive", trial);
        const QJsonObject posted = m_shop.askObject("receive", args);
        QCOMPARE(previewed.value("served"), posted.value("served"));
        QCOMPARE(previewed.value("left_free"), posted.value("left_free"));
        compareServed(posted, m_model.receive(units, policy));
    }
    void cancel()
    {
        const qint64 id = anyLine();
        const LineModel::Line line = m_model.lines.at(id);
        const LineModel::Units open = line.waiting() + line.allocated;
        if (open == 0)
            return;
        const LineModel::Units units = 1 + below(int(open));
        compareAfter(m_shop.askObject("order cancel",
                                      {{"order", line.order}, {"line", QStringLiteral("%1=%2").arg(id).arg(units)}, {"reason", "r"}}),
                     [&] {
                         m_model.cancel(id, units);
                         m_model.settleOrder(line.order);
                     });
    }
    void amend()
    {
        const qint64 id = anyLine();
        const LineModel::Line line = m_model.lines.at(id);
        const LineModel::Units units = std::max<qint64>(1, line.cancelled + line.shipped) + below(6);
        compareAfter(m_shop.askObject("order amend", {{"order", line.order}, {"line", QStringLiteral("%1=%2").arg(id).arg(units)}}),
                     [&] { m_model.amend(id, units); });
    }
    void count()
    {
        const QString sku = anySku();
        const int units = below(15);
        compareServed(m_shop.askObject("count", {{"line", QJsonObject{{sku, units}}}, {"reason", "r"}}), m_model.count(sku, units));
    }
    void changePriority()
    {
        const qint64 order = anyOrder();
        const int priority = below(3) - 1;
        compareAfter(m_shop.askObject("order priority", {{"order", order}, {"priority", priority}, {"reason", "r"}}),
                     [&] { m_model.changePriority(order, priority); });
    }
    void ship()
    {
        const qint64 order = anyOrder();
        const QJsonObject answered = m_shop.tell("ship", {{"order", order}});
        std::map<qint64, LineModel::Units> left;
        for (const QJsonValue &shipment : answered.value("result").toObject().value("shipments").toArray()) {
            for (const QJsonValue &line : shipment.toObject().value("lines").toArray())
                left[line.toObject().value("line").toInteger()] = line.toObject().value("units").toInteger();
        }
        QCOMPARE(left, m_model.ship(order));
    }
    void pay()
    {
        const qint64 order = anyOrder();
        const int amount = 1 + below(6);
        m_shop.askObject("order pay", {{"order", order}, {"amount", amount}});
        m_model.orders[order].paid += amount;
    }
    void changePolicy()
    {
        const QString sku = anySku();
        m_model.products[sku].policy = policies[below(5)];
        m_shop.askObject("product set", {{"sku", sku}, {"policy", m_model.products[sku].policy}});
        m_model.settle(sku);
    }

    template <typename Change>
    void compareAfter(const QJsonObject &order, Change change)
    {
        change();
        compareOrder(order);
    }
    void compareOrder(const QJsonObject &order)
    {
        const QJsonArray lines = order.value("lines").toArray();
        QCOMPARE(size_t(lines.size()), m_model.linesOf(order.value("order").toInteger()).size());
        for (const QJsonValue &value : lines) {
            const QJsonObject seen = value.toObject();
            const LineModel::Line &line = m_model.lines.at(seen.value("line").toInteger());
            QCOMPARE(seen.value("ordered").toInteger(), line.ordered);
            QCOMPARE(seen.value("cancelled").toInteger(), line.cancelled);
            QCOMPARE(seen.value("shipped").toInteger(), line.shipped);
            QCOMPARE(seen.value("allocated").toInteger(), line.allocated);
            QCOMPARE(seen.value("waiting").toInteger(), line.waiting());
        }
    }
    static void compareServed(const QJsonObject &answer, const std::vector<LineModel::Served> &expected)
    {
        const QJsonArray served = answer.value("served").toArray();
        QCOMPARE(size_t(served.size()), expected.size());
        for (qsizetype i = 0; i < served.size(); ++i) {
            const QJsonObject one = served[i].toObject();
            const LineModel::Served seen{one.value("line").toInteger(), one.value("units").toInteger(), one.value("place").toInteger(),
                                         one.value("remaining").toInteger(-1)};
            QVERIFY(seen == expected[size_t(i)]);
        }
    }
    void compareQueues()
    {
        for (const auto &[sku, product] : m_model.products) {
            const QJsonArray queue = m_shop.ask("queue", {{"sku", sku}}).toArray();
            const auto expected = m_model.queue(sku);
            QCOMPARE(size_t(queue.size()), expected.size());
            LineModel::Units ahead = 0;
            for (qsizetype i = 0; i < queue.size(); ++i) {
                const QJsonObject entry = queue[i].toObject();
                QCOMPARE(entry.value("place").toInteger(), i + 1);
                QCOMPARE(entry.value("line").toInteger(), expected[size_t(i)]->id);
                QCOMPARE(entry.value("waiting").toInteger(), expected[size_t(i)]->waiting());
                QCOMPARE(entry.value("units_ahead").toInteger(), ahead);
                ahead += expected[size_t(i)]->waiting();
            }
            const QJsonObject figures = m_shop.askObject("product show", {{"sku", sku}});
            QCOMPARE(figures.value("on_hand").toInteger(), product.onHand);
            QCOMPARE(figures.value("allocated").toInteger(), m_model.allocated(sku));
            QCOMPARE(figures.value("waiting_backorder").toInteger(), ahead);
        }
    }

    BatchRun m_shop;
    QRandomGenerator m_random;
    LineModel m_model;
};

} // namespace

/// The program against an independent model of the waiting line.
class WaitingLineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationLeavesTheLineAsTheModelDoes_data()
    {
        QTest::addColumn<Location::Kind>("kind");
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<QStringList>("chosen");
        QTest::addColumn<int>("steps");
        QTest::newRow("first-come") << Location::Kind::SqliteFile << 11u << QStringList{"first-come", "first-come"} << 500;
        QTest::newRow("all policies") << Location::Kind::SqliteFile << 12u << policies << 500;
        QTest::newRow("all policies once more") << Location::Kind::SqliteFile << 13u << policies << 500;
        QTest::newRow("on the server") << Location::Kind::Postgres << 14u << policies << 120;
    }
    void everyOperationLeavesTheLineAsTheModelDoes()
    {
        QFETCH(quint32, seed);
        QFETCH(QStringList, chosen);
        QFETCH(int, steps);
        TEST_DATABASE(database);
        Replay replay(database.location().text, seed);
        replay.openShop(chosen);
        for (int step = 0; step < steps; ++step) {
            replay.step();
            if (QTest::currentTestFailed())
                qFatal("Seed %u differs at step %d", seed, step);
        }
        replay.compareAll();
    }
};

QTEST_GUILESS_MAIN(WaitingLineTest)
#include "waitinglinetest.moc"
