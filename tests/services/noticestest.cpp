#include "models/services/checkservice.h"
#include "models/services/demobusiness.h"
#include "models/services/noticeservice.h"
#include "models/services/orderediting.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/promiseservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "models/services/storesettings.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

namespace {

const QString lamp = QStringLiteral("LAMP");
const QDate promised = QDate(2026, 3, 20);

/// A shop with one lamp, whose orders are all promised for the 20th.
class Shop final {
public:
    explicit Shop(Connection &opened) : connection(opened), notices(opened)
    {
        ProductTerms terms;
        terms.sku = lamp;
        terms.name = QStringLiteral("Brass lamp");
        terms.price = 1'000;
        must(ProductService(connection).add(terms, callerAt()));
    }

    OrderView place(const QString &customer, Units units, int minute = 0)
    {
        OrderDraft draft;
        draft.customer = customer;
        draft.lines = {{lamp, units, {}}};
        draft.promise = promised;
        return must(OrderService(connection).place(draft, callerAt(minute)));
    }
    ReceiptId receive(Units units)
    {
        return must(ReceivingService(connection).post({{}, {{lamp, units, 0}}, {}, {}}, callerAt(60))).receipt;
    }
    /// "shipped 12" of each open notice, the latest first.
    QStringList open(NoticeState state = NoticeState::Open)
    {
        must(notices.prepareDue());
        QStringList words;
        for (const StoredNotice &notice : must(notices.read(must(notices.list({state, {}, {}})))))
            words += QStringLiteral("%1 %2").arg(noticeWord(notice.kind)).arg(notice.order.value);
        return words;
    }
    WrittenNotice only(NoticeKind kind)
    {
        must(notices.prepareDue());
        const auto ids = must(notices.list({NoticeState::Open, kind, {}}));
        if (ids.size() != 1)
            qFatal("%d notices of the kind", int(ids.size()));
        return must(notices.write(ids, callerAt().today())).front();
    }

    Connection &connection;
    NoticeService notices;
};

} // namespace

class NoticesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void theLifeOfAnOrderPreparesItsNotices_data() { eachDatabase(); }
    void theLifeOfAnOrderPreparesItsNotices()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        const OrderId order = shop.place(QStringLiteral("Zoë Õun"), 5).order.id;
        QCOMPARE(shop.open(), QStringList{QStringLiteral("received 1")});
        const WrittenNotice received = shop.only(NoticeKind::Received);
        QVERIFY2(received.words.body.contains(QStringLiteral("Dear Zoë Õun,")) &&
                     received.words.body.contains(QStringLiteral("5 × Brass lamp (LAMP): promised for 20/03/2026")),
                 qPrintable(received.words.body));
        must(shop.notices.markTold({received.notice.id}, callerAt()));
        shop.receive(2);
        QCOMPARE(shop.open(), QStringList{QStringLiteral("allocated 1")});
        QVERIFY(shop.only(NoticeKind::Allocated).words.body.contains(QStringLiteral("2 × Brass lamp (LAMP)")));
        must(PaymentService(shop.connection).pay(order, 5'000, {}, callerAt()));
        must(ShippingService(shop.connection).ship(order, {}, callerAt()));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("shipped 1")}); // what is on its way need not be announced
        const WrittenNotice shipped = shop.only(NoticeKind::Shipped);
        QVERIFY2(shipped.words.body.contains(QStringLiteral("2 × Brass lamp")) && shipped.words.body.contains(QStringLiteral("20.00 EUR")),
                 qPrintable(shipped.words.body));
        must(OrderService(shop.connection).cancel(order, {}, {}, QStringLiteral("changed their mind"), callerAt()));
        QCOMPARE(shop.open(), (QStringList{QStringLiteral("refund_due 1"), QStringLiteral("shipped 1")}));
        const WrittenNotice refund = shop.only(NoticeKind::RefundDue);
        QVERIFY(refund.words.body.contains(QStringLiteral("3 × Brass lamp")) && refund.words.body.contains(QStringLiteral("30.00 EUR")));
        must(PaymentService(shop.connection).refund(order, 3'000, {}, callerAt()));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("shipped 1")}); // it was paid back already
        QVERIFY(must(checkDatabase(shop.connection)).isOk());
    }
    void aNewerNoticeOfTheSameOrderTakesTheOlderOnesIn_data() { eachDatabase(); }
    void aNewerNoticeOfTheSameOrderTakesTheOlderOnesIn()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        shop.place(QStringLiteral("Ann"), 9);
        shop.place(QStringLiteral("Bob"), 9, 1);
        shop.receive(2);
        shop.receive(3);
        shop.receive(7); // 4 for Ann, 3 for Bob
        QCOMPARE(shop.open(), (QStringList{QStringLiteral("allocated 2"), QStringLiteral("allocated 1"), QStringLiteral("received 2"),
                                           QStringLiteral("received 1")}));
        const auto ids = must(shop.notices.list({NoticeState::Open, NoticeKind::Allocated, QStringLiteral("ann")}));
        const WrittenNotice ann = must(shop.notices.write(ids, callerAt().today())).front();
        QCOMPARE(ann.notice.merged, 3);
        QVERIFY2(ann.words.body.contains(QStringLiteral("9 × Brass lamp")), qPrintable(ann.words.body));
        QCOMPARE(must(shop.notices.openByKind()), (std::vector<qint64>{2, 0, 2, 0, 0, 0, 0}));
        const NoticesChanged told = must(shop.notices.markTold(ids, callerAt()));
        QCOMPARE(shop.open(NoticeState::Told), QStringList{QStringLiteral("allocated 1")});
        const StoredNotice kept = must(shop.notices.read(must(shop.notices.list({NoticeState::Told, {}, {}})))).front();
        QCOMPARE(kept.told.body, ann.words.body);
        QCOMPARE(kept.merged, 3);
        must(shop.notices.undo(told.operation, callerAt()));
        QVERIFY(shop.open().contains(QStringLiteral("allocated 1")));
        QVERIFY(!shop.notices.undo(told.operation, callerAt()));
    }
    void aVoidedReceiptIsNotToldOf_data() { eachDatabase(); }
    void aVoidedReceiptIsNotToldOf()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        shop.place(QStringLiteral("Ann"), 9);
        const ReceiptId seen = shop.receive(2);
        QCOMPARE(shop.open().size(), 2);
        const ReceiptId unseen = shop.receive(3);
        for (ReceiptId receipt : {seen, unseen})
            must(ReceivingService(shop.connection).voidReceipt(receipt, QStringLiteral("wrong box"), callerAt(70)));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("received 1")});
    }
    void ordersTakenOverAndTheDemoPrepareNone_data() { eachDatabase(); }
    void ordersTakenOverAndTheDemoPrepareNone()
    {
        TEST_DATABASE(database);
        must(makeDemoBusiness(database.connection(), {1, 8, 12, 60}, callerAt().now, {}));
        QVERIFY(!NoticeStore(database.connection()).hasDue());
        QVERIFY(must(NoticeService(database.connection()).list({})).empty());
        OrderDraft draft;
        draft.customer = QStringLiteral("Ann");
        draft.lines = {
            {must(ProductService(database.connection()).show(ProductStore(database.connection()).find({1})->terms.sku)).terms.sku, 1, {}}};
        draft.past = OrderPast{};
        must(OrderService(database.connection()).takeOver({draft}, callerAt()).front());
        must(NoticeService(database.connection()).prepareDue());
        QVERIFY(must(NoticeService(database.connection()).list({})).empty());
    }
    void promisesMoveTogetherAndComeBack_data() { eachDatabase(); }
    void promisesMoveTogetherAndComeBack()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        PromiseService promises(shop.connection);
        const OrderLineId ann = shop.place(QStringLiteral("Ann"), 4).lines[0].line.id;
        const OrderLineId bob = shop.place(QStringLiteral("Bob"), 4, 1).lines[0].line.id;
        must(PurchaseService(shop.connection).place({QStringLiteral("Foundry"), {{lamp, 5, {}}}, promised.addDays(10), {}}, callerAt()));
        const PromiseOutcome eta = must(promises.move({{ann, bob}, {}, QStringLiteral("the foundry is late"), {}}, callerAt(5)));
        QCOMPARE(eta.moved.size(), size_t(1));
        QCOMPARE(eta.moved[0].after, std::optional(promised.addDays(10)));
        QCOMPARE(eta.uncovered, std::vector<OrderLineId>{bob});
        const WrittenNotice notice = shop.only(NoticeKind::DateMoved);
        QVERIFY2(notice.words.body.contains(QStringLiteral("on 30/03/2026 and not on 20/03/2026")), qPrintable(notice.words.body));
        must(promises.takeBack(eta.operation, callerAt(6)));
        const StoredOrderLine back = must(OrderService(shop.connection).show({1}, callerAt())).lines[0].line;
        QVERIFY(back.promise == promised && back.promiseFirst == promised);
        QVERIFY(must(shop.notices.list({NoticeState::Open, NoticeKind::DateMoved, {}})).empty());
        QVERIFY(!promises.takeBack(eta.operation, callerAt(7)));
        QVERIFY(!promises.move({{ann}, promised, QStringLiteral("same"), {}}, callerAt(8)));
        QVERIFY(!promises.move({{ann}, promised.addDays(1), {}, {}}, callerAt(8)));
        QVERIFY(!promises.move({{bob}, {}, QStringLiteral("no supply"), {}}, callerAt(8)));
        QVERIFY(must(checkDatabase(shop.connection)).isOk());
    }
    void aFirstPromiseIsTakenBackAsIfItHadNotBeenGiven_data() { eachDatabase(); }
    void aFirstPromiseIsTakenBackAsIfItHadNotBeenGiven()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        OrderDraft draft;
        draft.customer = QStringLiteral("Ann");
        draft.lines = {{lamp, 4, {}}};
        const OrderLineId line = must(OrderService(shop.connection).place(draft, callerAt())).lines[0].line.id;
        PromiseService promises(shop.connection);
        const PromiseOutcome given = must(promises.move({{line}, promised, QStringLiteral("asked"), {}}, callerAt(1)));
        must(promises.takeBack(given.operation, callerAt(2)));
        const StoredOrderLine back = must(OrderService(shop.connection).show({1}, callerAt())).lines[0].line;
        QVERIFY(!back.promise && !back.promiseFirst);
        must(promises.move({{line}, promised, QStringLiteral("asked"), {}}, callerAt(3)));
        must(promises.move({{line}, {}, QStringLiteral("nobody knows"), {}, true}, callerAt(4)));
        QVERIFY(shop.only(NoticeKind::DateMoved).words.body.contains(QStringLiteral("on a day we cannot name yet and not on 20/03/2026")));
        QVERIFY(!promises.move({{line}, {}, QStringLiteral("again"), {}, true}, callerAt(5)));
        QVERIFY(must(checkDatabase(shop.connection)).isOk());
    }
    void aPurchasesDelayIsToldToThoseWhosePromiseItBreaks_data() { eachDatabase(); }
    void aPurchasesDelayIsToldToThoseWhosePromiseItBreaks()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        shop.place(QStringLiteral("Ann"), 4);
        shop.place(QStringLiteral("Bob"), 4, 1); // not covered before or after
        PurchaseService purchases(shop.connection);
        const PurchaseId purchase =
            must(purchases.place({QStringLiteral("Foundry"), {{lamp, 5, {}}}, promised.addDays(-5), {}}, callerAt())).id;
        must(purchases.expect(purchase, promised, callerAt(2))); // still in time
        QVERIFY(must(shop.notices.list({NoticeState::Open, NoticeKind::DateMoved, {}})).empty());
        must(purchases.expect(purchase, promised.addDays(4), callerAt(3)));
        const WrittenNotice notice = shop.only(NoticeKind::DateMoved);
        QCOMPARE(notice.notice.customerName, QStringLiteral("Ann"));
        QVERIFY2(notice.words.body.contains(QStringLiteral("on 24/03/2026 and not on 20/03/2026")) &&
                     notice.words.body.contains(QStringLiteral("promised for 20/03/2026, now expected on 24/03/2026")),
                 qPrintable(notice.words.body));
        QCOMPARE(must(OrderService(shop.connection).show({1}, callerAt())).lines[0].line.promise,
                 std::optional(promised)); // people move it
        must(purchases.expect(purchase, promised.addDays(-1), callerAt(4)));
        QVERIFY(must(shop.notices.list({NoticeState::Open, NoticeKind::DateMoved, {}})).empty()); // nothing to tell any more
        QVERIFY(must(checkDatabase(shop.connection)).isOk());
    }
    void aCancellationTakenBackIsNotToldOf_data() { eachDatabase(); }
    void aCancellationTakenBackIsNotToldOf()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        const OrderId order = shop.place(QStringLiteral("Ann"), 4).order.id;
        must(PaymentService(shop.connection).pay(order, 4'000, {}, callerAt(1)));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("received 1")});
        must(OrderService(shop.connection).cancel(order, {}, {}, QStringLiteral("wrong one"), callerAt(2)));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("refund_due 1")});
        must(OrderService(shop.connection).undoCancel(order, QStringLiteral("right one"), callerAt(3)));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("received 1")});
        QVERIFY(must(checkDatabase(shop.connection)).isOk());
    }
    void moneyBackIsToldWhileItIsDue_data() { eachDatabase(); }
    void moneyBackIsToldWhileItIsDue()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        const OrderView placed = shop.place(QStringLiteral("Ann"), 4);
        const OrderId order = placed.order.id;
        const OrderLineId line = placed.lines[0].line.id;
        OrderService orders(shop.connection);
        must(PaymentService(shop.connection).pay(order, 4'000, {}, callerAt(1)));
        must(orders.amend(order, line, 2, callerAt(2)));
        QString told = shop.only(NoticeKind::RefundDue).words.body;
        QVERIFY2(told.contains(QStringLiteral("2 × Brass lamp (LAMP)")) && told.contains(QStringLiteral("20.00 EUR")), qPrintable(told));
        must(orders.amend(order, line, 3, callerAt(3)));
        told = shop.only(NoticeKind::RefundDue).words.body;
        QVERIFY2(told.contains(QStringLiteral("1 × Brass lamp (LAMP)")) && told.contains(QStringLiteral("10.00 EUR")), qPrintable(told));
        must(orders.amend(order, line, 4, callerAt(4)));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("received 1")});

        // The same by the form that edits the order as a whole.
        OrderEditing editing(shop.connection);
        const auto edit = [&](Units units, Money price, int minute) {
            OrderEdit wanted{order, sheetOf(must(orders.show(order, callerAt()))), {}, {}, {}};
            wanted.after = wanted.before;
            wanted.after.lines[0].units = units;
            wanted.after.lines[0].unitPrice = price;
            QVERIFY(must(editing.save(wanted, callerAt(minute))).saved);
        };
        edit(3, 1'000, 5);
        told = shop.only(NoticeKind::RefundDue).words.body;
        QVERIFY2(told.contains(QStringLiteral("1 × Brass lamp (LAMP)")) && told.contains(QStringLiteral("10.00 EUR")), qPrintable(told));
        edit(3, 1'500, 6); // all that was paid is owed for what is left
        QCOMPARE(shop.open(), QStringList{QStringLiteral("received 1")});

        // And where the payment was a mistake.
        edit(1, 1'500, 7);
        QCOMPARE(shop.open(), (QStringList{QStringLiteral("refund_due 1"), QStringLiteral("received 1")}));
        const PaymentId payment = must(PaymentService(shop.connection).journal({}, 0, 1)).front().id;
        must(PaymentService(shop.connection).reverse(payment, QStringLiteral("another order's"), callerAt(8)));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("received 1")});
        QVERIFY(must(checkDatabase(shop.connection)).isOk());
    }
    void aMovedReleaseIsToldWithItsDays_data() { eachDatabase(); }
    void aMovedReleaseIsToldWithItsDays()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        ProductService products(shop.connection);
        ProductTerms game;
        game.sku = QStringLiteral("GAME");
        game.name = QStringLiteral("Harbour game");
        game.price = 4'000;
        game.release = QDate(2026, 6, 1);
        must(products.add(game, callerAt()));
        const auto order = [&](std::optional<QDate> promise, int minute) {
            OrderDraft draft;
            draft.customer = QStringLiteral("Ann");
            draft.lines = {{lamp, 2, {}}, {game.sku, 1, {}}};
            draft.promise = promise;
            return must(OrderService(shop.connection).place(draft, callerAt(minute))).order.id;
        };
        const OrderId unpromised = order({}, 1);
        const OrderId known = order(QDate(2026, 6, 10), 2);
        const auto releaseOn = [&](QDate day, int minute) {
            const auto terms = [day](ProductTerms &each) {
                each.release = day;
                return Result<Done>(Done{});
            };
            must(products.change(game.sku, terms, callerAt(minute)));
        };
        releaseOn(QDate(2026, 7, 1), 3);
        releaseOn(QDate(2026, 6, 21), 4);
        const auto letter = [&](OrderId of) {
            return must(shop.notices.write(must(shop.notices.list({NoticeState::Open, NoticeKind::DateMoved, {}, of})), callerAt().today()))
                .front()
                .words.body;
        };
        QString told = letter(unpromised);
        QVERIFY2(told.contains(QStringLiteral("Harbour game (GAME) will be released on 21/06/2026 and not on 01/06/2026.")) &&
                     !told.contains(QStringLiteral("promise")) && !told.contains(QStringLiteral("Brass lamp")) &&
                     !told.contains(QStringLiteral("cannot name")),
                 qPrintable(told));
        told = letter(known);
        QVERIFY2(told.contains(QStringLiteral("will be released on 21/06/2026 and not on 01/06/2026. "
                                              "We promised it to you for 10/06/2026; now we promise it for 30/06/2026.")) &&
                     !told.contains(QStringLiteral("Brass lamp")),
                 qPrintable(told));
    }
    void aDelayIsAskedForAndItsAnswerIsKept_data() { eachDatabase(); }
    void aDelayIsAskedForAndItsAnswerIsKept()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        const OrderView order = shop.place(QStringLiteral("Ann"), 4);
        must(PaymentService(shop.connection).pay(order.order.id, 4'000, {}, callerAt()));
        const auto earlier =
            PromiseService(shop.connection)
                .move({{order.lines[0].line.id}, promised.addDays(-1), QStringLiteral("early"), QDate(2026, 3, 16)}, callerAt(4));
        QVERIFY(!earlier && earlier.error().field == u"consent_by"); // and nothing is moved
        QCOMPARE(must(OrderService(shop.connection).show(order.order.id, callerAt())).lines[0].line.promise, std::optional(promised));
        must(PromiseService(shop.connection)
                 .move({{order.lines[0].line.id}, promised.addDays(30), QStringLiteral("late"), QDate(2026, 3, 16)}, callerAt(5)));
        const WrittenNotice asked = shop.only(NoticeKind::DelayConsent);
        QVERIFY2(asked.words.subject.contains(QStringLiteral("by 16/03/2026")), qPrintable(asked.words.subject));
        must(shop.notices.markTold({asked.notice.id}, callerAt(6)));
        QCOMPARE(shop.open(NoticeState::Unanswered), QStringList{QStringLiteral("delay_consent 1")});
        must(shop.notices.answer(asked.notice.id, false, callerAt(7)));
        QVERIFY(shop.open(NoticeState::Unanswered).isEmpty());
        QVERIFY(!shop.notices.answer(asked.notice.id, true, callerAt(8)));
        must(shop.notices.undoAnswer(asked.notice.id, callerAt(9)));
        QCOMPARE(shop.open(NoticeState::Unanswered), QStringList{QStringLiteral("delay_consent 1")}); // it was told all the same
        QVERIFY(!shop.notices.undoAnswer(asked.notice.id, callerAt(10)));
        must(shop.notices.answer(asked.notice.id, false, callerAt(11)));
        QCOMPARE(must(shop.notices.read({asked.notice.id})).front().accepted, std::optional(false));
        // Who refuses is refunded: cancelling says so.
        const OrderView cancelled =
            must(OrderService(shop.connection).cancel(order.order.id, {}, {}, QStringLiteral("The delay was refused."), callerAt(9)));
        QCOMPARE(cancelled.refundDue(), Money(4'000));
        QCOMPARE(shop.open(), QStringList{QStringLiteral("refund_due 1")});
        QVERIFY(must(checkDatabase(shop.connection)).isOk());
    }
    void theBusinessHasItsOwnWords_data() { eachDatabase(); }
    void theBusinessHasItsOwnWords()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        const OrderId order = shop.place(QStringLiteral("Ann"), 4).order.id;
        StoreSettings settings;
        settings.business = QStringLiteral("Lampen & Söhne");
        must(changeSettings(shop.connection, settings, callerAt()));
        const NoticeTemplate own{QStringLiteral("Nr. {order}"), QStringLiteral("{customer}: {place}. {business}")};
        const NoticeTemplate preview = must(shop.notices.preview(NoticeKind::Received, own, order, callerAt().today()));
        QCOMPARE(preview.body, QStringLiteral("Ann: 1. Lampen & Söhne"));
        must(shop.notices.changeWords(NoticeKind::Received, own, callerAt()));
        QCOMPARE(shop.only(NoticeKind::Received).words.subject, QStringLiteral("Nr. 1"));
        QVERIFY(!shop.notices.changeWords(NoticeKind::Received, {QStringLiteral("{nobody}"), QStringLiteral("x")}, callerAt()));
        must(shop.notices.resetWords(NoticeKind::Received, callerAt()));
        QCOMPARE(must(shop.notices.words(NoticeKind::Received)), defaultTemplate(NoticeKind::Received));
    }
    void withdrawnAndToldNoticesAreNotToldAgain_data() { eachDatabase(); }
    void withdrawnAndToldNoticesAreNotToldAgain()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        shop.place(QStringLiteral("Ann"), 4);
        const NoticeId id = shop.only(NoticeKind::Received).notice.id;
        must(shop.notices.withdraw({id}, callerAt()));
        QCOMPARE(shop.open(NoticeState::Withdrawn), QStringList{QStringLiteral("received 1")});
        QVERIFY(!shop.notices.markTold({id}, callerAt()));
        QVERIFY(!shop.notices.markTold({NoticeId{77}}, callerAt()));
        QVERIFY(!shop.notices.markTold({}, callerAt()));
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "noticestest.moc"
