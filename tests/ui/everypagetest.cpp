#include "tests/ui/support/crowdedshop.h"
#include "tests/ui/support/looks.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>

using namespace waitline;
using namespace waitline::test;

namespace {

struct DialogKey {
    const char *name;
    const char *page;
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

const DialogKey dialogs[] = {{"orderDialog", "demand", Qt::Key_N, Qt::ControlModifier},
                             {"productDialog", "products", Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier},
                             {"purchaseDialog", "receive", Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier},
                             {"goTo", "overview", Qt::Key_K, Qt::ControlModifier},
                             {"importDialog", "waiting", Qt::Key_I, Qt::ControlModifier},
                             {"exportDialog", "waiting", Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier},
                             {"keys", "waiting", Qt::Key_F1, Qt::ShiftModifier}};

void bothContents()
{
    QTest::addColumn<int>("content");
    QTest::newRow("filled") << int(CrowdedShop::Filled);
    QTest::newRow("empty") << int(CrowdedShop::Empty);
}

CrowdedShop::Content content()
{
    QFETCH_GLOBAL(int, content);
    return CrowdedShop::Content(content);
}

/// Counts what is painted while it lives.
class PaintCounter final : public QObject {
public:
    PaintCounter() { qApp->installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint;
        return false;
    }

private:
    int m_count = 0;
};

/// What makes a content as wide as it is.
QString widest(const QWidget *content)
{
    QString found = QString::number(content->minimumSizeHint().width());
    for (const QWidget *part : content->findChildren<QWidget *>()) {
        if (part->isVisible() && part->minimumSizeHint().width() > 300)
            found += QStringLiteral(", %1 “%2” %3")
                         .arg(QLatin1String(part->metaObject()->className()), part->objectName())
                         .arg(part->minimumSizeHint().width());
    }
    return found;
}

} // namespace

class EveryPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { bothContents(); }

    void everyControlOfAPageHasAName()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            shop.show(page);
            QCOMPARE(namelessControls(&shop.window.window()).join(u';'), QString());
        }
    }
    void everyControlOfADialogHasANameAndNoTextIsCut()
    {
        CrowdedShop shop(content());
        for (const DialogKey &one : dialogs) {
            QWidget *dialog = shop.dialog(QString::fromLatin1(one.page), one.key, one.modifiers, QString::fromLatin1(one.name));
            QVERIFY2(dialog, one.name);
            QCOMPARE(namelessControls(dialog).join(u';'), QString());
            QCOMPARE(clipped(dialog).join(u';'), QString());
            shop.close(dialog);
        }
    }
    void tabComesBackThroughAllControls()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            shop.show(page);
            checkTabs(&shop.window.window());
        }
    }
    void tabComesBackInADialogToo()
    {
        CrowdedShop shop(content());
        for (const DialogKey &one : dialogs) {
            QWidget *dialog = shop.dialog(QString::fromLatin1(one.page), one.key, one.modifiers, QString::fromLatin1(one.name));
            QVERIFY2(dialog, one.name);
            checkTabs(dialog);
            shop.close(dialog);
        }
    }
    void noKeyIsHeardTwice()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            shop.show(page);
            QCOMPARE(doubledKeys(&shop.window.window()).join(u';'), QString());
        }
    }
    void noMenuLetterIsUsedTwice()
    {
        CrowdedShop shop(content());
        QList<QWidget *> menus{shop.window.window().menuBar()};
        const auto all = shop.window.window().findChildren<QMenu *>();
        for (QMenu *menu : all)
            menus += menu;
        for (const QWidget *menu : menus) {
            QStringList letters;
            for (const QAction *action : menu->actions())
                letters += QKeySequence::mnemonic(action->text()).toString();
            letters.removeAll(QString());
            QCOMPARE(letters.size(), QSet<QString>(letters.begin(), letters.end()).size());
        }
    }
    void noTextIsCutOnASmallScreen()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            shop.show(page);
            QTRY_COMPARE(clipped(&shop.window.window()).join(u';'), QString());
        }
    }
    void aSmallWindowScrollsAndHidesNothingFromTheKeyboard()
    {
        CrowdedShop shop(content());
        shop.window.window().resize(512, 384); // 1024 by 768 at 200 %
        QCOMPARE(shop.window.window().size(), QSize(512, 384));
        for (const QString &page : Workspace::pageWords()) {
            QWidget *entry = shop.window.shown(QStringLiteral("rail-") + page);
            entry->setFocus();
            shop.window.press(Qt::Key_Space);
            QCOMPARE(shop.window.page().word(), page);
            shop.window.waitUntilReady();
            QVERIFY2(!entry->visibleRegion().isEmpty(), qPrintable(page));
            QCOMPARE(shop.window.window().size(), QSize(512, 384));
        }
    }
    void theKeyboardBeginsWhereItIsSeen()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords().mid(1)) {
            shop.show(page);
            QVERIFY2(shop.window.page().isAncestorOf(shop.window.focus()), qPrintable(described(shop.window.focus())));
            QVERIFY2(shop.window.focus()->isVisible(), qPrintable(described(shop.window.focus())));
            const auto *table = qobject_cast<DataTable *>(shop.window.focus());
            QVERIFY(!table || table->model()->rowCount() == 0 || table->currentIndex().isValid());
        }
    }
    void ctrlNIsANewOrderOnEveryPage()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            QWidget *dialog = shop.dialog(page, Qt::Key_N, Qt::ControlModifier, QStringLiteral("orderDialog"));
            QVERIFY(dialog);
            QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
            shop.close(dialog);
            QCOMPARE(shop.window.page().word(), page);
        }
    }
    void f1TellsWhatThePageIsFor()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            QWidget *sheet = shop.dialog(page, Qt::Key_F1, Qt::NoModifier, QStringLiteral("keys"));
            QVERIFY2(sheet, qPrintable(page));
            QCOMPARE(sheet->windowTitle(), shop.window.page().title());
            QVERIFY2(!shop.window.shown<QLabel>(QStringLiteral("purpose"))->text().isEmpty(), qPrintable(page));
            QVERIFY(sheet->minimumSizeHint().height() <= 600);
            const QWidget *leave = shop.window.shown(QStringLiteral("leave"));
            QCOMPARE(leave->visibleRegion().boundingRect(), leave->rect());
            shop.close(sheet);
        }
    }
    void ctrlRReceivesFromEveryPage()
    {
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            shop.show(page);
            shop.window.press(Qt::Key_R, Qt::ControlModifier);
            QCOMPARE(shop.window.page().word(), QStringLiteral("receive"));
            QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("purchaseFilter"));
        }
    }
    void ctrlEExportsEveryList()
    {
        CrowdedShop shop(content());
        for (const char *page : {"waiting", "orders", "customers", "products", "purchases", "ship", "plan", "campaigns"}) {
            shop.show(QString::fromLatin1(page));
            shop.window.prompts.path = shop.window.inFolder(QString::fromLatin1(page) + QStringLiteral(".csv"));
            const auto *table = qobject_cast<DataTable *>(shop.window.focus());
            QVERIFY2(table, page);
            shop.window.press(Qt::Key_E, Qt::ControlModifier);
            QTRY_VERIFY2(QFile::exists(shop.window.prompts.path), page);
            QFile file(shop.window.prompts.path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QList<QByteArray> lines = file.readAll().split('\n');
            // Campaigns stand, as charts do, under their title, what it is of, and an empty line; the currency is in the titles.
            const qsizetype head = QByteArray(page) == "campaigns" ? 3 : 0;
            QVERIFY2(head == 0 || lines[head].contains("(EUR)"), lines[head].constData());
            QCOMPARE(lines.size() - 1, head + 1 + table->model()->rowCount());
        }
    }
    void listsFitBesideTheirPanels()
    {
        CrowdedShop shop(content());
        const QStringList sales{QStringLiteral("waiting"), QStringLiteral("orders"), QStringLiteral("customers"),
                                QStringLiteral("products")};
        const QStringList all = sales + QStringList{QStringLiteral("purchases"), QStringLiteral("plan")};
        for (const auto &[size, pages] :
             {std::pair(QSize(1366, 768), all), std::pair(QSize(1280, 720), all), std::pair(QSize(960, 540), all)}) {
            shop.window.window().resize(size);
            for (const QString &page : pages) {
                shop.show(page);
                shop.window.press(Qt::Key_Return);
                shop.window.waitUntilReady();
                const auto *table = shop.window.page().findChild<DataTable *>(page + QStringLiteral("Table"));
                QVERIFY2(table, qPrintable(page));
                QTRY_VERIFY2(
                    table->horizontalScrollBar()->maximum() == 0,
                    qPrintable(
                        QStringLiteral("%1 at %2: %3 too much").arg(page).arg(size.width()).arg(table->horizontalScrollBar()->maximum())));
                // A panel that is narrower than its content would push the scroll bar out of sight.
                for (const QScrollArea *area : shop.window.page().findChildren<QScrollArea *>())
                    QVERIFY2(!area->isVisible() || area->geometry().right() <= area->parentWidget()->rect().right(),
                             qPrintable(QStringLiteral("%1: %2 wide, %3 needed")
                                            .arg(page)
                                            .arg(area->parentWidget()->width())
                                            .arg(widest(area->widget()))));
            }
        }
    }
    void inANarrowWindowPanelsTakeTheListsPlace()
    {
        CrowdedShop shop(content());
        shop.window.window().resize(683, 384); // 1366 by 768 at 200 %
        for (const char *page : {"orders", "customers", "products", "purchases"}) {
            shop.show(QString::fromLatin1(page));
            const auto *table = shop.window.page().findChild<DataTable *>(QString::fromLatin1(page) + QStringLiteral("Table"));
            if (!table->isVisible()) // the panel was open when the window was wide
                shop.window.press(Qt::Key_Escape);
            QTRY_VERIFY2(table->isVisible() && table->hasFocus(), page);
            if (table->model()->rowCount() == 0)
                continue;
            shop.window.press(Qt::Key_Return);
            QTRY_VERIFY2(!table->isVisible(), page);
            QTRY_COMPARE(widthBeyond(shop.window.page()), 0);
            shop.window.press(Qt::Key_Escape);
            QTRY_VERIFY2(table->isVisible() && table->hasFocus(), page);
        }
    }
    void nothingIsPaintedWhileNobodyActs()
    {
        constexpr int settleMs = 400;
        constexpr int fewPaintings = 40; // a caret blinks, a bar leaves; without end they are thousands
        CrowdedShop shop(content());
        for (const QString &page : Workspace::pageWords()) {
            shop.show(page);
            QTest::qWait(settleMs);
            PaintCounter counter;
            QTest::qWait(settleMs);
            QVERIFY2(counter.count() <= fewPaintings, qPrintable(QStringLiteral("%1: %2 paintings").arg(page).arg(counter.count())));
        }
    }
    void ctrlFGoesToTheFilter()
    {
        CrowdedShop shop(content());
        for (const auto &[page, filter] :
             {std::pair("waiting", "waitingFilter"), std::pair("products", "productFilter"), std::pair("receive", "purchaseFilter")}) {
            shop.show(QString::fromLatin1(page));
            shop.window.press(Qt::Key_F, Qt::ControlModifier);
            QCOMPARE(shop.window.focus()->objectName(), QString::fromLatin1(filter));
        }
    }
};

QTEST_MAIN(EveryPageTest)
#include "everypagetest.moc"
