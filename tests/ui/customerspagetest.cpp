#include "models/services/customerservice.h"
#include "models/tables/customermodel.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/customerpanel.h"
#include "ui/widgets/linkrow.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Acme waits 2nd for lamps, promised; a second record has Acme's name.
class Shop final {
public:
    explicit Shop(const QString &firstPage = QStringLiteral("customers"))
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        window.placeOrder(QStringLiteral("Bolt"), QStringLiteral("LAMP"), 4, 1);
        window.placeOrder(QStringLiteral("Acme"), QStringLiteral("LAMP"), 5, 2, QDate(2026, 3, 25));
        window.placePurchase(QStringLiteral("LAMP"), 12, QDate(2026, 3, 20));
        CustomerDetails twin;
        twin.name = QStringLiteral("ACME");
        twin.reference = QStringLiteral("C-9");
        must(CustomerService(window.connection()).add(twin, callerAt(3)));
        window.open(firstPage);
        table = window.shown<DataTable>(QStringLiteral("customersTable"));
    }

    [[nodiscard]] QStringList names() const { return Bench::column(table, CustomerModel::Name); }
    void open(int row)
    {
        table->setFocus();
        table->selectRow(row);
        window.press(Qt::Key_Return);
        auto *panel = window.shown<CustomerPanel>(QStringLiteral("customerPanel"));
        if (!panel || !QTest::qWaitFor([panel] { return panel->isLoaded(); }))
            qFatal("The customer does not open.");
    }

    Bench window;
    DataTable *table = nullptr;
};

} // namespace

class CustomersPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whenWillIGetItIsAnsweredInSixKeys()
    {
        Shop shop(QStringLiteral("demand"));
        int keys = 1;
        shop.window.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("goToText"));
        for (QChar letter : QStringLiteral("acme")) {
            shop.window.type(QString(letter));
            ++keys;
        }
        shop.window.press(Qt::Key_Return);
        QVERIFY(++keys <= 8);
        QTRY_VERIFY(shop.window.shown<LinkRow>(QStringLiteral("row")));
        const QString row = shop.window.shown<LinkRow>(QStringLiteral("row"))->accessibleName();
        QVERIFY2(row.contains(QStringLiteral("LAMP · 5 waiting")) && row.contains(QStringLiteral("2nd in line")) &&
                     row.contains(QStringLiteral("expected")) && row.contains(QStringLiteral("promised")),
                 qPrintable(row));
    }
    void aCustomerGoneToStaysWhenTheListComes()
    {
        Shop shop(QStringLiteral("orders"));
        shop.window.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("goToText"));
        shop.window.type(QStringLiteral("bolt"));
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("customerName")));
        auto *table = shop.window.shown<DataTable>(QStringLiteral("customersTable"));
        shop.window.window().activateWindow();
        QTRY_VERIFY(table->hasFocus() && table->currentIndex().isValid());
        QTRY_VERIFY(shop.window.page().isReady());
        QTRY_COMPARE(shop.window.shown<QLabel>(QStringLiteral("customerName"))->text(), QStringLiteral("Bolt"));
    }
    void aNewCustomerIsEnteredByKeys()
    {
        Shop shop;
        shop.window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("name"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("has no name")));
        shop.window.type(QStringLiteral("Zoe"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.table->model()->rowCount(), 4);
        QTRY_COMPARE(shop.names().last(), QStringLiteral("Zoe"));
    }
    void aDuplicateIsProposedMergedAndTakenBack()
    {
        Shop shop;
        QCOMPARE(shop.names().size(), 3);
        const int acme = int(shop.names().indexOf(QStringLiteral("Acme")));
        shop.open(acme);
        QTRY_VERIFY2(shop.window.message().contains(QStringLiteral("ACME has the same name")), qPrintable(shop.window.message()));
        shop.window.shown(QStringLiteral("mergeCustomer"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("No customer is chosen")));
        shop.window.type(QStringLiteral("C-9"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("thisStays"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.names(), QStringList({"Acme", "Bolt"}));
        shop.window.window().activateWindow(); // as a window manager does when the dialog is gone
        shop.table->setFocus();
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.names().size(), 3);
    }
    void aLimitTheTwoExceedTogetherIsToldBefore()
    {
        Bench window;
        window.addProduct(QStringLiteral("GAME"), QStringLiteral("Harbour game"), [](ProductTerms &terms) { terms.customerLimit = 2; });
        window.placeOrder(QStringLiteral("Acme"), QStringLiteral("GAME"), 2, 1);
        window.placeOrder(QStringLiteral("Bolt & Co"), QStringLiteral("GAME"), 2, 2);
        window.open(QStringLiteral("customers"));
        auto *table = window.shown<DataTable>(QStringLiteral("customersTable"));
        table->setFocus();
        table->selectRow(0);
        window.press(Qt::Key_Return);
        QTRY_VERIFY(window.shown<CustomerPanel>(QStringLiteral("customerPanel")));
        QTRY_VERIFY(window.shown<CustomerPanel>(QStringLiteral("customerPanel"))->isLoaded());
        window.shown(QStringLiteral("mergeCustomer"))->setFocus();
        window.press(Qt::Key_Space);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("customer"));
        window.type(QStringLiteral("Bolt"));
        window.press(Qt::Key_Return);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("thisStays"));
        QTRY_VERIFY(window.shown<QLabel>(QStringLiteral("limitsPassed")));
        const QString said = window.shown<QLabel>(QStringLiteral("limitsPassed"))->text();
        QVERIFY2(said.contains(QStringLiteral("Together they have 4 of GAME, limit 2")), qPrintable(said));
        QCOMPARE(window.shown<QAbstractButton>(QStringLiteral("otherStays"))->text(), QStringLiteral("Bolt && Co stays"));
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }
    void whereOrdersStandIsCopiedAndPrinted()
    {
        Shop shop;
        shop.open(int(shop.names().indexOf(QStringLiteral("Acme"))));
        shop.window.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("copyStanding"));
        shop.window.press(Qt::Key_Space);
        QVERIFY2(QApplication::clipboard()->text().contains(QStringLiteral("5 ordered, 5 waiting at place 2 in line")),
                 qPrintable(QApplication::clipboard()->text()));
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("standing.pdf"));
        shop.window.press(Qt::Key_P, Qt::ControlModifier);
        QFile file(shop.window.prompts.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(4) == "%PDF");
    }
    void everyControlHasAName()
    {
        Shop shop;
        shop.open(0);
        QCOMPARE(namelessControls(&shop.window.window()), QStringList());
        shop.window.press(Qt::Key_F2);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("customerDialog")));
        QCOMPARE(namelessControls(QApplication::activeWindow()), QStringList());
    }
};

QTEST_MAIN(CustomersPageTest)
#include "customerspagetest.moc"
