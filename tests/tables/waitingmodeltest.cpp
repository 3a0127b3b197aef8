#include "models/tables/waitingmodel.h"
#include "models/domain/foldedtext.h"
#include "models/services/reports.h"
#include "tests/support/busyshop.h"
#include "tests/tables/watched.h"

#include <algorithm>

using namespace waitline;
using namespace waitline::test;

namespace {

std::vector<QueueEntry> everyQueue(Connection &connection)
{
    std::vector<QueueEntry> all;
    for (int number = 0; number < busyProducts; ++number) {
        for (QueueEntry &entry : must(queueOf(connection, busySku(number), callerAt().today())))
            all.push_back(std::move(entry));
    }
    return all;
}

template <typename Condition>
std::vector<qint64> linesWhere(const std::vector<QueueEntry> &queue, Condition condition)
{
    std::vector<qint64> lines;
    for (const QueueEntry &entry : queue) {
        if (condition(entry))
            lines.push_back(entry.row.line.value);
    }
    return lines;
}

} // namespace

class WaitingModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsWhatTheQueueReportSays_data() { eachDatabase(); }
    void everyRowIsWhatTheQueueReportSays()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        WaitingModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        const std::vector<QueueEntry> expected = everyQueue(database.connection());
        QVERIFY(expected.size() > 130);
        QCOMPARE(model.rowCount(), int(expected.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const QueueEntry &entry = expected[size_t(row)];
            QCOMPARE(cell(model, row, 0, IdRole).toLongLong(), entry.row.line.value);
            QCOMPARE(cell(model, row, WaitingModel::Product).toString(), entry.sku);
            QCOMPARE(cell(model, row, WaitingModel::Customer).toString(), entry.row.customer);
            QCOMPARE(cell(model, row, WaitingModel::Place, NumberRole).toLongLong(), entry.place);
            QCOMPARE(cell(model, row, WaitingModel::UnitsAhead, NumberRole).toLongLong(), entry.unitsAhead);
            QCOMPARE(cell(model, row, WaitingModel::Waiting, NumberRole).toLongLong(), entry.row.waiting);
            QCOMPARE(cell(model, row, WaitingModel::Eta, NumberRole).toDate(), entry.coverage.eta);
            QCOMPARE(cell(model, row, WaitingModel::CoveredBy, NumberRole).toLongLong(),
                     entry.coverage.coveredBy.value_or(PurchaseId{}).value);
            QCOMPARE(cell(model, row, WaitingModel::Promise, NumberRole).toDate(), entry.row.promise.value_or(QDate()));
            const auto status = WaitingStatus(cell(model, row, 0, StatusRole).toInt());
            QCOMPARE(status == WaitingStatus::Late, entry.isLate());
            QCOMPARE(WaitingKind(cell(model, row, 0, KindRole).toInt()) == WaitingKind::Preorder, entry.row.preorder);
        }
    }
    void aFilterLeavesTheLinesItNames_data() { eachDatabase(); }
    void aFilterLeavesTheLinesItNames()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        OpenSession open(database);
        WaitingModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        const ProductId mixed = must(ProductService(connection).show(busySku(6))).id;
        const auto queue = everyQueue(connection);
        const OrderId firstOrder = queue.front().row.order;
        const auto check = [&](const WaitingFilter &filter, auto condition) {
            awaitLoaded(model, [&] { model.setFilter(filter); });
            const auto expected = linesWhere(queue, condition);
            QCOMPARE(idsOf(model), expected);
            QVERIFY(!expected.empty());
            Units units = 0;
            Money value = 0;
            for (int row = 0; row < model.rowCount(); ++row) {
                units += cell(model, row, WaitingModel::Waiting, NumberRole).toLongLong();
                value += cell(model, row, WaitingModel::Value, NumberRole).toLongLong();
            }
            QCOMPARE(model.totals().lines, qint64(expected.size()));
            QCOMPARE(model.totals().units, units);
            QCOMPARE(model.totals().value, value);
            for (int row = 0; row < model.rowCount(); ++row) {
                const auto entry = std::find_if(queue.begin(), queue.end(), [&](const QueueEntry &candidate) {
                    return candidate.row.line.value == cell(model, row, 0, IdRole).toLongLong();
                });
                QCOMPARE(cell(model, row, WaitingModel::Place, NumberRole).toLongLong(), entry->place);
                QCOMPARE(cell(model, row, WaitingModel::UnitsAhead, NumberRole).toLongLong(), entry->unitsAhead);
            }
        };
        using Entry = const QueueEntry &;
        check({{}, {}, true, false, false}, [](Entry entry) { return entry.row.preorder; });
        check({{}, {}, false, false, false}, [](Entry entry) { return !entry.row.preorder; });
        check({{}, mixed, true, false, false}, [&](Entry entry) { return entry.row.product == mixed && entry.row.preorder; });
        check({{}, mixed, {}, false, false}, [&](Entry entry) { return entry.row.product == mixed; });
        check({{}, {}, {}, true, false}, [](Entry entry) { return entry.isLate(); });
        check({{}, {}, {}, false, true}, [](Entry entry) { return !entry.coverage.isCovered(); });
        check({{}, {}, true, false, true}, [](Entry entry) { return entry.row.preorder && !entry.coverage.isCovered(); });
        check({QStringLiteral("lamp"), {}, {}, false, false}, [](Entry entry) { return (entry.sku.right(1).toInt() % 2) == 1; });
        check({QStringLiteral("AKE"), {}, {}, false, false},
              [](Entry entry) { return entry.row.customer.contains(QStringLiteral("Åke")); });
        check({QStringLiteral("ake"), {}, {}, true, false},
              [](Entry entry) { return entry.row.customer.contains(QStringLiteral("Åke")) && entry.isLate(); });
        check({QString::number(firstOrder.value), {}, {}, false, false}, [&](Entry entry) { return entry.row.order == firstOrder; });
        check({QStringLiteral("web-7").toUpper(), {}, {}, false, false}, [&](Entry entry) { return entry.row.order.value == 8; });
    }
    void everyColumnSortsBothWays_data() { eachDatabase(); }
    void everyColumnSortsBothWays()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        WaitingModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        auto everyLine = idsOf(model);
        std::sort(everyLine.begin(), everyLine.end());
        for (int column = 0; column < WaitingModel::columns; ++column) {
            for (Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
                awaitLoaded(model, [&] { model.sort(column, order); });
                auto ids = idsOf(model);
                std::sort(ids.begin(), ids.end());
                QCOMPARE(ids, everyLine);
                QVariant before;
                for (int row = 0; row < model.rowCount(); ++row) {
                    const bool isText = column == WaitingModel::Product || column == WaitingModel::Name || column == WaitingModel::Customer;
                    const QVariant value = column == WaitingModel::Kind ? cell(model, row, column, KindRole)
                                           : isText                     ? QVariant(folded(cell(model, row, column).toString()))
                                                                        : cell(model, row, column, NumberRole);
                    // Covered from stock has no purchase and comes first; what has no value at all comes last.
                    if (row > 0 && before.isValid() && value.isValid())
                        QVERIFY((QVariant::compare(before, value) !=
                                 (order == Qt::AscendingOrder ? QPartialOrdering::Greater : QPartialOrdering::Less)));
                    before = value;
                }
            }
        }
    }
    void aProductsLineCanBeReadFromItsTail_data() { eachDatabase(); }
    void aProductsLineCanBeReadFromItsTail()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        WaitingModel model(open.session);
        WaitingFilter filter;
        filter.product = must(ProductService(database.connection()).show(busySku(2))).id;
        model.setFilter(filter);
        awaitLoaded(model, [&] { model.setLive(true); });
        auto forward = idsOf(model);
        awaitLoaded(model, [&] { model.sort(WaitingModel::Place, Qt::DescendingOrder); });
        std::reverse(forward.begin(), forward.end());
        QCOMPARE(idsOf(model), forward);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(cell(model, row, WaitingModel::Place, NumberRole).toInt(), model.rowCount() - row);
    }
    void anotherDesksOrderComesInWithoutAReset_data() { eachDatabase(); }
    void anotherDesksOrderComesInWithoutAReset()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        WaitingModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        must(open.session.write([](Connection &) { return Result<Done>(Done{}); }).result()); // the watch has begun
        const int before = model.rowCount();
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        OrderDraft draft;
        draft.customer = QStringLiteral("Newcomer");
        draft.priority = -100; // last in the last product's line
        draft.lines.push_back({busySku(8), 3, {}});
        must(OrderService(database.connection()).place(draft, callerAt(500)));
        QTRY_COMPARE(model.rowCount(), before + 1);
        QCOMPARE(cell(model, before, WaitingModel::Customer).toString(), QStringLiteral("Newcomer"));
        QVERIFY(reset.isEmpty());
        must(OrderService(database.connection())
                 .cancel(OrderId{cell(model, before, 0, OrderIdRole).toLongLong()}, {}, {}, QStringLiteral("withdrawn"), callerAt(501)));
        QTRY_COMPARE(model.rowCount(), before);
        QVERIFY(reset.isEmpty());
    }
    void aHiddenListReadsNothingUntilItIsShown()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        fillBusyShop(database.connection());
        OpenSession open(database);
        WaitingModel model(open.session);
        awaitLoaded(model, [&] { model.setLive(true); });
        model.setLive(false);
        const int before = model.rowCount();
        QSignalSpy loaded(&model, &WindowedModel::loaded);
        QSignalSpy changed(&open.session, &Session::changed);
        must(open.session
                 .write([](Connection &connection) {
                     OrderDraft draft;
                     draft.customer = QStringLiteral("Newcomer");
                     draft.lines.push_back({busySku(8), 3, {}});
                     return OrderService(connection).place(draft, callerAt(500));
                 })
                 .result());
        QVERIFY(!changed.isEmpty() || changed.wait());
        must(open.session.read([](Connection &) { return Result<Done>(Done{}); }).result());
        QCOMPARE(model.rowCount(), before);
        QVERIFY(loaded.isEmpty());
        awaitLoaded(model, [&] { model.setLive(true); });
        QCOMPARE(model.rowCount(), before + 1);
    }
    void theLastOfTwoQuestionsIsAnswered()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        fillBusyShop(database.connection());
        OpenSession open(database);
        WaitingModel model(open.session);
        model.setLive(true);
        WaitingFilter filter;
        for (const char *text : {"ake", "berit", "cecil"}) {
            filter.text = QString::fromLatin1(text);
            model.setFilter(filter);
        }
        QSignalSpy loaded(&model, &WindowedModel::loaded);
        QVERIFY(loaded.wait());
        QVERIFY(!model.isLoading());
        QVERIFY(cell(model, 0, WaitingModel::Customer).toString().contains(QStringLiteral("Cecil")));
        must(open.session.read([](Connection &) { return Result<Done>(Done{}); }).result());
        QCoreApplication::processEvents();
        QCOMPARE(loaded.size(), 1);
    }
    void aDatabaseThatCannotBeReadIsTold()
    {
        Session session(must(Location::parse(QStringLiteral("/nowhere/at/all.waitline"))), {{}, [] { return callerAt().now; }});
        QVERIFY(!session.open(Connection::Mode::OpenExisting).result());
        WaitingModel model(session);
        QSignalSpy failed(&model, &WindowedModel::failed);
        model.setLive(true);
        QVERIFY(failed.wait());
        QVERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(WaitingModelTest)
#include "waitingmodeltest.moc"
