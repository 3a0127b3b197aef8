#pragma once

#include "models/domain/order.h"
#include "models/domain/product.h"
#include "models/services/orderservice.h"
#include "models/services/orderview.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "tests/support/testdatabase.h"
#include "ui/mainwindow.h"
#include "ui/prompts.h"
#include "ui/widgets/datatable.h"
#include "ui/workspace.h"

#include <QAccessible>
#include <QApplication>
#include <QSettings>
#include <QTest>

namespace waitline::test {

/// Answers the window's questions as the test says.
class ScriptedPrompts final : public Prompts {
public:
    QString openFile(QWidget *, const QString &, const QString &) override { return file; }
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {file}; }
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return file; }
    bool confirm(QWidget *, const QString &, const QString &) override
    {
        ++asked;
        return agrees;
    }

    QString file;
    bool agrees = true;
    int asked = 0;
};

/// The real window over a database of its own, driven by keys: what a test changes through connection() is another
/// desk's work. Settings are kept apart from the user's.
class WindowFixture final {
public:
    WindowFixture() : m_database(Location::Kind::SqliteFile)
    {
        QCoreApplication::setOrganizationName(QStringLiteral("waitline"));
        QCoreApplication::setApplicationName(QStringLiteral("waitline-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QSettings().clear();
        applyTheme(ThemeChoice::Light);
    }

    [[nodiscard]] Connection &connection() { return m_database.connection(); }
    [[nodiscard]] ScriptedPrompts &prompts() { return m_prompts; }
    [[nodiscard]] QString databaseFile() const { return m_database.location().text; }
    [[nodiscard]] QString inFolder(const QString &name) const { return m_settings.filePath(name); }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Page *page() { return m_window->workspace()->currentPage(); }

    /// The window as at its first start.
    void start(const QString &pageWord = {})
    {
        const Session::Identity desk{QStringLiteral("desk"), [] { return callerAt(60).now; }};
        m_window = std::make_unique<MainWindow>(MainWindow::Setup{desk, inFolder(QStringLiteral("sample.waitline")), pageWord}, m_prompts);
        m_window->resize(1280, 760);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    /// Opens the window on a page and waits until it shows what there is.
    void open(const QString &pageWord)
    {
        start(pageWord);
        m_window->openDatabase(m_database.location());
        waitUntilReady();
    }
    void waitUntilReady() { QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace() && page() && page()->isReady(), 20000); }

    /// The widget of this name that is shown in the window or in a dialog over it.
    template <typename Widget = QWidget>
    [[nodiscard]] Widget *find(const QString &objectName)
    {
        const auto tops = QApplication::topLevelWidgets();
        for (QWidget *top : tops) {
            const auto all = top->findChildren<Widget *>(objectName);
            for (Widget *one : all) {
                if (one->isVisible())
                    return one;
            }
        }
        return nullptr;
    }
    /// Keys go where the keyboard is, as at a desk.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(focus(), key, modifiers); }
    void type(const QString &text) { QTest::keyClicks(focus(), text); }
    [[nodiscard]] QWidget *focus()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup;
        QWidget *focused = QApplication::focusWidget();
        return focused ? focused : QApplication::activeWindow();
    }
    [[nodiscard]] static QStringList column(const DataTable *table, int column)
    {
        QStringList cells;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            cells += table->model()->index(row, column).data().toString();
        return cells;
    }

    // A small business.
    StoredProduct addProduct(const QString &sku, const QString &name, const std::function<void(ProductTerms &)> &more = {})
    {
        ProductTerms terms;
        terms.sku = sku;
        terms.name = name;
        terms.price = 1000;
        if (more)
            more(terms);
        return must(ProductService(connection()).add(terms, callerAt()));
    }
    OrderView placeOrder(const QString &customer, const QString &sku, Units units, int minute, std::optional<QDate> promise = {})
    {
        OrderDraft draft;
        draft.customer = customer;
        draft.lines.push_back({sku, units, {}});
        draft.promise = promise;
        return must(OrderService(connection()).place(draft, callerAt(minute)));
    }
    StoredPurchase placePurchase(const QString &sku, Units units, QDate expected)
    {
        return must(PurchaseService(connection()).place({QStringLiteral("Foundry"), {{sku, units, {}}}, expected, {}}, callerAt()));
    }

private:
    QTemporaryDir m_settings;
    TestDatabase m_database;
    ScriptedPrompts m_prompts;
    std::unique_ptr<MainWindow> m_window;
};

/// Controls below `root` that the keyboard reaches, or that show something, and have no name for accessibility tools.
[[nodiscard]] inline QStringList namelessControls(const QWidget *root)
{
    QStringList nameless;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool isInner = widget->objectName().startsWith(QStringLiteral("qt_")) || !widget->isVisibleTo(root) ||
                             widget->inherits("QHeaderView") || widget->focusProxy();
        const bool shows = widget->inherits("QAbstractButton") || widget->inherits("QAbstractItemView") || widget->inherits("QProgressBar");
        if (isInner || !(shows || widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
        if (!seen || seen->text(QAccessible::Name).isEmpty())
            nameless += QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }
    return nameless;
}

} // namespace waitline::test
