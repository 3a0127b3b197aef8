#include "tests/ui/support/bench.h"
#include "tests/ui/support/looks.h"
#include "ui/pages/startpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

class FirstRunTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStartPageOffersAllWays()
    {
        Bench window;
        window.start();
        for (const char *way : {"Try with a sample business", "New business…", "Open…", "Database server…"})
            QVERIFY2(button(window, way), way);
        QVERIFY(window.focus()->accessibleName().contains(QStringLiteral("sample")));
        QCOMPARE(namelessControls(&window.window()).join(u';'), QString());
        QCOMPARE(clipped(&window.window()).join(u';'), QString());
        checkTabs(&window.window());
    }
    void anOpeningThatTakesLongCanBeCancelled()
    {
        StartPage page;
        page.setBusy(QStringLiteral("Opening shop…"));
        page.show();
        auto *cancel = page.findChild<QPushButton *>(QStringLiteral("cancelOpening"));
        QVERIFY(!cancel->isVisible()); // most openings are over at once
        QPromise<void> opening;
        opening.start();
        page.offerCancel(opening.future());
        QVERIFY(cancel->isVisible());
        cancel->click();
        QVERIFY(opening.isCanceled());
        page.setIdle();
        QVERIFY(!cancel->isVisible());
        opening.finish();
    }
    void aSampleBusinessIsMadeAndMarked()
    {
        Bench window;
        window.start();
        window.press(Qt::Key_Return);
        window.waitUntilReady();
        QVERIFY(QFile::exists(window.inFolder(QStringLiteral("sample.waitline"))));
        QVERIFY(window.shown(QStringLiteral("mark")));
        QCOMPARE(window.shown(QStringLiteral("mark"))->accessibleName(), QStringLiteral("Sample business"));
        QVERIFY(window.window().windowTitle().contains(QStringLiteral("Sample business")));
    }
    void aSampleWhoseMakingWasCutShortIsMadeAnew()
    {
        Bench window;
        for (const char *part : {"", "-wal", "-shm"}) {
            QFile left(window.inFolder(QStringLiteral("sample.waitline.making") + QLatin1String(part)));
            QVERIFY(left.open(QIODevice::WriteOnly) && left.write("half a database") > 0);
        }
        window.start();
        window.press(Qt::Key_Return);
        window.waitUntilReady();
        QVERIFY(!QFile::exists(window.inFolder(QStringLiteral("sample.waitline.making-wal"))));
    }
    void aNewBusinessIsMadeWhereOneSays()
    {
        Bench window;
        window.start();
        window.prompts.path = window.inFolder(QStringLiteral("shop"));
        askNew(window);
        window.press(Qt::Key_Return, Qt::ControlModifier);
        window.waitUntilReady();
        QVERIFY(QFile::exists(window.inFolder(QStringLiteral("shop.waitline"))));
        QVERIFY(!window.shown(QStringLiteral("mark")));
        QVERIFY(window.window().windowTitle().startsWith(QStringLiteral("shop")));
    }
    void aNewBusinessIsInTheCurrencyThatIsAskedFor()
    {
        QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
        Bench window;
        window.start();
        window.prompts.path = window.inFolder(QStringLiteral("shop"));
        askNew(window);
        auto *currency = qobject_cast<QLineEdit *>(window.focus());
        QCOMPARE(currency->text(), QStringLiteral("JPY")); // what is paid with here
        QCOMPARE(clipped(currency->window()).join(u';'), QString());
        window.type(QStringLiteral("yen"));
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(currency->accessibleDescription().contains(QStringLiteral("yen"), Qt::CaseInsensitive));
        QVERIFY(!QFile::exists(window.inFolder(QStringLiteral("shop.waitline"))));
        window.press(Qt::Key_A, Qt::ControlModifier);
        window.type(QStringLiteral("kwd"));
        window.press(Qt::Key_Return, Qt::ControlModifier);
        window.waitUntilReady();
        QCOMPARE(window.session().currency().code, QStringLiteral("KWD"));
        QCOMPARE(window.session().currency().exponent, 3);
        QLocale::setDefault(QLocale::c());
    }
    void anEmptyBusinessSaysWhereToBegin()
    {
        Bench window(QStringLiteral("overview"), Bench::Content::Nothing);
        QTRY_VERIFY(window.shown(QStringLiteral("addFirstProduct")));
        window.shown(QStringLiteral("addFirstProduct"))->setFocus();
        window.press(Qt::Key_Space);
        QTRY_VERIFY(window.shown(QStringLiteral("productDialog")));
        QCOMPARE(window.page().word(), QStringLiteral("products"));
    }
    void oneThatIsThereIsOpened()
    {
        Bench window;
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        window.start(QStringLiteral("products"));
        window.prompts.path = window.databaseFile();
        press(window, "Open…");
        window.waitUntilReady();
        QCOMPARE(Bench::column(window.shown<DataTable>(QStringLiteral("productsTable")), 0), QStringList{QStringLiteral("LAMP")});
    }
    void whatIsNoDatabaseIsSaidAndTheWaysStayOpen()
    {
        Bench window;
        window.start();
        window.prompts.path = window.inFolder(QStringLiteral("notes.waitline"));
        QFile notes(window.prompts.path);
        QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write(QByteArray(4096, 'x')) > 0);
        notes.close();
        press(window, "Open…");
        QTRY_VERIFY(window.shown<QLabel>(QStringLiteral("message")));
        QVERIFY(window.shown<QLabel>(QStringLiteral("message"))->text().contains(QStringLiteral("notes.waitline")));
        QVERIFY(button(window, "Open…")->isEnabled());
    }

private:
    static QPushButton *button(Bench &window, const char *text)
    {
        const auto buttons = window.window().findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->isVisible() && one->text() == QString::fromUtf8(text))
                return one;
        }
        return nullptr;
    }
    /// The dialog that asks for the currency, with the keyboard in it.
    static void askNew(Bench &window)
    {
        press(window, "New business…");
        QTRY_VERIFY(window.shown(QStringLiteral("newBusinessDialog")));
        window.shown(QStringLiteral("newBusinessDialog"))->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), window.shown(QStringLiteral("newBusinessDialog")));
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("currency"));
    }
    static void press(Bench &window, const char *text)
    {
        button(window, text)->setFocus();
        window.press(Qt::Key_Space);
    }
};

QTEST_MAIN(FirstRunTest)
#include "firstruntest.moc"
