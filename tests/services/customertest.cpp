#include "models/exchange/standingtext.h"
#include "models/services/checkservice.h"
#include "models/services/customerlist.h"
#include "models/services/customerservice.h"
#include "models/services/customerview.h"
#include "models/services/noticeservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/search.h"
#include "models/services/waitinglist.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

namespace {

CustomerDetails named(const QString &name)
{
    CustomerDetails details;
    details.name = name;
    return details;
}

void addProduct(Connection &c, const QString &sku, std::optional<Units> customerLimit = {})
{
    ProductTerms terms;
    terms.sku = sku;
    terms.name = sku;
    terms.price = 1000;
    terms.customerLimit = customerLimit;
    must(ProductService(c).add(terms, callerAt()));
}

OrderView order(Connection &c, const QString &customer, const QString &sku, Units units, qint64 minute = 1)
{
    OrderDraft draft;
    draft.customer = customer;
    draft.lines.push_back({sku, units, {}});
    return must(OrderService(c).place(draft, callerAt(minute)));
}

QStringList names(Connection &c, const CustomerFilter &filter, CustomerSort sort = CustomerSort::Name, bool descending = false)
{
    const CustomerListing listing = must(listCustomers(c, {filter, sort, descending, callerAt().today()}));
    QStringList names;
    for (const CustomerRow &row : must(customerRows(c, listing, 0, std::ssize(listing.ids))))
        names += row.details.name;
    return names;
}

} // namespace

class CustomerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongIsSaidByField()
    {
        CustomerDetails details = named(QStringLiteral(" "));
        QCOMPARE(validate(details).error().field, QStringLiteral("name"));
        details = named(QStringLiteral("Ada"));
        details.email = QStringLiteral("ada.example");
        QCOMPARE(validate(details).error().field, QStringLiteral("email"));
        details.email = QStringLiteral("ada@example.org");
        QVERIFY(validate(details));
        details.priority = 5'000'000;
        QCOMPARE(validate(details).error().field, QStringLiteral("priority"));
    }
    void aNumberBelongsToOneCustomer_data() { eachDatabase(); }
    void aNumberBelongsToOneCustomer()
    {
        TEST_DATABASE(database);
        CustomerService service(database.connection());
        CustomerDetails ada = named(QStringLiteral("Ada"));
        ada.reference = QStringLiteral("C-1");
        const StoredCustomer first = must(service.add(ada, callerAt()));
        QCOMPARE(must(service.change(first.id, ada, callerAt())).details, ada);
        CustomerDetails other = named(QStringLiteral("Other"));
        other.reference = QStringLiteral("C-1");
        const auto refused = service.add(other, callerAt());
        QVERIFY(!refused && refused.error().field == u"reference" && refused.error().message.contains(QStringLiteral("belongs to Ada")));
    }
    void theTierGivesNewOrdersTheirPriority_data() { eachDatabase(); }
    void theTierGivesNewOrdersTheirPriority()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addProduct(c, QStringLiteral("LAMP"));
        CustomerDetails gold = named(QStringLiteral("Gold"));
        gold.priority = 7;
        must(CustomerService(c).add(gold, callerAt()));
        order(c, QStringLiteral("Plain"), QStringLiteral("LAMP"), 2);
        const OrderView first = order(c, QStringLiteral("gold"), QStringLiteral("LAMP"), 2, 5);
        QCOMPARE(first.order.priority, 7);
        QCOMPARE(first.lines.front().place, qint64(1));
        OrderDraft told;
        told.customer = QStringLiteral("Gold");
        told.priority = 0;
        told.lines.push_back({QStringLiteral("LAMP"), 1, {}});
        QCOMPARE(must(OrderService(c).place(told, callerAt(6))).order.priority, 0);
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void aMergeMovesEverythingAndItsNameLeadsOn_data() { eachDatabase(); }
    void aMergeMovesEverythingAndItsNameLeadsOn();
    void aMergeTakenBackMakesTwoAgain_data() { eachDatabase(); }
    void aMergeTakenBackMakesTwoAgain();
    void aLimitTheTwoExceedTogetherIsForgiven_data() { eachDatabase(); }
    void aLimitTheTwoExceedTogetherIsForgiven()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addProduct(c, QStringLiteral("GAME"), 3);
        const OrderView one = order(c, QStringLiteral("Ada"), QStringLiteral("GAME"), 2);
        const OrderView two = order(c, QStringLiteral("Ada L"), QStringLiteral("GAME"), 3);
        const auto passed = must(CustomerService(c).limitsPassed(two.order.customer, one.order.customer));
        QCOMPARE(passed.size(), size_t(1));
        QCOMPARE(passed.front().together, Units(5));
        QCOMPARE(passed.front().limit, Units(3));
        const auto excess = [&c] { return c.integer("SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM customer_excess"); };
        const qint64 merge = must(CustomerService(c).merge(two.order.customer, one.order.customer, callerAt(2))).merge;
        QCOMPARE(excess(), Units(2));
        QVERIFY(must(checkDatabase(c)).isOk());
        // It is hers alone.
        const OrderView third = order(c, QStringLiteral("Bob"), QStringLiteral("GAME"), 3);
        c.run("UPDATE customer_excess SET customer_id = ?", third.order.customer);
        QVERIFY(!must(checkDatabase(c)).isOk());
        c.run("UPDATE customer_excess SET customer_id = ?", one.order.customer);
        QVERIFY(must(checkDatabase(c)).isOk());
        OrderDraft more;
        more.customer = QStringLiteral("Ada");
        more.lines.push_back({QStringLiteral("GAME"), 1, {}});
        QVERIFY(!OrderService(c).place(more, callerAt(3)));
        must(CustomerService(c).undoMerge(merge, callerAt(4)));
        QCOMPARE(excess(), Units(0));
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void mergesThatMakeNoSenseAreRefused_data() { eachDatabase(); }
    void mergesThatMakeNoSenseAreRefused()
    {
        TEST_DATABASE(database);
        CustomerService service(database.connection());
        const CustomerId a = must(service.add(named(QStringLiteral("A")), callerAt())).id;
        const CustomerId b = must(service.add(named(QStringLiteral("B")), callerAt())).id;
        const CustomerId d = must(service.add(named(QStringLiteral("D")), callerAt())).id;
        QVERIFY(!service.merge(a, a, callerAt()));
        QVERIFY(!service.merge(a, CustomerId{999}, callerAt()));
        const qint64 first = must(service.merge(a, b, callerAt())).merge;
        QVERIFY(!service.merge(a, d, callerAt()));
        const qint64 second = must(service.merge(b, d, callerAt())).merge;
        // A name leads to the end of the chain, which is taken back from there.
        QCOMPARE(CustomerStore(database.connection()).idOfName(QStringLiteral("A")), d);
        QVERIFY(!service.undoMerge(first, callerAt()));
        must(service.undoMerge(second, callerAt()));
        QCOMPARE(CustomerStore(database.connection()).idOfName(QStringLiteral("A")), b);
        must(service.undoMerge(first, callerAt()));
        QCOMPARE(CustomerStore(database.connection()).idOfName(QStringLiteral("A")), a);
        QVERIFY(!service.undoMerge(first, callerAt()));
        QVERIFY(must(checkDatabase(database.connection())).isOk());
    }
    void duplicatesAreFoundByNameMailAndPhone_data() { eachDatabase(); }
    void duplicatesAreFoundByNameMailAndPhone()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        CustomerService service(c);
        CustomerDetails one = named(QStringLiteral("Zoë Miller"));
        one.email = QStringLiteral("zoe@example.org");
        one.phone = QStringLiteral("+49 30 / 12-34");
        const CustomerId id = must(service.add(one, callerAt())).id;
        must(service.add(named(QStringLiteral("ZOE MILLER")), callerAt()));
        CustomerDetails mail = named(QStringLiteral("Mail"));
        mail.email = QStringLiteral("Zoe@Example.org");
        must(service.add(mail, callerAt()));
        CustomerDetails phone = named(QStringLiteral("Phone"));
        phone.phone = QStringLiteral("+49301234");
        must(service.add(phone, callerAt()));
        must(service.add(named(QStringLiteral("Nobody")), callerAt()));
        const auto alike = must(viewCustomer(c, id, callerAt().today())).alike;
        QCOMPARE(alike.size(), size_t(3));
        QCOMPARE(alike[0].likeness, Likeness::Name);
        QCOMPARE(alike[1].likeness, Likeness::Email);
        QCOMPARE(alike[2].likeness, Likeness::Phone);
        QCOMPARE(names(c, {{}, CustomerFilter::Only::Alike}), QStringList({"Mail", "Phone", "Zoë Miller", "ZOE MILLER"}));
    }
    void duplicatesAreFoundHoweverTheyAreSpelled_data() { eachDatabase(); }
    void duplicatesAreFoundHoweverTheyAreSpelled()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        CustomerService service(c);
        const CustomerId id = must(service.add(named(QStringLiteral("Hans Müller")), callerAt())).id;
        must(service.add(named(QStringLiteral("Mueller, Hans")), callerAt()));
        must(service.add(named(QStringLiteral("Hans Miller")), callerAt()));
        const auto alike = must(viewCustomer(c, id, callerAt().today())).alike;
        QCOMPARE(alike.size(), size_t(1));
        QCOMPARE(alike.front().details.name, QStringLiteral("Mueller, Hans"));
        QCOMPARE(names(c, {{}, CustomerFilter::Only::Alike}), QStringList({"Hans Müller", "Mueller, Hans"}));
        QCOMPARE(names(c, {QStringLiteral("mueller"), CustomerFilter::Only::All}), QStringList({"Hans Müller", "Mueller, Hans"}));
        // The same is asked of one who is only being entered.
        QCOMPARE(must(service.like(named(QStringLiteral("hans mueller")), {})).size(), size_t(2));
        QCOMPARE(must(service.like(named(QStringLiteral("hans")), {})).size(), size_t(0));
    }
    void whatMovesWithAMergeIsToldBefore_data() { eachDatabase(); }
    void whatMovesWithAMergeIsToldBefore()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addProduct(c, QStringLiteral("LAMP"));
        CustomerDetails ada = named(QStringLiteral("Ada"));
        ada.reference = QStringLiteral("C-7");
        ada.address = QStringLiteral("Elm Street 1\n12345 Springfield");
        ada.country = QStringLiteral("DE");
        const CustomerId id = must(CustomerService(c).add(ada, callerAt())).id;
        const OrderView placed = order(c, QStringLiteral("Ada"), QStringLiteral("LAMP"), 2);
        order(c, QStringLiteral("Ada"), QStringLiteral("LAMP"), 1, 2);
        must(PaymentService(c).pay(placed.order.id, 700, QStringLiteral("card"), callerAt(3)));
        const CustomerStanding standing = must(CustomerService(c).standing(id));
        QCOMPARE(standing.belongings.orders, qint64(2));
        QCOMPARE(standing.belongings.payments, qint64(1));
        QCOMPARE(standing.belongings.shipments, qint64(0));
        NoticeService notices(c);
        must(notices.prepareDue());
        const std::vector<NoticeId> open = must(notices.list({}));
        must(notices.withdraw({open.front()}, callerAt(4)));
        QCOMPARE(must(CustomerService(c).standing(id)).belongings.notices, qint64(open.size()) - 1); // those to be told
        QCOMPARE(standing.figures.held, Money(700));
        QCOMPARE(marksOf(id, standing.customer.details), QStringList({"C-7", "12345 Springfield, DE"}));
        QCOMPARE(marksOf(id, named(QStringLiteral("Ada"))), QStringList(QStringLiteral("customer %1").arg(id.value)));
        QCOMPARE(takenOverInWords(named(QStringLiteral("Ada")), ada), QStringList({"country", "address"}));
    }
    void theListFiltersAndSorts_data() { eachDatabase(); }
    void theListFiltersAndSorts();
    void theStandingTextSaysWhatTheServicesSay_data() { eachDatabase(); }
    void theStandingTextSaysWhatTheServicesSay()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addProduct(c, QStringLiteral("LAMP"));
        order(c, QStringLiteral("First"), QStringLiteral("LAMP"), 2);
        const OrderView second = order(c, QStringLiteral("Ada"), QStringLiteral("LAMP"), 3, 2);
        must(PaymentService(c).pay(second.order.id, 500, QStringLiteral("card"), callerAt(3)));
        const CustomerView view = must(viewCustomer(c, second.order.customer, callerAt().today()));
        const QString text = standingText(view, callerAt().today(), {QStringLiteral("EUR"), 2});
        QVERIFY2(text.contains(QStringLiteral("Order 2 of")) &&
                     text.contains(QStringLiteral("3 ordered, 3 waiting at place 2 in line, not on order with our supplier yet")) &&
                     text.contains(QStringLiteral("Total 30.00 EUR, paid 5.00 EUR, still to pay 25.00 EUR")),
                 qPrintable(text));
        QCOMPARE(view.figures.held, Money(500));
        QCOMPARE(view.payments.size(), size_t(1));
    }
};

void CustomerTest::aMergeMovesEverythingAndItsNameLeadsOn()
{
    TEST_DATABASE(database);
    Connection &c = database.connection();
    addProduct(c, QStringLiteral("LAMP"));
    CustomerService service(c);
    CustomerDetails duplicate = named(QStringLiteral("Acme Ltd"));
    duplicate.reference = QStringLiteral("C-7");
    duplicate.phone = QStringLiteral("123");
    const CustomerId gone = must(service.add(duplicate, callerAt())).id;
    const CustomerId stays = must(service.add(named(QStringLiteral("Acme")), callerAt())).id;
    order(c, QStringLiteral("Acme Ltd"), QStringLiteral("LAMP"), 2);
    order(c, QStringLiteral("Acme"), QStringLiteral("LAMP"), 3);
    const MergeOutcome outcome = must(service.merge(gone, stays, callerAt(4)));
    QCOMPARE(outcome.survivor.details.phone, QStringLiteral("123"));
    QCOMPARE(must(viewCustomer(c, gone, callerAt().today())).customer.id, stays); // the old one leads there
    const CustomerView view = must(viewCustomer(c, stays, callerAt().today()));
    QCOMPARE(view.open.size(), size_t(2));
    QCOMPARE(view.aliases, QStringList{QStringLiteral("Acme Ltd (C-7)")});
    QCOMPARE(order(c, QStringLiteral("ACME LTD"), QStringLiteral("LAMP"), 1, 5).order.customer, stays);
    QCOMPARE(CustomerStore(c).idOfReference(QStringLiteral("C-7")), stays);
    QCOMPARE(CustomerStore(c).idsOfFoldedNames({QStringLiteral("acme ltd")}).value(QStringLiteral("acme ltd")), stays);
    QCOMPARE(names(c, {QStringLiteral("ltd"), CustomerFilter::Only::All}), QStringList{QStringLiteral("Acme")});
    for (const QString &text : {QStringLiteral("ltd"), QStringLiteral("acme")}) { // each line once, by either name
        WaitingQuestion waiting;
        waiting.filter.text = text;
        waiting.today = callerAt().today();
        QCOMPARE(must(listWaiting(c, waiting)).totals.units, Units(6));
    }
    const auto hits = must(searchCustomers(c, QStringLiteral("acme ltd"), 5));
    QCOMPARE(hits.size(), size_t(1));
    QCOMPARE(hits.front().id, stays);
    QVERIFY(must(checkDatabase(c)).isOk());
}

void CustomerTest::aMergeTakenBackMakesTwoAgain()
{
    TEST_DATABASE(database);
    Connection &c = database.connection();
    addProduct(c, QStringLiteral("LAMP"));
    const OrderView one = order(c, QStringLiteral("One"), QStringLiteral("LAMP"), 2);
    const OrderView two = order(c, QStringLiteral("Two"), QStringLiteral("LAMP"), 3);
    CustomerService service(c);
    CustomerDetails details = *CustomerStore(c).find(one.order.customer);
    details.email = QStringLiteral("one@example.org");
    details.phone = QStringLiteral("111");
    details.priority = 5;
    must(service.change(one.order.customer, details, callerAt(2)));
    CustomerDetails own = *CustomerStore(c).find(two.order.customer);
    own.phone = QStringLiteral("222");
    must(service.change(two.order.customer, own, callerAt(2)));
    const MergeOutcome merged = must(service.merge(one.order.customer, two.order.customer, callerAt(3)));
    QCOMPARE(merged.survivor.details.email, QStringLiteral("one@example.org"));
    QCOMPARE(merged.survivor.details.phone, QStringLiteral("222"));
    QCOMPARE(must(OrderService(c).show(one.order.id, callerAt())).order.customer, two.order.customer);
    const OrderView since = order(c, QStringLiteral("One"), QStringLiteral("LAMP"), 1, 4);
    QCOMPARE(since.order.customer, two.order.customer);
    must(service.undoMerge(merged.merge, callerAt(5)));
    QCOMPARE(*CustomerStore(c).find(one.order.customer), details);
    QCOMPARE(*CustomerStore(c).find(two.order.customer), own); // what it took is gone again
    QCOMPARE(must(OrderService(c).show(one.order.id, callerAt())).order.customer, one.order.customer);
    QCOMPARE(must(OrderService(c).show(since.order.id, callerAt())).order.customer, two.order.customer);
    QCOMPARE(order(c, QStringLiteral("One"), QStringLiteral("LAMP"), 1, 6).order.customer, one.order.customer);
    QVERIFY(must(checkDatabase(c)).isOk());
}

void CustomerTest::theListFiltersAndSorts()
{
    TEST_DATABASE(database);
    Connection &c = database.connection();
    addProduct(c, QStringLiteral("LAMP"));
    addProduct(c, QStringLiteral("ROPE"));
    using Only = CustomerFilter::Only;
    must(CustomerService(c).add(named(QStringLiteral("Idle")), callerAt()));
    const OrderView small = order(c, QStringLiteral("Small"), QStringLiteral("LAMP"), 1, 1);
    order(c, QStringLiteral("Big"), QStringLiteral("LAMP"), 9, 2);
    order(c, QStringLiteral("Big"), QStringLiteral("ROPE"), 1, 3);
    must(PaymentService(c).pay(small.order.id, 700, {}, callerAt(4)));
    must(OrderService(c).setPromise(small.order.id, small.lines.front().line.id, callerAt().today().addDays(-1), QStringLiteral("said so"),
                                    callerAt(4)));
    QCOMPARE(names(c, {}), QStringList({"Big", "Idle", "Small"}));
    QCOMPARE(names(c, {{}, Only::WithOpenOrders}), QStringList({"Big", "Small"}));
    QCOMPARE(names(c, {{}, Only::WithMoneyHeld}), QStringList{QStringLiteral("Small")});
    QCOMPARE(names(c, {{}, Only::Late}), QStringList{QStringLiteral("Small")});
    QCOMPARE(names(c, {}, CustomerSort::OpenOrders, true), QStringList({"Big", "Small", "Idle"}));
    QCOMPARE(names(c, {}, CustomerSort::Waiting, true), QStringList({"Big", "Small", "Idle"}));
    QCOMPARE(names(c, {}, CustomerSort::Held, true), QStringList({"Small", "Big", "Idle"}));
    QCOMPARE(names(c, {}, CustomerSort::Late, true), QStringList({"Small", "Big", "Idle"}));
    QCOMPARE(names(c, {}, CustomerSort::Since), QStringList({"Idle", "Small", "Big"}));
    const CustomerListing listing = must(listCustomers(c, {{QStringLiteral("big")}, CustomerSort::Name, false, callerAt().today()}));
    const CustomerRow row = must(customerRows(c, listing, 0, 1)).front();
    QCOMPARE(row.figures.openOrders, qint64(2));
    QCOMPARE(row.figures.waiting, Units(10));
}

QTEST_GUILESS_MAIN(CustomerTest)
#include "customertest.moc"
