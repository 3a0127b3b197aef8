#include "tests/ui/support/entrydesk.h"
#include "tests/ui/support/looks.h"
#include "ui/dialogs/orderdialog.h"

#include <QAccessible>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Presses a button as an assistive tool does.
void pressByTool(QWidget *button)
{
    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(button);
    if (!seen || !seen->actionInterface())
        qFatal("The button cannot be pressed by a tool.");
    seen->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
}

/// Types into a field of the form in the place of what stands there.
void retype(Desk &desk, const QString &field, const QString &text)
{
    auto *editor = Bench::shown<QLineEdit>(field);
    editor->setFocus();
    editor->selectAll();
    desk.type(text);
}

Units refusedUnits(Desk &desk)
{
    return desk.window.connection().integer("SELECT COALESCE(CAST(SUM(units) AS BIGINT), 0) FROM refused_demand");
}

} // namespace

/// What an order's fields take, and what becomes of a form that is left.
class OrderFieldsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFormThrownAwayWhileItAsksTakesItsQuestionAlong()
    {
        Desk desk;
        DialogPrompts prompts;
        const OrderDrafts drafts(must(Location::parse(desk.window.databaseFile())), QStringLiteral("desk"));
        QPointer<OrderDialog> dialog = new OrderDialog(desk.window.session(), prompts, drafts, &desk.window.window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->beginNew();
        dialog->open();
        dialog->activateWindow();
        QTRY_COMPARE(desk.focus(), QStringLiteral("customer"));
        desk.type(QStringLiteral("zz"));
        dialog->reject();
        QTRY_VERIFY(dialog->findChild<QMessageBox *>());
        QPointer<QMessageBox> question = dialog->findChild<QMessageBox *>();
        pressByTool(dialog->findChild<QPushButton *>(QStringLiteral("discard")));
        QTRY_VERIFY(!dialog);
        QVERIFY(!question);
    }
    void leavingIsAskedAndDone()
    {
        Desk desk;
        DialogPrompts prompts;
        const OrderDrafts drafts(must(Location::parse(desk.window.databaseFile())), QStringLiteral("desk"));
        QPointer<OrderDialog> dialog = new OrderDialog(desk.window.session(), prompts, drafts, &desk.window.window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->beginNew();
        dialog->open();
        dialog->activateWindow();
        QTRY_COMPARE(desk.focus(), QStringLiteral("customer"));
        desk.type(QStringLiteral("zz"));
        const auto answer = [&](QAbstractButton *(*button)(QMessageBox *)) {
            dialog->reject();
            QPointer<QMessageBox> question = dialog->findChild<QMessageBox *>();
            QVERIFY(question);
            button(question)->click();
            QTRY_VERIFY(!question);
        };
        answer([](QMessageBox *box) -> QAbstractButton * { return box->button(QMessageBox::Cancel); });
        QVERIFY(dialog && dialog->isVisible());
        answer([](QMessageBox *box) -> QAbstractButton * {
            const auto buttons = box->buttons();
            return *std::find_if(buttons.begin(), buttons.end(),
                                 [box](QAbstractButton *each) { return box->buttonRole(each) == QMessageBox::AcceptRole; });
        });
        QTRY_VERIFY(!dialog);
        QCOMPARE(desk.drafts().size(), size_t(1));
    }
    void aDayThatHasPassedIsNotPromised()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        retype(desk, QStringLiteral("promise"), QStringLiteral("-1"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("has passed already: promise today or a later day")), qPrintable(desk.said()));
        QCOMPARE(desk.orders(), 1);
        QCOMPARE(desk.typed(), QStringLiteral("-1"));
        retype(desk, QStringLiteral("promise"), QStringLiteral("t"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
    }
    void aPreorderIsNotPromisedBeforeItsRelease()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("GAME"), QStringLiteral("1"));
        retype(desk, QStringLiteral("promise"), QStringLiteral("2026-05-31"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("GAME is not released before 1 Jun 2026")), qPrintable(desk.said()));
        QCOMPARE(desk.orders(), 1);
        retype(desk, QStringLiteral("promise"), QStringLiteral("2026-06-01"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
    }
    void wrongValuesAreMarkedWhenTheirFieldIsLeft_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("no number") << "units"
                                   << "abc"
                                   << "“abc” is not a whole number";
        QTest::newRow("less than nothing") << "units"
                                           << "-3"
                                           << "The units of LAMP";
        QTest::newRow("a part") << "units"
                                << "1.5"
                                << "“1.5” is not a whole number";
        QTest::newRow("no price") << "price"
                                  << "x"
                                  << "“x” is not an amount";
        QTest::newRow("no such day") << "promise"
                                     << "31 Feb 2026"
                                     << "“31 Feb 2026” is not a day";
        QTest::newRow("a day that has passed") << "promise"
                                               << "2026-02-01"
                                               << "has passed already";
        QTest::newRow("no money") << "taken"
                                  << "much"
                                  << "“much” is not an amount";
    }
    void wrongValuesAreMarkedWhenTheirFieldIsLeft()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("2"));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("1 line · 2 units · 20.00 EUR")));
        retype(desk, field, typed);
        QVERIFY(!desk.said().contains(said));
        Bench::shown<QLineEdit>(QStringLiteral("note"))->setFocus();
        QVERIFY2(desk.said().contains(said), qPrintable(desk.said()));
        const bool isOfALine = field == u"units" || field == u"price";
        QCOMPARE(desk.said().contains(QStringLiteral("1 line is not right yet and not counted")), isOfALine);
        retype(desk, field, field == u"promise" ? QStringLiteral("t") : QStringLiteral("4"));
        QVERIFY(!desk.said().contains(said));
    }
    void aClickIntoUnitsSelectsThem()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("25"));
        auto *units = Bench::shown<QLineEdit>(QStringLiteral("units"));
        QTest::mouseClick(units, Qt::LeftButton);
        QTRY_COMPARE(units->selectedText(), QStringLiteral("25"));
        QTest::mouseClick(units, Qt::LeftButton); // once more: the cursor goes where the click was
        QCoreApplication::processEvents();
        QCOMPARE(units->selectedText(), QString());
    }
    void whatIsRefusedAndThenBoughtInPartIsRefusedForTheRest()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("GAME"), QStringLiteral("3")); // the limit is 2
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(refusedUnits(desk), Units(3));
        QTRY_COMPARE(desk.focus(), QStringLiteral("units"));
        retype(desk, QStringLiteral("units"), QStringLiteral("2"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QCOMPARE(refusedUnits(desk), Units(1));
    }
    void whatWasNotWaitedForAndThenTakenIsNotRefused()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("GAME"), QStringLiteral("3"));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("3 units of GAME cannot be sold")));
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_F8);
        QTRY_VERIFY(desk.said().contains(QStringLiteral("kept as refused demand: 3 units of GAME")));
        desk.line(QStringLiteral("GAME"), QStringLiteral("2"));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("kept as refused demand: 1 unit of GAME")), qPrintable(desk.said()));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QCOMPARE(refusedUnits(desk), Units(1));
    }
};

QTEST_MAIN(OrderFieldsTest)
#include "orderfieldstest.moc"
