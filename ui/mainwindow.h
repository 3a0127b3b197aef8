#pragma once

#include "models/services/session.h"
#include "ui/style/theme.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QDialog;
class QLabel;
class QMenu;
class QStackedWidget;

namespace waitline {

class Badge;
class JobBar;
class Prompts;
class StartPage;
class Workspace;

/// The window: menus, status bar, and either the start page or the workspace of the open database.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct Setup {
        Session::Identity identity;
        QString sampleFile; ///< where the sample business is kept
        QString firstPage; ///< the page to begin with; empty: the one last used
    };

    MainWindow(Setup setup, Prompts &prompts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Makes a business whose prices and amounts are in `currency`, and opens it.
    void makeBusiness(const Location &location, const Currency &currency);
    void openDatabase(const Location &location);
    /// Opens the sample business, made at its first time.
    void openSample();
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] Session *session() const { return m_session.get(); }

Q_SIGNALS:
    /// A database is open and its first page shown.
    void opened();
    /// A database could not be opened.
    void failed(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeMenus();
    void makePageMenu(QMenu *menu);
    [[nodiscard]] QList<QAction *> commands() const;
    void makeThemeMenu(QMenu *menu);
    void makeStatusBar();
    void askNew();
    void askOpen();
    void askServer();
    /// What a new business must say first; `next` is what the button says.
    void askCurrency(const QString &next, QWidget *over, const std::function<void(const Currency &)> &chosen);
    void showSettings();
    void askBackup();
    void backUpTo(const QString &path);
    void importFiles();
    void exportData();
    void checkDatabase();
    void showHelp();
    void showSheet(QDialog *sheet);
    void open(std::unique_ptr<Session> session, Connection::Mode mode, std::function<void(Session &)> whenOpen);
    void fillSample(Session &session);
    void showWorkspace();
    /// Made when it is first needed.
    StartPage *startPage();
    void showStart();
    /// What is being opened or made, shown where the start page is; `share` as StartPage has it. Empty: nothing.
    void tellBusy(const QString &sentence, int share = -1);
    void fail(const QString &sentence);
    void tellOpen(bool isOpen);
    void tellLink(bool isLive);
    void sayScanIsLost();
    /// Whether the open database is the sample business.
    [[nodiscard]] bool isSample() const;

    Setup m_setup;
    Prompts &m_prompts;
    std::unique_ptr<Session> m_opening;
    std::unique_ptr<Session> m_session;
    QStackedWidget *m_stack;
    StartPage *m_start = nullptr;
    QString m_busy;
    int m_busyShare = -1;
    Workspace *m_workspace = nullptr;
    JobBar *m_jobs;
    bool m_isQuitting = false; ///< whatever still runs
    QLabel *m_where;
    QLabel *m_who;
    Badge *m_link;
    QList<QAction *> m_whileOpen; ///< enabled only while a database is open
};

} // namespace waitline
