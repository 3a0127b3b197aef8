#include "ui/widgets/undobar.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/orderpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// An inverse that notes that it was done.
Inverse noting(QStringList &done, const QString &what)
{
    return [&done, what] {
        done += what;
        return QtFuture::makeReadyFuture(Result<QString>(what + u" is taken back."));
    };
}

/// Changes the first order's first line to `units` by keys.
void amendFirstOrder(Bench &bench, const QString &units)
{
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(bench.find<OrderPanel>("orderPanel")->isLoaded());
    bench.press(Qt::Key_F2);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("line"));
    bench.enter(units);
}

} // namespace

class UndoBarTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void theNewestIsTakenBackFirst()
    {
        QStringList done;
        UndoBar bar;
        QVERIFY(!bar.canUndo());
        bar.offer(QStringLiteral("One is done."), noting(done, QStringLiteral("One")));
        bar.offer(QStringLiteral("Two is done."), noting(done, QStringLiteral("Two")));
        QSignalSpy undone(&bar, &UndoBar::undone);
        bar.undo();
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(undone[0][0].toString(), QStringLiteral("Two is taken back."));
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("message"))->text(), QStringLiteral("One is done."));
        bar.undo();
        QTRY_COMPARE(undone.size(), 2);
        QCOMPARE(done, QStringList({"Two", "One"}));
        QVERIFY(!bar.canUndo());
        QVERIFY(bar.isHidden());
    }
    void aRefusedInverseSaysWhy()
    {
        UndoBar bar;
        QSignalSpy refused(&bar, &UndoBar::refused);
        bar.offer(QStringLiteral("It is done."), [] {
            return QtFuture::makeReadyFuture(Result<QString>(Error{Error::Kind::Refused, {}, QStringLiteral("It has shipped.")}));
        });
        bar.undo();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].toString(), QStringLiteral("It has shipped."));
        QVERIFY(!bar.canUndo());
    }
    void closingTheBarForgetsWhatItOffered()
    {
        QStringList done;
        UndoBar bar;
        bar.offer(QStringLiteral("One is done."), noting(done, QStringLiteral("One")));
        for (QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (button->text().isEmpty())
                button->click();
        }
        QVERIFY(!bar.canUndo());
        bar.undo();
        QVERIFY(done.isEmpty());
    }
    void ctrlZTakesAnAmendedQuantityBack()
    {
        Bench bench(QStringLiteral("waiting"));
        bench.press(Qt::Key_Down); // GAME stands first, then the lamps
        amendFirstOrder(bench, QStringLiteral("9"));
        QTRY_VERIFY2(bench.message().contains(QStringLiteral("9 units of LAMP instead of 5")), qPrintable(bench.message()));
        QCOMPARE(bench.product("LAMP").stock.waiting(), 19);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(bench.product("LAMP").stock.waiting(), 15);
        QTRY_VERIFY2(bench.message().contains(QStringLiteral("has 5 units again")), qPrintable(bench.message()));
    }
    void nothingMovesWhenItComes()
    {
        Bench bench(QStringLiteral("waiting"));
        const auto onScreen = [&](const QWidget *widget) { return QRect(widget->mapTo(&bench.window(), QPoint()), widget->size()); };
        const QRect page = onScreen(&bench.page());
        bench.press(Qt::Key_Down);
        amendFirstOrder(bench, QStringLiteral("9"));
        QTRY_VERIFY(bench.message().contains(QStringLiteral("instead of 5")));
        QCOMPARE(onScreen(&bench.page()), page);
        const QRect layer = onScreen(bench.find<QWidget>("messageLayer"));
        QVERIFY(!layer.intersects(page));
        bench.workspace().showPage(QStringLiteral("orders")); // where the top bar has a button
        QVERIFY(!onScreen(bench.find<QWidget>("messageLayer")).intersects(onScreen(bench.find<QPushButton>("primary"))));
        for (QPushButton *button : bench.find<QWidget>("undoBar")->findChildren<QPushButton *>()) {
            if (button->text().isEmpty())
                button->click();
        }
        QTRY_VERIFY(bench.find<QWidget>("messageLayer")->isHidden());
    }
    void aLongMessageCoversNothingOfThePage()
    {
        Bench bench(QStringLiteral("orders"));
        const auto onScreen = [&](const QWidget *widget) { return QRect(widget->mapTo(&bench.window(), QPoint()), widget->size()); };
        const QRect page = onScreen(&bench.page());
        bench.workspace().sayProblem(QStringLiteral("The order has more lines than stand on a paper. ").repeated(20));
        auto *layer = bench.find<QWidget>("messageLayer");
        QTRY_VERIFY(layer->isVisible() && onScreen(&bench.page()).top() > onScreen(layer).bottom());
        QVERIFY(!onScreen(layer).intersects(onScreen(bench.find<QPushButton>("primary"))));
        bench.press(Qt::Key_Escape); // which nothing on the page has taken
        QTRY_VERIFY(layer->isHidden());
        QTRY_COMPARE(onScreen(&bench.page()), page);
    }
    void theMenuOffersItOnlyWhereThereIsSomething()
    {
        Bench bench(QStringLiteral("waiting"));
        auto *undo = bench.find<QAction>("undoLast");
        const auto offered = [&] {
            for (QMenu *menu : bench.window().menuBar()->findChildren<QMenu *>()) {
                if (menu->actions().contains(undo))
                    Q_EMIT menu->aboutToShow();
            }
            return undo->isEnabled();
        };
        QVERIFY(!offered());
        bench.press(Qt::Key_Down);
        amendFirstOrder(bench, QStringLiteral("9"));
        QTRY_VERIFY(offered());
        undo->trigger();
        QTRY_COMPARE(bench.product("LAMP").stock.waiting(), 15);
        QVERIFY(!offered());
    }
    void ctrlZInAnEditorIsTheEditors()
    {
        Bench bench(QStringLiteral("waiting"));
        bench.press(Qt::Key_Down);
        amendFirstOrder(bench, QStringLiteral("9"));
        QTRY_VERIFY(bench.message().contains(QStringLiteral("instead of 5")));
        bench.page().focusFilter();
        bench.type(QStringLiteral("zz"));
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), QString());
        QCOMPARE(bench.product("LAMP").stock.waiting(), 19);
    }
};

QTEST_MAIN(UndoBarTest)
#include "undobartest.moc"
