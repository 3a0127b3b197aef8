#include "tests/ui/support/entrydesk.h"
#include "ui/style/waitlinestyle.h"

#include <QClipboard>

using namespace waitline;
using namespace waitline::test;

namespace {

/// The names of what Tab, or Shift+Tab, comes to until it is back where it began.
QStringList walk(Desk &desk, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QStringList names;
    QWidget *begin = Bench::focus();
    do {
        names += Bench::focus()->objectName();
        desk.key(modifiers & Qt::ShiftModifier ? Qt::Key_Backtab : Qt::Key_Tab, modifiers);
    } while (Bench::focus() != begin && names.size() < 60);
    return names;
}

const QStringList cells{QStringLiteral("product"), QStringLiteral("units"), QStringLiteral("price")};

QStringList reversed(QStringList names)
{
    const QString first = names.takeFirst();
    std::reverse(names.begin(), names.end());
    return QStringList{first} + names;
}

QWidget *rowOf(const QString &product)
{
    for (auto *each : Desk::dialog()->findChildren<QLineEdit *>(QStringLiteral("product"))) {
        if (each->isVisible() && each->text() == product)
            return each->parentWidget()->parentWidget();
    }
    return nullptr;
}

/// Whether all of a widget is seen, and nothing of it lies under the heads.
bool isWhole(QWidget *widget)
{
    const QWidget *heads = Bench::shown(QStringLiteral("lineHeads"));
    const QRect covered(heads->mapTo(widget->window(), QPoint()), heads->size());
    const QRect own(widget->mapTo(widget->window(), QPoint()), widget->size());
    for (QWidget *above = widget->parentWidget(); above && !above->isWindow(); above = above->parentWidget()) {
        if (!QRect(above->mapTo(widget->window(), QPoint()), above->size()).contains(own))
            return false;
    }
    return !covered.intersects(own);
}

} // namespace

/// How the order form stands in its window, and how the keyboard goes through it.
class OrderLayoutTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabGoesThroughTheWholeFormWhateverLinesThereAre()
    {
        Desk desk;
        desk.newOrder();
        const QStringList end{QStringLiteral("promise"),        QStringLiteral("priority"), QStringLiteral("campaign"),
                              QStringLiteral("reference"),      QStringLiteral("note"),     QStringLiteral("placed"),
                              QStringLiteral("complete"),       QStringLiteral("taken"),    QStringLiteral("method"),
                              QStringLiteral("takenReference"), QStringLiteral("leave"),    QStringLiteral("save"),
                              QStringLiteral("discard")};
        const auto expected = [&](int rows) {
            QStringList names{QStringLiteral("customer")};
            for (int row = 0; row < rows; ++row)
                names += cells;
            return names + end;
        };
        const auto walksThrough = [&](int rows) {
            Bench::shown(QStringLiteral("customer"))->setFocus();
            QCOMPARE(walk(desk), expected(rows));
            QCOMPARE(walk(desk, Qt::ShiftModifier), reversed(expected(rows)));
        };
        desk.customer(QStringLiteral("acme"));
        walksThrough(1);
        rowOf({})->findChild<QLineEdit *>(QStringLiteral("product"))->setFocus();
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("2"));
        walksThrough(3);
        rowOf(QStringLiteral("LAMP"))->findChild<QLineEdit *>(QStringLiteral("units"))->setFocus();
        desk.key(Qt::Key_Insert); // before the first line
        desk.type(QStringLiteral("GAME"));
        walksThrough(4);
        rowOf(QStringLiteral("LAMP"))->findChild<QLineEdit *>(QStringLiteral("units"))->setFocus();
        desk.key(Qt::Key_Delete, Qt::ControlModifier);
        walksThrough(3);
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        walksThrough(4);
    }
    void tabGoesThroughADraftAndAnOrderThatIsEdited()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("2"));
        desk.key(Qt::Key_S, Qt::ControlModifier); // it goes on as an order that is edited
        QTRY_VERIFY(desk.said().contains(QStringLiteral("Order 2 for")));
        QTRY_VERIFY(Bench::shown(QStringLiteral("reason")));
        Bench::shown(QStringLiteral("customer"))->setFocus();
        const QStringList names = walk(desk);
        QCOMPARE(names.mid(0, 10), QStringList{QStringLiteral("customer")} + cells + cells + cells);
        QCOMPARE(names.mid(10),
                 QStringList({"promise", "priority", "campaign", "reference", "note", "reason", "complete", "leave", "save", "discard"}));
        QCOMPARE(walk(desk, Qt::ShiftModifier), reversed(names));
    }
    void theHeadsStayAboveTheFirstLine()
    {
        Desk desk;
        desk.window.addProduct(QStringLiteral("WIDE"), QStringLiteral("A gadget whose name is so long that what is said of it wraps"));
        desk.newOrder();
        const QWidget *heads = Bench::shown(QStringLiteral("lineHeads"));
        QVERIFY(heads);
        QTRY_COMPARE(heads->y(), 0);
        desk.customer(QStringLiteral("acme"));
        for (const auto &[sku, units] : {std::pair("LAMP", "3"), std::pair("WIDE", "5"), std::pair("GAME", "3")}) {
            desk.line(QString::fromLatin1(sku), QString::fromLatin1(units));
            QTest::qWait(200); // as a person types
            QCOMPARE(heads->y(), 0);
            QVERIFY(isWhole(rowOf(QStringLiteral("LAMP"))));
        }
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_F8);
        QTest::qWait(200);
        QCOMPARE(heads->y(), 0);
    }
    void inALowWindowTheLineBeingTypedIsSeenWithWhatIsSaidOfIt()
    {
        Desk desk;
        desk.window.addProduct(QStringLiteral("WIDE"), QStringLiteral("A gadget whose name is so long that what is said of it wraps"));
        desk.newOrder();
        desk.dialog()->resize(643, 324); // a screen of 1366x768 at 200 %
        QVERIFY2(desk.dialog()->height() <= 330 && desk.dialog()->width() <= 650, "The form does not fit.");
        QTRY_VERIFY(isWhole(Bench::focus()));
        desk.customer(QStringLiteral("acme"));
        for (const char *sku : {"LAMP", "WIDE", "GAME", "BOLT-M8"}) {
            QTRY_VERIFY(isWhole(Bench::focus()));
            desk.enter(QString::fromLatin1(sku));
            QTRY_COMPARE(desk.focus(), QStringLiteral("units"));
            QTRY_VERIFY(isWhole(rowOf(QString::fromLatin1(sku))));
            desk.type(QStringLiteral("3"));
            const QLabel *note = rowOf(QString::fromLatin1(sku))->findChild<QLabel *>(QStringLiteral("lineNote"));
            QTRY_VERIFY(note->isVisible());
            QTest::qWait(200); // the foresight comes, and may take another line
            QVERIFY(isWhole(rowOf(QString::fromLatin1(sku))));
            desk.key(Qt::Key_Return);
            QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        }
        desk.key(Qt::Key_Return); // to the deposit, which scrolls with the rest
        QTRY_COMPARE(desk.focus(), QStringLiteral("taken"));
        QTRY_VERIFY(isWhole(Bench::focus()));
        desk.dialog()->resize(1040, 680);
        QTRY_COMPARE(desk.focus(), QStringLiteral("taken")); // which keeps the keyboard
        QTRY_VERIFY(isWhole(Bench::focus()));
    }
    void theTermsStayWhenTheLinesScroll()
    {
        Desk desk;
        desk.newOrder();
        desk.dialog()->resize(1040, 720); // room for the terms beside the lines, whole
        desk.customer(QStringLiteral("acme"));
        QStringList rows(40, QStringLiteral("LAMP\t1"));
        QApplication::clipboard()->setText(rows.join(u'\n'));
        desk.key(Qt::Key_V, Qt::ControlModifier); // the keyboard is behind the last line
        QTRY_COMPARE(desk.lines().size(), 40);
        QTest::qWait(200);
        for (const char *name : {"promise", "note", "complete"}) {
            const QWidget *field = Bench::shown(QString::fromLatin1(name));
            QVERIFY(field);
            QCOMPARE(field->visibleRegion().boundingRect(), field->rect());
        }
    }
    void pastedMistakesAreMarkedAndGoneThroughFromTheFirst()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        QApplication::clipboard()->setText(QStringLiteral("LAMP\t2\nNONE\t1\nGAME\t9\nLAMP\tmany\nBOLT-M8\t1"));
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(desk.said().contains(QStringLiteral("5 lines are pasted, 3 of them marked")));
        const auto isMarked = [](const QString &product, const QString &cell) {
            return rowOf(product)->findChild<QLineEdit *>(cell)->property(problemProperty).toBool();
        };
        QVERIFY(isMarked(QStringLiteral("NONE"), QStringLiteral("product")));
        QVERIFY(isMarked(QStringLiteral("GAME"), QStringLiteral("units")));
        QVERIFY(!isMarked(QStringLiteral("BOLT-M8"), QStringLiteral("units")));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.typed(), QStringLiteral("NONE"));
        QVERIFY2(desk.said().contains(QStringLiteral("3 lines are not right yet: the keyboard is in the first of them.")),
                 qPrintable(desk.said()));
        QCOMPARE(desk.orders(), 1);
    }
    void aLineThatIsRefusedCountsNowhere()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.line(QStringLiteral("GAME"), QStringLiteral("9"));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("2 lines · 3 units · 30.00 EUR · 1 line cannot be sold and is not counted")),
                     qPrintable(desk.said()));
        QVERIFY(desk.said().contains(QStringLiteral("Deposit asked 6.00 · balance 30.00")));
    }
    void moreMoneyThanIsDueIsAskedAbout()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("taken"));
        desk.type(QStringLiteral("50"));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("20.00 more than is due")), qPrintable(desk.said()));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.said().contains(QStringLiteral("Only 30.00 EUR is due: 20.00 EUR more would be due for refund.")));
        QCOMPARE(desk.orders(), 1);
        QCOMPARE(desk.focus(), QStringLiteral("taken"));
        desk.type(QStringLiteral("60")); // what stands there is replaced
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("30.00 more than is due")), qPrintable(desk.said()));
        QVERIFY(!desk.said().contains(QStringLiteral("Only 30.00 EUR is due")));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.said().contains(QStringLiteral("Only 30.00 EUR is due: 30.00 EUR more would be due for refund.")));
        for (int field = 0; field < 3; ++field)
            desk.key(Qt::Key_Tab);
        QCOMPARE(desk.focus(), QStringLiteral("takeMore"));
        desk.key(Qt::Key_Space);
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QCOMPARE(desk.order(2).order.paid, Money(6'000));
    }
};

QTEST_MAIN(OrderLayoutTest)
#include "orderlayouttest.moc"
