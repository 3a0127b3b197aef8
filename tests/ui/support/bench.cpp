#include "tests/ui/support/bench.h"

#include "models/services/orderservice.h"
#include "models/services/purchaseservice.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>

namespace waitline::test {

namespace {

void addProduct(Connection &connection, const QString &sku, const QString &name, Money price, std::optional<QDate> release = {})
{
    ProductTerms terms;
    terms.sku = sku;
    terms.name = name;
    terms.price = price;
    terms.cost = price / 2;
    terms.release = release;
    if (sku == u"LAMP")
        terms.barcodes = {QStringLiteral("4006381333931")};
    must(ProductService(connection).add(terms, callerAt()));
}

void order(Connection &connection, const QString &customer, const QString &sku, Units units, qint64 minute)
{
    OrderDraft draft;
    draft.customer = customer;
    draft.lines.push_back({sku, units, {}});
    must(OrderService(connection).place(draft, callerAt(minute)));
}

} // namespace

void beginUiTest()
{
    static QTemporaryDir settings;
    QApplication::setOrganizationName(QStringLiteral("waitline-tests"));
    QApplication::setApplicationName(QStringLiteral("waitline-tests"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    applyTheme(ThemeChoice::Light);
}

Bench::Bench(const QString &page, Content content) : m_database(Location::Kind::SqliteFile)
{
    QSettings().clear();
    if (content == Content::Business)
        fill();
    m_session =
        std::make_unique<Session>(m_database.location(), Session::Identity{QStringLiteral("tester"), [] { return callerAt(60).now; }});
    must(m_session->open(Connection::Mode::OpenExisting).result());
    m_workspace = std::make_unique<Workspace>(*m_session, prompts);
    m_workspace->resize(1280, 720);
    m_workspace->show();
    m_workspace->activateWindow();
    if (!QTest::qWaitForWindowActive(m_workspace.get()))
        qFatal("The window does not become active.");
    m_workspace->showPage(page);
    if (!QTest::qWaitFor([this] { return this->page().isReady(); }))
        qFatal("The page does not become ready.");
}

void Bench::fill()
{
    Connection &c = m_database.connection();
    addProduct(c, QStringLiteral("LAMP"), QStringLiteral("Brass lamp"), 5000);
    addProduct(c, QStringLiteral("CHAIR"), QStringLiteral("Oak chair"), 12000);
    addProduct(c, QStringLiteral("GAME"), QStringLiteral("Harbour game"), 3000, QDate(2026, 6, 1));
    addProduct(c, QStringLiteral("ROPE"), QStringLiteral("Rope"), 700);
    order(c, QStringLiteral("Acme"), QStringLiteral("LAMP"), 5, 1);
    order(c, QStringLiteral("Bolt"), QStringLiteral("LAMP"), 4, 2);
    order(c, QStringLiteral("Cord"), QStringLiteral("LAMP"), 6, 3);
    order(c, QStringLiteral("Dent"), QStringLiteral("GAME"), 3, 4);
    PurchaseDraft purchase{QStringLiteral("Nord"),
                           {{QStringLiteral("LAMP"), 12, {}}, {QStringLiteral("CHAIR"), 4, {}}},
                           QDate(2026, 3, 1),
                           {}};
    must(PurchaseService(c).place(purchase, callerAt(5)));
}

void Bench::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    QTest::keyClick(target, Qt::Key(key), modifiers);
}

void Bench::type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

QString Bench::textOf(const char *label) const { return find<QLabel>(label)->text(); }

QString Bench::message() const
{
    QStringList said;
    for (const QLabel *label : m_workspace->findChildren<QLabel *>(QStringLiteral("message"))) {
        if (label->isVisible())
            said += label->text();
    }
    return said.join(u'\n');
}

QStringList Bench::column(const char *table, int column) const
{
    const QAbstractItemModel *model = find<QAbstractItemView>(table)->model();
    QStringList cells;
    for (int row = 0; row < model->rowCount(); ++row)
        cells += model->index(row, column).data().toString();
    return cells;
}

QStringList Bench::namelessControls() const
{
    QStringList nameless;
    for (const QWidget *widget : m_workspace->currentPage()->findChildren<QWidget *>()) {
        const auto *scrolled = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
        // Heads and viewports are told as the table's or chart's own, a label's text is its name.
        if (widget->inherits("QHeaderView") || widget->inherits("QLabel") || (scrolled && scrolled->viewport() == widget))
            continue;
        const bool isControl = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                               qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
                               widget->focusPolicy() != Qt::NoFocus;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (isControl && widget->isVisible() && !isNamed && !widget->objectName().startsWith(u"qt_"))
            nameless += QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }
    return nameless;
}

StoredProduct Bench::product(const char *sku) { return must(ProductService(connection()).show(QString::fromLatin1(sku))); }

} // namespace waitline::test
