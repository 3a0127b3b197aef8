#include "tests/ui/windowfixture.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/orderpanel.h"
#include "ui/widgets/productpanel.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>

using namespace waitline;
using namespace waitline::test;

namespace {

constexpr int longName = 3; // times a name is repeated to be longer than its column

/// The window over a business with every kind of line, names as long as people have them, or over an empty one.
class Shop final {
public:
    enum Content { Filled, Empty };

    explicit Shop(Content content, const QString &page = QStringLiteral("overview"))
    {
        if (content == Filled)
            fill();
        window.open(page);
        window.window().resize(1366, 768);
    }

    void show(int page)
    {
        window.key(Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
        QCOMPARE(window.page()->word(), Workspace::pageWords().at(page));
        window.waitUntilReady();
    }
    /// Presses a dialog's key on a page and gives the dialog.
    [[nodiscard]] QWidget *dialog(int page, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &name)
    {
        show(page);
        window.key(key, modifiers);
        return QTest::qWaitFor([&] { return QApplication::activeWindow() == window.find(name); }) ? window.find(name) : nullptr;
    }

    void close(QPointer<QWidget> dialog)
    {
        window.key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        window.window().activateWindow(); // where there is no window manager to do it
        QVERIFY(QTest::qWaitForWindowActive(&window.window()));
    }

    WindowFixture window;

private:
    void fill()
    {
        const QString name = QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitänsmütze ").repeated(longName);
        window.addProduct(QStringLiteral("LAMP"), name);
        window.addProduct(QStringLiteral("GAME"), QStringLiteral("Harbour game"),
                          [](ProductTerms &terms) { terms.release = QDate(2026, 6, 1); });
        for (int i = 0; i < 40; ++i)
            window.placeOrder(i == 0 ? QStringLiteral("Vermögensverwaltungsgesellschaft Übermorgen mbH & Co. KG")
                                     : QStringLiteral("Customer %1").arg(i),
                              QStringLiteral("LAMP"), 1000 + i, i, QDate(2026, 3, 5));
        window.placeOrder(QStringLiteral("Zoë"), QStringLiteral("GAME"), 2, 50);
        window.placePurchase(QStringLiteral("LAMP"), 1500, QDate(2026, 2, 20));
    }
};

struct DialogKey {
    const char *name;
    int page;
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

const DialogKey dialogs[] = {{"orderDialog", 4, Qt::Key_N, Qt::ControlModifier},
                             {"productDialog", 2, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier},
                             {"purchaseDialog", 3, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier},
                             {"goTo", 0, Qt::Key_K, Qt::ControlModifier},
                             {"importDialog", 1, Qt::Key_I, Qt::ControlModifier},
                             {"exportDialog", 1, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier},
                             {"keys", 1, Qt::Key_F1, Qt::ShiftModifier}};

QString described(const QWidget *widget)
{
    return QStringLiteral("%1 %2 “%3”")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), widget->accessibleName());
}

/// Labels and buttons that are given less room than their text wants, and titles of columns cut off.
QStringList clipped(const QWidget *root)
{
    QStringList cut;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const bool fits =
            label->wordWrap() ? label->heightForWidth(label->width()) <= label->height() : label->sizeHint().width() <= label->width();
        if (label->isVisible() && !label->text().isEmpty() && !fits)
            cut += QStringLiteral("label “%1”").arg(label->text());
    }
    const auto buttons = root->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && !button->text().isEmpty() && button->sizeHint().width() > button->width() &&
            qobject_cast<const QPushButton *>(button))
            cut += QStringLiteral("button “%1”").arg(button->text());
    }
    const auto tables = root->findChildren<DataTable *>();
    for (const DataTable *table : tables) {
        for (int column = 0; table->isVisible() && column < table->model()->columnCount(); ++column) {
            const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
            if (!table->isColumnHidden(column) && table->fontMetrics().horizontalAdvance(title) + 24 > table->columnWidth(column))
                cut += QStringLiteral("column “%1” of %2").arg(title, table->objectName());
        }
        if (table->isVisible() && table->horizontalScrollBar()->maximum() > 0)
            cut += QStringLiteral("columns beyond the edge of %1").arg(table->objectName());
    }
    return cut;
}

/// Where Tab, or Shift+Tab, goes from where the keyboard is, until it is back or has been everywhere.
QList<QWidget *> way(Qt::Key key)
{
    constexpr int far = 300;
    QList<QWidget *> visited;
    QWidget *first = QApplication::focusWidget();
    do {
        visited += QApplication::focusWidget();
        const auto always = key == Qt::Key_Backtab ? Qt::KeyboardModifiers(Qt::ShiftModifier) : Qt::NoModifier;
        // In a grid that is written in, Tab goes from cell to cell; Ctrl+Tab leaves it.
        const bool isGrid = qobject_cast<LinesGrid *>(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, isGrid ? always | Qt::ControlModifier : always);
    } while (QApplication::focusWidget() && QApplication::focusWidget() != first && visited.size() < far);
    return visited;
}

/// Controls below `root` that Tab does not come to.
QStringList notVisited(const QWidget *root, const QList<QWidget *> &visited)
{
    QStringList missed;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy() &&
            !visited.contains(widget))
            missed += described(widget);
    }
    return missed;
}

void checkTabs(const QWidget *root)
{
    QVERIFY(QApplication::focusWidget());
    const QList<QWidget *> forth = way(Qt::Key_Tab);
    QVERIFY2(forth.size() < 300, qPrintable(described(forth.last())));
    QList<QWidget *> back = way(Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QStringList names, namesBack;
    for (const QWidget *widget : forth)
        names += described(widget);
    for (const QWidget *widget : back)
        namesBack += described(widget);
    QCOMPARE(namesBack.mid(0, 30).join(u';'), names.join(u';'));
    QCOMPARE(notVisited(root, forth).join(u';'), QString());
}

/// Keys that more than one thing listens to where the window stands now.
QStringList doubledKeys(const QWidget *window)
{
    QMap<QString, int> heard;
    const auto actions = window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        const auto places = action->associatedObjects();
        const bool isReached = std::any_of(places.begin(), places.end(), [](const QObject *place) {
            const auto *widget = qobject_cast<const QWidget *>(place);
            return widget && (widget->isVisible() || widget->inherits("QMenu"));
        });
        for (const QKeySequence &keys : action->shortcuts())
            heard[keys.toString()] += isReached && action->isEnabled();
    }
    const auto shortcuts = window->findChildren<QShortcut *>();
    for (const QShortcut *shortcut : shortcuts)
        heard[shortcut->key().toString()] += static_cast<QWidget *>(shortcut->parent())->isVisible() && shortcut->isEnabled();
    QStringList doubled;
    for (auto [keys, count] : heard.asKeyValueRange()) {
        if (count > 1)
            doubled += keys;
    }
    return doubled;
}

void bothContents()
{
    QTest::addColumn<int>("content");
    QTest::newRow("filled") << int(Shop::Filled);
    QTest::newRow("empty") << int(Shop::Empty);
}

Shop::Content content()
{
    QFETCH_GLOBAL(int, content);
    return Shop::Content(content);
}

} // namespace

class EveryPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { bothContents(); }

    void everyControlOfAPageHasAName()
    {
        Shop shop(content());
        for (int page = 0; page < Workspace::pageWords().size(); ++page) {
            shop.show(page);
            QCOMPARE(namelessControls(&shop.window.window()).join(u';'), QString());
        }
    }
    void everyControlOfADialogHasANameAndNoTextIsCut()
    {
        Shop shop(content());
        for (const DialogKey &one : dialogs) {
            QWidget *dialog = shop.dialog(one.page, one.key, one.modifiers, QString::fromLatin1(one.name));
            QVERIFY2(dialog, one.name);
            QCOMPARE(namelessControls(dialog).join(u';'), QString());
            QCOMPARE(clipped(dialog).join(u';'), QString());
            shop.close(dialog);
        }
    }
    void tabComesBackThroughAllControls()
    {
        Shop shop(content());
        for (int page = 0; page < Workspace::pageWords().size(); ++page) {
            shop.show(page);
            checkTabs(&shop.window.window());
        }
    }
    void tabComesBackInADialogToo()
    {
        Shop shop(content());
        for (const DialogKey &one : dialogs) {
            QWidget *dialog = shop.dialog(one.page, one.key, one.modifiers, QString::fromLatin1(one.name));
            QVERIFY2(dialog, one.name);
            checkTabs(dialog);
            shop.close(dialog);
        }
    }
    void noKeyIsHeardTwice()
    {
        Shop shop(content());
        for (int page = 0; page < Workspace::pageWords().size(); ++page) {
            shop.show(page);
            QCOMPARE(doubledKeys(&shop.window.window()).join(u';'), QString());
        }
    }
    void noMenuLetterIsUsedTwice()
    {
        Shop shop(content());
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
        Shop shop(content());
        for (int page = 0; page < Workspace::pageWords().size(); ++page) {
            shop.show(page);
            QTRY_COMPARE(clipped(&shop.window.window()).join(u';'), QString());
        }
    }
    void theKeyboardBeginsWhereItIsSeen()
    {
        Shop shop(content());
        for (int page = 1; page < Workspace::pageWords().size(); ++page) {
            shop.show(page);
            QVERIFY2(shop.window.page()->isAncestorOf(shop.window.focus()), qPrintable(described(shop.window.focus())));
            QVERIFY2(shop.window.focus()->isVisible(), qPrintable(described(shop.window.focus())));
            const auto *table = qobject_cast<DataTable *>(shop.window.focus());
            QVERIFY(!table || table->model()->rowCount() == 0 || table->currentIndex().isValid());
        }
    }
    void ctrlNIsANewOrderOnEveryPage()
    {
        Shop shop(content());
        for (int page = 0; page < Workspace::pageWords().size(); ++page) {
            QWidget *dialog = shop.dialog(page, Qt::Key_N, Qt::ControlModifier, QStringLiteral("orderDialog"));
            QVERIFY(dialog);
            QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
            shop.close(dialog);
            QCOMPARE(shop.window.page()->word(), Workspace::pageWords().at(page));
        }
    }
    void ctrlRReceivesFromEveryPage()
    {
        Shop shop(content());
        for (int page = 0; page < Workspace::pageWords().size(); ++page) {
            shop.show(page);
            shop.window.key(Qt::Key_R, Qt::ControlModifier);
            QCOMPARE(shop.window.page()->word(), QStringLiteral("receive"));
            QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("purchaseFilter"));
        }
    }
    void ctrlFGoesToTheFilter()
    {
        Shop shop(content());
        const QStringList filters{{}, QStringLiteral("waitingFilter"), QStringLiteral("productFilter"), QStringLiteral("purchaseFilter")};
        for (int page = 1; page < filters.size(); ++page) {
            shop.show(page);
            shop.window.key(Qt::Key_F, Qt::ControlModifier);
            QCOMPARE(shop.window.focus()->objectName(), filters[page]);
        }
    }
};

class FirstRunTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStartPageOffersThreeWays()
    {
        WindowFixture window;
        window.start();
        for (const char *way : {"Try with a sample business", "New business…", "Open…"})
            QVERIFY2(button(window, way), way);
        QVERIFY(window.focus()->accessibleName().contains(QStringLiteral("sample")));
        QCOMPARE(namelessControls(&window.window()).join(u';'), QString());
        QCOMPARE(clipped(&window.window()).join(u';'), QString());
        checkTabs(&window.window());
    }
    void aSampleBusinessIsMadeAndMarked()
    {
        WindowFixture window;
        window.start();
        window.key(Qt::Key_Return);
        window.waitUntilReady();
        QVERIFY(QFile::exists(window.inFolder(QStringLiteral("sample.waitline"))));
        QVERIFY(window.find(QStringLiteral("mark")));
        QCOMPARE(window.find(QStringLiteral("mark"))->accessibleName(), QStringLiteral("Sample business"));
        QVERIFY(window.window().windowTitle().contains(QStringLiteral("Sample business")));
    }
    void aNewBusinessIsMadeWhereOneSays()
    {
        WindowFixture window;
        window.start();
        window.prompts().file = window.inFolder(QStringLiteral("shop"));
        press(window, "New business…");
        window.waitUntilReady();
        QVERIFY(QFile::exists(window.inFolder(QStringLiteral("shop.waitline"))));
        QVERIFY(!window.find(QStringLiteral("mark")));
        QVERIFY(window.window().windowTitle().startsWith(QStringLiteral("shop")));
    }
    void oneThatIsThereIsOpened()
    {
        WindowFixture window;
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        window.start(QStringLiteral("products"));
        window.prompts().file = window.databaseFile();
        press(window, "Open…");
        window.waitUntilReady();
        QCOMPARE(WindowFixture::column(window.find<DataTable>(QStringLiteral("productsTable")), 0), QStringList{QStringLiteral("LAMP")});
    }
    void whatIsNoDatabaseIsSaidAndTheWaysStayOpen()
    {
        WindowFixture window;
        window.start();
        window.prompts().file = window.inFolder(QStringLiteral("notes.waitline"));
        QFile notes(window.prompts().file);
        QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write(QByteArray(4096, 'x')) > 0);
        notes.close();
        press(window, "Open…");
        QTRY_VERIFY(window.find<QLabel>(QStringLiteral("message")));
        QVERIFY(window.find<QLabel>(QStringLiteral("message"))->text().contains(QStringLiteral("notes.waitline")));
        QVERIFY(button(window, "Open…")->isEnabled());
    }

private:
    static QPushButton *button(WindowFixture &window, const char *text)
    {
        const auto buttons = window.window().findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->isVisible() && one->text() == QString::fromUtf8(text))
                return one;
        }
        return nullptr;
    }
    static void press(WindowFixture &window, const char *text)
    {
        button(window, text)->setFocus();
        window.key(Qt::Key_Space);
    }
};

class GoAnywhereTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderNumberLeadsToTheOrder()
    {
        Shop shop(Shop::Filled, QStringLiteral("demand"));
        goTo(shop, QStringLiteral("41"));
        QCOMPARE(shop.window.page()->word(), QStringLiteral("waiting"));
        QTRY_VERIFY(shop.window.find<OrderPanel>(QStringLiteral("orderPanel")));
        QTRY_VERIFY(shop.window.find<QLabel>(QStringLiteral("orderTitle"))->text().contains(QStringLiteral("41")));
    }
    void aCustomerLeadsToTheLinesOfTheCustomer()
    {
        Shop shop(Shop::Filled, QStringLiteral("overview"));
        goTo(shop, QStringLiteral("zo"));
        auto *table = shop.window.find<DataTable>(QStringLiteral("waitingTable"));
        QVERIFY(table);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }
    void aSkuLeadsToTheProduct()
    {
        Shop shop(Shop::Filled, QStringLiteral("receive"));
        goTo(shop, QStringLiteral("game"));
        QCOMPARE(shop.window.page()->word(), QStringLiteral("products"));
        QTRY_COMPARE(shop.window.find<QLabel>(QStringLiteral("productTitle"))->text(), QStringLiteral("GAME"));
    }

private:
    static void goTo(Shop &shop, const QString &text)
    {
        shop.window.key(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("goToText"));
        shop.window.type(text);
        shop.window.key(Qt::Key_Return);
        QTRY_VERIFY(!shop.window.find(QStringLiteral("goTo")));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    int failures = 0;
    EveryPageTest everyPage;
    FirstRunTest firstRun;
    GoAnywhereTest goAnywhere;
    for (QObject *test : std::initializer_list<QObject *>{&everyPage, &firstRun, &goAnywhere})
        failures += QTest::qExec(test, argc, argv);
    return failures;
}

#include "everypagetest.moc"
