#pragma once

#include "models/services/orderservice.h"
#include "models/services/orderview.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/session.h"
#include "tests/support/testdatabase.h"
#include "ui/mainwindow.h"
#include "ui/prompts.h"
#include "ui/widgets/datatable.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QPrinter>
#include <QSignalSpy>

#include <memory>

namespace waitline::test {

/// Answers the questions that would stop everything, and keeps what was asked.
class FakePrompts final : public Prompts {
public:
    void openFile(QWidget *, const QString &, const QString &, const Path &then) override { give(then); }
    void openFiles(QWidget *, const QString &, const QString &, const Paths &then) override
    {
        give([&then](const QString &chosen) { then({chosen}); });
    }
    void saveFile(QWidget *, const QString &, const QString &proposedName, const QString &, const Path &then) override
    {
        asked += proposedName;
        give(then);
    }
    void folder(QWidget *, const QString &, const Path &then) override { give(then); }
    void choosePrinter(QWidget *, const std::shared_ptr<QPrinter> &printer, const Yes &then) override
    {
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path);
        if (agrees)
            then();
    }
    void confirm(QWidget *, const QString &sentence, const QString &, const Yes &then) override
    {
        asked += sentence;
        if (agrees)
            then();
    }

    QString path;
    bool agrees = true;
    QStringList asked;

private:
    void give(const Path &then) const
    {
        if (!path.isEmpty())
            then(path);
    }
};

/// The real window over a database of its own, driven by keys: what a test changes through connection() is another
/// desk's work. Settings are kept apart from the user's.
///
/// Its business: LAMP (15 backordered: Acme 5, Bolt 4, Cord 6, in this order) and CHAIR, GAME (3 pre-ordered by Dent),
/// ROPE without demand. Purchase 1 brings 12 LAMP and 4 CHAIR.
class Bench final {
public:
    enum class Content { Business, Nothing };

    /// No window yet: a test fills the empty database first.
    explicit Bench(Location::Kind kind = Location::Kind::SqliteFile);
    /// The window, open on a page that shows what there is.
    explicit Bench(const QString &page, Content content = Content::Business);

    /// The window as at its first start, with no database open.
    void start(const QString &page = {});
    /// Opens the window on a page and waits until it shows what there is.
    void open(const QString &page);
    void waitUntilReady();

    /// Where the keyboard is.
    [[nodiscard]] static QWidget *focus();
    /// Presses a key where the keyboard is.
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString &text);
    /// Types or scans a line: text and Enter.
    static void enter(const QString &text)
    {
        type(text);
        press(Qt::Key_Return);
    }

    /// The widget of this name, which must be there.
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s.", name);
        return found;
    }
    /// The widget of this name that can be seen, in the window or in a dialog over it; none otherwise.
    template <typename Widget = QWidget>
    [[nodiscard]] static Widget *shown(const QString &name)
    {
        const auto tops = QApplication::topLevelWidgets();
        for (QWidget *top : tops) {
            const auto all = top->findChildren<Widget *>(name);
            for (Widget *one : all) {
                if (one->isVisible())
                    return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString textOf(const char *label) const;
    /// The sentences above the page's content.
    [[nodiscard]] QString message() const;
    /// A table's cells in a column, top down.
    [[nodiscard]] QStringList column(const char *table, int column) const;
    [[nodiscard]] static QStringList column(const QAbstractItemView *table, int column);

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Workspace &workspace() { return *m_window->workspace(); }
    [[nodiscard]] Page &page() { return *workspace().currentPage(); }
    [[nodiscard]] Session &session() { return *m_window->session(); }
    /// As another desk has it.
    [[nodiscard]] Connection &connection() { return m_database.connection(); }
    [[nodiscard]] const Location &location() const { return m_database.location(); }
    [[nodiscard]] QString databaseFile() const { return location().text; }
    /// A path in a folder that goes with the bench.
    [[nodiscard]] QString inFolder(const QString &name) const { return m_folder.filePath(name); }

    // What a business consists of.
    StoredProduct addProduct(const QString &sku, const QString &name, const std::function<void(ProductTerms &)> &more = {});
    OrderView placeOrder(const QString &customer, const QString &sku, Units units, int minute, std::optional<QDate> promise = {});
    StoredPurchase placePurchase(const QString &sku, Units units, QDate expected);
    [[nodiscard]] StoredProduct product(const char *sku);

    FakePrompts prompts;

private:
    void fill();

    QTemporaryDir m_folder;
    TestDatabase m_database;
    std::unique_ptr<MainWindow> m_window;
};

/// Controls below `root` that the keyboard reaches, or that show something, and have no name for accessibility tools.
[[nodiscard]] QStringList namelessControls(const QWidget *root);

/// Settings of the tests' own, style and light colours; a Bench does it too.
void beginUiTest();

} // namespace waitline::test
