#pragma once

#include "models/services/productservice.h"
#include "models/services/session.h"
#include "tests/support/testdatabase.h"
#include "ui/prompts.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QSignalSpy>

#include <memory>

namespace waitline::test {

/// Answers the questions that would stop everything, and keeps what was asked.
class FakePrompts final : public Prompts {
public:
    QString openFile(QWidget *, const QString &, const QString &) override { return path; }
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {path}; }
    QString saveFile(QWidget *, const QString &, const QString &proposedName, const QString &) override
    {
        asked += proposedName;
        return path;
    }
    bool confirm(QWidget *, const QString &sentence, const QString &) override
    {
        asked += sentence;
        return agrees;
    }

    QString path;
    bool agrees = true;
    QStringList asked;
};

/// A small business in a database of its own, and the window's workspace on it, driven by keys.
///
/// LAMP (15 backordered: Acme 5, Bolt 4, Cord 6, in this order) and CHAIR, GAME (3 pre-ordered by Dent), ROPE without
/// demand. Purchase 1 brings 12 LAMP and 4 CHAIR.
class Bench final {
public:
    enum class Content { Business, Nothing };

    explicit Bench(const QString &page, Content content = Content::Business);

    /// Presses a key where the keyboard is.
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString &text);
    /// Types or scans a line: text and Enter.
    static void enter(const QString &text)
    {
        type(text);
        press(Qt::Key_Return);
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        auto *found = m_workspace->findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s.", name);
        return found;
    }
    [[nodiscard]] QString textOf(const char *label) const;
    /// The sentence above the page's content.
    [[nodiscard]] QString message() const;
    /// A table's cells in a column, top down.
    [[nodiscard]] QStringList column(const char *table, int column) const;
    /// Controls of the page without an accessible name, by class and object name.
    [[nodiscard]] QStringList namelessControls() const;

    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] Page &page() { return *m_workspace->currentPage(); }
    [[nodiscard]] Session &session() { return *m_session; }
    /// As another desk has it.
    [[nodiscard]] Connection &connection() { return m_database.connection(); }
    [[nodiscard]] StoredProduct product(const char *sku);
    FakePrompts prompts;

private:
    void fill();

    TestDatabase m_database;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Workspace> m_workspace;
};

/// Settings of the tests' own, style and light colours; call before anything else.
void beginUiTest();

} // namespace waitline::test
