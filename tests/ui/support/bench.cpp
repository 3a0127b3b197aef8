#include "tests/ui/support/bench.h"

#include "ui/style/theme.h"

#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QSettings>

namespace waitline::test {

void beginUiTest()
{
    static QTemporaryDir settings;
    QApplication::setOrganizationName(QStringLiteral("waitline-tests"));
    QApplication::setApplicationName(QStringLiteral("waitline-tests"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    applyTheme(ThemeChoice::Light);
}

Bench::Bench(Location::Kind kind) : m_database(kind)
{
    beginUiTest();
    QSettings().clear();
}

Bench::Bench(const QString &page, Content content) : Bench()
{
    if (content == Content::Business)
        fill();
    open(page);
}

void Bench::start(const QString &page)
{
    const Session::Identity desk{QStringLiteral("desk"), [] { return callerAt(60).now; }};
    m_window = std::make_unique<MainWindow>(MainWindow::Setup{desk, inFolder(QStringLiteral("sample.waitline")), page}, prompts);
    m_window->resize(1280, 760);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("The window does not become active.");
    QCoreApplication::processEvents(); // with nothing to open, the start page comes
}

void Bench::open(const QString &page)
{
    start(page);
    m_window->openDatabase(m_database.location());
    waitUntilReady();
}

void Bench::waitUntilReady()
{
    constexpr int enough = 20'000;
    if (!QTest::qWaitFor([this] { return m_window->workspace() && page().isReady(); }, enough))
        qFatal("The page does not become ready.");
}

void Bench::fill()
{
    const auto priced = [](Money price, std::optional<QDate> release = {}) {
        return [=](ProductTerms &terms) {
            terms.price = price;
            terms.cost = price / 2;
            terms.release = release;
            if (terms.sku == u"LAMP")
                terms.barcodes = {QStringLiteral("4006381333931")};
        };
    };
    addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"), priced(5000));
    addProduct(QStringLiteral("CHAIR"), QStringLiteral("Oak chair"), priced(12000));
    addProduct(QStringLiteral("GAME"), QStringLiteral("Harbour game"), priced(3000, QDate(2026, 6, 1)));
    addProduct(QStringLiteral("ROPE"), QStringLiteral("Rope"), priced(700));
    placeOrder(QStringLiteral("Acme"), QStringLiteral("LAMP"), 5, 1);
    placeOrder(QStringLiteral("Bolt"), QStringLiteral("LAMP"), 4, 2);
    placeOrder(QStringLiteral("Cord"), QStringLiteral("LAMP"), 6, 3);
    placeOrder(QStringLiteral("Dent"), QStringLiteral("GAME"), 3, 4);
    PurchaseDraft purchase{QStringLiteral("Nord"),
                           {{QStringLiteral("LAMP"), 12, {}}, {QStringLiteral("CHAIR"), 4, {}}},
                           QDate(2026, 3, 1),
                           {}};
    must(PurchaseService(connection()).place(purchase, callerAt(5)));
}

QWidget *Bench::focus()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    if (!QApplication::activeWindow()) { // a dialog has closed: what lies under it comes to the front, as on a desktop
        QWidget *front = QApplication::activeModalWidget();
        for (QWidget *window : QApplication::topLevelWidgets()) {
            const bool isDialog = qobject_cast<QDialog *>(window);
            if (!QApplication::activeModalWidget() && window->isVisible() && (isDialog || (!front && qobject_cast<MainWindow *>(window))))
                front = window;
        }
        if (front)
            front->activateWindow();
        QCoreApplication::processEvents();
    }
    QWidget *focused = QApplication::focusWidget();
    if (!focused)
        focused = QApplication::activeWindow();
    if (!focused)
        qFatal("no window has the keyboard");
    return focused;
}

void Bench::press(int key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(focus(), Qt::Key(key), modifiers); }

void Bench::type(const QString &text) { QTest::keyClicks(focus(), text); }

QString Bench::textOf(const char *label) const { return find<QLabel>(label)->text(); }

QString Bench::message() const
{
    QStringList said;
    for (const QLabel *label : m_window->findChildren<QLabel *>(QStringLiteral("message"))) {
        if (label->isVisible())
            said += label->text();
    }
    return said.join(u'\n');
}

QStringList Bench::column(const char *table, int column) const { return Bench::column(find<QAbstractItemView>(table), column); }

QStringList Bench::column(const QAbstractItemView *table, int column)
{
    QStringList cells;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        cells += table->model()->index(row, column).data().toString();
    return cells;
}

StoredProduct Bench::addProduct(const QString &sku, const QString &name, const std::function<void(ProductTerms &)> &more)
{
    ProductTerms terms;
    terms.sku = sku;
    terms.name = name;
    terms.price = 1000;
    if (more)
        more(terms);
    return must(ProductService(connection()).add(terms, callerAt()));
}

OrderView Bench::placeOrder(const QString &customer, const QString &sku, Units units, int minute, std::optional<QDate> promise)
{
    OrderDraft draft;
    draft.customer = customer;
    draft.lines.push_back({sku, units, {}});
    draft.promise = promise;
    return must(OrderService(connection()).place(draft, callerAt(minute)));
}

StoredPurchase Bench::placePurchase(const QString &sku, Units units, QDate expected)
{
    return must(PurchaseService(connection()).place({QStringLiteral("Foundry"), {{sku, units, {}}}, expected, {}}, callerAt()));
}

StoredProduct Bench::product(const char *sku) { return must(ProductService(connection()).show(QString::fromLatin1(sku))); }

QStringList namelessControls(const QWidget *root)
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
