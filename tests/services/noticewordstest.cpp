#include "models/domain/daytext.h"
#include "models/services/noticeservice.h"
#include "models/services/orderservice.h"
#include "models/services/orderstory.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/promiseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

namespace {

/// A shop with a game that may be pre-ordered.
class Shop final {
public:
    explicit Shop(Connection &opened, std::optional<QDate> release = {}, DepositTerms deposit = {}) : connection(opened)
    {
        ProductTerms terms;
        terms.sku = sku;
        terms.name = QStringLiteral("Harbour game");
        terms.price = 4'000;
        terms.release = release;
        terms.deposit = deposit;
        must(ProductService(connection).add(terms, callerAt()));
    }

    OrderId place(std::optional<QDate> promise = {})
    {
        OrderDraft draft;
        draft.customer = QStringLiteral("Ann");
        draft.lines = {{sku, 3, {}}};
        draft.promise = promise;
        return must(OrderService(connection).place(draft, callerAt(1))).order.id;
    }
    StoredNotice notice(NoticeKind kind)
    {
        NoticeService notices(connection);
        must(notices.prepareDue());
        return must(notices.read(must(notices.list({NoticeState::Open, kind, {}})))).front();
    }
    QString letter(NoticeKind kind)
    {
        return must(NoticeService(connection).write({notice(kind).id}, callerAt().today())).front().words.body;
    }

    Connection &connection;
    const QString sku = QStringLiteral("GAME");
};

} // namespace

class NoticeWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void anOrderIsConfirmedWithAllThatWasOrdered_data() { eachDatabase(); }
    void anOrderIsConfirmedWithAllThatWasOrdered()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        const OrderId order = shop.place();
        must(ReceivingService(shop.connection).post({{}, {{shop.sku, 3, 0}}, {}, {}}, callerAt(2)));
        must(ShippingService(shop.connection).ship(order, {}, callerAt(3)));
        const QString letter = shop.letter(NoticeKind::Received);
        QVERIFY2(letter.contains(QStringLiteral("3 × Harbour game (GAME): on its way to you")), qPrintable(letter));
        QVERIFY2(!letter.contains(QStringLiteral("Deposit")), qPrintable(letter));
    }
    void aDepositIsAskedForWhileItIsMissing_data() { eachDatabase(); }
    void aDepositIsAskedForWhileItIsMissing()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection(), {}, {DepositTerms::Kind::Percent, 2'000});
        const OrderId order = shop.place();
        QVERIFY(shop.letter(NoticeKind::Received).contains(QStringLiteral("Deposit still to be paid: 24.00 EUR.")));
        must(PaymentService(shop.connection).pay(order, 2'400, {}, callerAt(2)));
        QVERIFY(!shop.letter(NoticeKind::Received).contains(QStringLiteral("Deposit")));
    }
    void nobodyIsSorryForAnEarlierDay_data() { eachDatabase(); }
    void nobodyIsSorryForAnEarlierDay()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection(), QDate(2026, 6, 1));
        shop.place(QDate(2026, 6, 5));
        must(ReceivingService(shop.connection).post({{}, {{shop.sku, 3, 0}}, {}, {}}, callerAt(2))); // nothing waits any more
        const auto releaseOn = [&](QDate day, int minute) {
            const auto change = [day](ProductTerms &terms) {
                terms.release = day;
                return Result<Done>(Done{});
            };
            must(ProductService(shop.connection).change(shop.sku, change, callerAt(minute)));
        };
        releaseOn(QDate(2026, 5, 1), 3);
        const QString earlier = shop.letter(NoticeKind::DateMoved);
        QVERIFY2(!earlier.contains(QStringLiteral("sorry")) && !earlier.contains(QStringLiteral("place in line")), qPrintable(earlier));
        const auto told = shop.notice(NoticeKind::DateMoved).after; // the list says the day of the letter
        QVERIFY2(told && earlier.contains(QStringLiteral("now we promise it for ") + dayText(*told)), qPrintable(earlier));
        releaseOn(QDate(2026, 8, 1), 4);
        const QString later = shop.letter(NoticeKind::DateMoved);
        QVERIFY2(later.contains(QStringLiteral("We are sorry for the change.")), qPrintable(later));
    }
    void aLetterTellsOfTheLinesThatMoved_data() { eachDatabase(); }
    void aLetterTellsOfTheLinesThatMoved()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        ProductTerms bolt;
        bolt.sku = QStringLiteral("BOLT");
        bolt.name = QStringLiteral("Bolt");
        bolt.price = 100;
        must(ProductService(shop.connection).add(bolt, callerAt()));
        OrderDraft draft;
        draft.customer = QStringLiteral("Ann");
        draft.lines = {{shop.sku, 3, {}}, {bolt.sku, 5, {}}, {bolt.sku, 2, {}}};
        draft.promise = QDate(2026, 4, 1);
        const OrderView order = must(OrderService(shop.connection).place(draft, callerAt(1)));
        PromiseService promises(shop.connection);
        const auto move = [&](size_t line, QDate day, int minute, std::optional<QDate> consentBy = {}) {
            must(promises.move({{order.lines[line].line.id}, day, QStringLiteral("late"), consentBy}, callerAt(minute)));
        };
        move(0, QDate(2032, 5, 19), 2);
        must(NoticeService(shop.connection).markTold({shop.notice(NoticeKind::DateMoved).id}, callerAt(3)));
        move(1, QDate(2026, 4, 20), 4, QDate(2026, 3, 20));
        const QString asked = shop.letter(NoticeKind::DelayConsent);
        QVERIFY2(asked.contains(QStringLiteral("will not come on 01/04/2026 as we told you, but on 20/04/2026")) &&
                     asked.contains(QStringLiteral("5 × Bolt (BOLT)")) && !asked.contains(QStringLiteral("2032")),
                 qPrintable(asked));
        move(2, QDate(2026, 4, 9), 5);
        QString moved = shop.letter(NoticeKind::DateMoved);
        QVERIFY2(moved.contains(QStringLiteral("Bolt (BOLT) will come on 09/04/2026 and not on 01/04/2026 as we told you.")) &&
                     !moved.contains(QStringLiteral("2032")) && !moved.contains(QStringLiteral("20/04")),
                 qPrintable(moved));
        move(1, QDate(2026, 4, 25), 6); // told together with the line before
        moved = shop.letter(NoticeKind::DateMoved);
        QVERIFY2(moved.contains(QStringLiteral("on 09/04/2026 and not on 01/04/2026")) &&
                     moved.contains(QStringLiteral("on 25/04/2026 and not on 20/04/2026")),
                 qPrintable(moved));
        QCOMPARE(shop.notice(NoticeKind::DateMoved).after, std::optional(QDate(2026, 4, 25)));
        move(2, QDate(2026, 4, 7), 7);
        QCOMPARE(shop.notice(NoticeKind::DateMoved).after, std::optional(QDate(2026, 4, 25))); // of the other line still
    }
    void whatACustomerWasToldStandsInTheStory_data() { eachDatabase(); }
    void whatACustomerWasToldStandsInTheStory()
    {
        TEST_DATABASE(database);
        Shop shop(database.connection());
        const OrderId order = shop.place(QDate(2026, 4, 1));
        must(NoticeService(shop.connection).markTold({shop.notice(NoticeKind::Received).id}, callerAt(2)));
        const auto story = must(orderStory(shop.connection, order));
        QCOMPARE(story.size(), size_t(2));
        QCOMPARE(story[0].what, QStringLiteral("Customer told"));
        QCOMPARE(story[0].changes, QStringList{QStringLiteral("Notice marked as sent: order received")});
        QCOMPARE(story[1].changes, QStringList{QStringLiteral("3 of GAME ordered, promised for 01/04/2026")});
    }
};

QTEST_GUILESS_MAIN(NoticeWordsTest)
#include "noticewordstest.moc"
