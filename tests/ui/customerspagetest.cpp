#include "models/services/customerservice.h"
#include "models/tables/customermodel.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/customerpanel.h"
#include "ui/widgets/linkrow.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

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
        auto *email = shop.window.shown<QLineEdit>(QStringLiteral("email"));
        for (const char *wrong : {"bad@@mail, x", "a b@c.de", "@c.de", "zoe"}) {
            email->setText(QString::fromLatin1(wrong));
            shop.window.press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY2(email->accessibleDescription().contains(QStringLiteral("is no e-mail address")), wrong);
        }
        email->setText(QStringLiteral("zoe@example.com"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.table->model()->rowCount(), 4);
        QTRY_COMPARE(shop.names().last(), QStringLiteral("Zoe"));
        shop.window.window().activateWindow();
        shop.open(3);
        const auto says = [&](const QString &text) {
            const auto labels = shop.window.shown(QStringLiteral("customerPanel"))->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
        };
        QTRY_VERIFY(says(QStringLiteral("Nothing: there is no order yet.")));
    }
    void aDuplicateIsProposedMergedAndTakenBack()
    {
        Shop shop;
        QCOMPARE(shop.names().size(), 3);
        const int acme = int(shop.names().indexOf(QStringLiteral("Acme")));
        shop.open(acme);
        QTRY_VERIFY2(shop.window.message().contains(QStringLiteral("ACME (C-9) has the same name")), qPrintable(shop.window.message()));
        shop.window.shown(QStringLiteral("mergeCustomer"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("No customer is chosen")));
        shop.window.type(QStringLiteral("zzz"));
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("No other customer is called “zzz”")));
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
        shop.window.press(Qt::Key_A, Qt::ControlModifier);
        shop.window.type(QStringLiteral("C-9"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("thisStays"));
        QCOMPARE(shop.window.shown(QStringLiteral("customer"))->accessibleDescription(), QString()); // it is put right
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.names(), QStringList({"Acme", "Bolt"}));
        shop.window.window().activateWindow(); // as a window manager does when the dialog is gone
        shop.table->setFocus();
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.names().size(), 3);
    }
    void theTwoAreToldApartAndWhatMovesIsSaidBefore()
    {
        Shop shop;
        shop.table->setFocus();
        shop.table->selectRow(int(shop.names().indexOf(QStringLiteral("Acme"))));
        const auto actions = shop.table->actions();
        QCOMPARE(actions.size(), 1); // in the menu of a row
        actions.front()->trigger();
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
        shop.window.type(QStringLiteral("acme"));
        QTRY_VERIFY(shop.window.shown<QListWidget>(QStringLiteral("suggestions")));
        const auto *list = shop.window.shown<QListWidget>(QStringLiteral("suggestions"));
        QCOMPARE(list->count(), 1); // not the customer itself
        QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("ACME, C-9"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("thisStays"));
        const auto text = [&](const char *name) { return shop.window.shown<QLabel>(QString::fromLatin1(name))->text(); };
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("otherMarks")));
        QVERIFY2(text("otherMarks").startsWith(QStringLiteral("C-9 · 0 open orders")), qPrintable(text("otherMarks")));
        QVERIFY2(text("thisMarks").contains(QStringLiteral("1 open order")), qPrintable(text("thisMarks")));
        QVERIFY2(text("moves").contains(QStringLiteral("ACME (C-9) has no orders and no money")), qPrintable(text("moves")));
        shop.window.press(Qt::Key_Down); // the other one stays
        QTRY_VERIFY2(text("moves").contains(QStringLiteral("to ACME (C-9) move: 1 order")), qPrintable(text("moves")));
    }
    void aNewCustomerWhoIsThereAlreadyIsSaidWhileItIsTyped()
    {
        Shop shop;
        shop.window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("name"));
        shop.window.type(QStringLiteral("bolt"));
        QTRY_VERIFY(shop.window.shown(QStringLiteral("likeCustomer")));
        auto *bar = shop.window.shown(QStringLiteral("likeCustomer"));
        QVERIFY(bar->findChild<QLabel *>(QStringLiteral("message"))->text().startsWith(QStringLiteral("Looks like Bolt (")));
        shop.window.type(QStringLiteral("er"));
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("likeCustomer")));
        shop.window.press(Qt::Key_Backspace);
        shop.window.press(Qt::Key_Backspace);
        QTRY_VERIFY(bar->isVisible());
        for (QPushButton *button : bar->findChildren<QPushButton *>()) {
            if (button->isVisible() && !button->text().isEmpty())
                button->click();
        }
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("customerDialog")));
        QTRY_COMPARE(shop.window.shown<QLabel>(QStringLiteral("customerName"))->text(), QStringLiteral("Bolt"));
        QCOMPARE(shop.names().size(), 3);
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
