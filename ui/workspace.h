#pragma once

#include "ui/pages/page.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace waitline {

class Badge;
class MessageBar;
class OrderDesk;
class Rail;
class UndoBar;
struct BadgeLook;

/// The window's content while a database is open: the rail with the pages at the side, the top bar with title, search
/// and the page's primary action, and the page itself. Pages are made when they are first shown.
class Workspace final : public QWidget {
    Q_OBJECT

public:
    Workspace(Session &session, Prompts &prompts, QWidget *parent = nullptr);

    [[nodiscard]] static QStringList pageWords();
    [[nodiscard]] static QString pageTitle(int index);
    /// The same for a menu, with its letter.
    [[nodiscard]] static QString pageMenuText(int index);
    /// What Ctrl+K offers beside what is in the database: the entries of the menus.
    void setCommands(const QList<QAction *> &commands) { m_commands = commands; }
    /// Shows the page of this word; an unknown one shows the first.
    void showPage(const QString &word);
    void showPage(int index);
    void go(const Destination &destination);
    [[nodiscard]] Page *currentPage() const;
    /// A sentence above the page.
    void say(const QString &sentence);
    void sayProblem(const QString &sentence);
    /// A badge beside the title of every page: what kind of business this is.
    void setMark(const BadgeLook &look, const QString &word);
    void setRailCollapsed(bool collapsed);
    /// Whether something that was done can still be taken back.
    [[nodiscard]] bool canUndo() const;

public Q_SLOTS:
    /// Ctrl+K.
    void search();
    void focusFilter();
    /// Ctrl+N, whatever the page.
    void newOrder();
    void editOrder(waitline::OrderId order);
    /// Opens the order that the page shows in the form that changes it.
    void editShownOrder();
    /// Ctrl+M: payments and refunds, first of the order that the page shows; with an order, its entries.
    void recordMoney(waitline::OrderId order);
    /// Orders that were entered and not saved.
    void showDrafts();
    /// Ctrl+R.
    void receive();
    /// Ctrl+Shift+C: a count sheet.
    void countStock();
    /// The line-jump ledger and the fairness report.
    void showFairness();
    /// Ctrl+Z while nothing is being edited: takes back what was done last.
    void undo();

Q_SIGNALS:
    void jobStarted(const QString &name, const QFuture<void> &job);
    void settingsAsked();
    void pageChanged(waitline::Page *page);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();
    QWidget *makeTopBar();
    void fitTo(const Page &page);
    Page *pageAt(int index);
    void showPrimary();

    Session &m_session;
    Prompts &m_prompts;
    Rail *m_rail;
    QVBoxLayout *m_content;
    bool m_isRailCollapsed = false; ///< by choice; a narrow window collapses it as well
    QLabel *m_title;
    Badge *m_mark;
    QPushButton *m_search;
    QPushButton *m_primary;
    QWidget *m_topBar = nullptr;
    UndoBar *m_undo;
    MessageBar *m_message;
    OrderDesk *m_desk;
    QStackedWidget *m_stack;
    QList<Page *> m_pages;
    QList<QWidget *> m_areas; ///< in which the pages scroll where the window is small
    Page *m_current = nullptr;
    QList<QAction *> m_commands; ///< the window's, which outlives this
};

} // namespace waitline
