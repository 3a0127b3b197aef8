// The window's menus and what their entries ask.
#include "models/services/databasejobs.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/newbusinessdialog.h"
#include "ui/dialogs/serverdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsheet.h"
#include "ui/mainwindow.h"
#include "ui/pagehelp.h"
#include "ui/prompts.h"
#include "ui/style/icons.h"
#include "ui/widgets/jobbar.h"
#include "ui/workspace.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

namespace waitline {

namespace {

constexpr int pagesWithKeys = 9; // Ctrl+1 to Ctrl+9

QString databaseKinds() { return MainWindow::tr("Waitline databases (*.waitline);;All files (*)"); }

QString withSuffix(const QString &path) { return path.contains(u'.') ? path : path + QStringLiteral(".waitline"); }

} // namespace

void MainWindow::makeMenus()
{
    const auto add = [this](QMenu *menu, const QString &iconName, const QString &text, const QKeySequence &keys, auto &&done,
                            bool whileOpen) {
        QAction *action = menu->addAction(icon(iconName), text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, std::forward<decltype(done)>(done));
        if (whileOpen)
            m_whileOpen += action;
        return action;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(
        file, QStringLiteral("add"), tr("&New business…"), {}, [this] { askNew(); }, false);
    add(
        file, QStringLiteral("folder"), tr("&Open…"), QKeySequence::Open, [this] { askOpen(); }, false);
    add(
        file, QStringLiteral("server"), tr("Open a &database server…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        [this] { askServer(); }, false);
    add(
        file, QStringLiteral("sample"), tr("Open the &sample business"), {}, [this] { openSample(); }, false);
    file->addSeparator();
    add(
        file, QStringLiteral("import"), tr("&Import…"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { importFiles(); }, true);
    add(
        file, QStringLiteral("export"), tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { exportData(); }, true);
    add(
        file, QStringLiteral("backup"), tr("&Back up…"), {}, [this] { askBackup(); }, true);
    add(
        file, QStringLiteral("check"), tr("&Check the database"), {}, [this] { checkDatabase(); }, true);
    add(
        file, QStringLiteral("settings"), tr("Se&ttings of the business…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
        [this] { showSettings(); }, true);
    file->addSeparator();
    add(
        file, QStringLiteral("close"), tr("&Quit"), QKeySequence::Quit, [this] { close(); }, false);

    QMenu *work = menuBar()->addMenu(tr("&Work"));
    add(
        work, QStringLiteral("add"), tr("&New order…"), QKeySequence::New, [this] { m_workspace->newOrder(); }, true);
    add(
        work, QStringLiteral("edit"), tr("&Edit the order shown…"), QKeySequence(Qt::CTRL | Qt::Key_L),
        [this] { m_workspace->editShownOrder(); }, true);
    add(
        work, QStringLiteral("order"), tr("&Unfinished orders…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U),
        [this] { m_workspace->showDrafts(); }, true);
    add(
        work, QStringLiteral("money"), tr("Record &money…"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] { m_workspace->recordMoney({}); },
        true);
    add(
        work, QStringLiteral("receive"), tr("&Receive goods"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_workspace->receive(); },
        true);

    add(
        work, QStringLiteral("barcode"), tr("&Count stock…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { m_workspace->countStock(); }, true);
    add(
        work, QStringLiteral("move"), tr("&Line jumps and fairness…"), {}, [this] { m_workspace->showFairness(); }, true);

    // The key stands beside it only to be read: editors and pages have a Ctrl+Z of their own, and come first.
    QAction *undo = add(
        work, QStringLiteral("undo"),
        tr("Un&do what was done last") + u'\t' + QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText), {},
        [this] { m_workspace->undo(); }, false);
    undo->setObjectName(QStringLiteral("undoLast"));
    undo->setEnabled(false);
    connect(work, &QMenu::aboutToShow, undo, [this, undo] { undo->setEnabled(m_workspace && m_workspace->canUndo()); });

    QMenu *go = menuBar()->addMenu(tr("&Go"));
    add(
        go, QStringLiteral("search"), tr("&Search everything…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_workspace->search(); },
        true);
    add(
        go, QStringLiteral("filter"), tr("&Filter this page"), QKeySequence::Find, [this] { m_workspace->focusFilter(); }, true);
    go->addSeparator();
    makePageMenu(go);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    makeThemeMenu(view);
    view->addSeparator();
    QAction *rail = view->addAction(icon(QStringLiteral("rail")), tr("&Narrow side bar"));
    rail->setCheckable(true);
    rail->setChecked(QSettings().value(QStringLiteral("railCollapsed")).toBool());
    m_whileOpen += rail;
    connect(rail, &QAction::toggled, this, [this](bool collapsed) { m_workspace->setRailCollapsed(collapsed); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(
        help, QStringLiteral("info"), tr("&Help for this page"), QKeySequence(Qt::Key_F1), [this] { showHelp(); }, false);
    add(
        help, QStringLiteral("info"), tr("&Keys"), QKeySequence(Qt::SHIFT | Qt::Key_F1), [this] { showSheet(new ShortcutSheet(this)); },
        false);
    add(
        help, QStringLiteral("waitline"), tr("&About Waitline"), {},
        [this] {
            QMessageBox::about(this, tr("About Waitline"),
                               tr("Waitline %1\n\nPre-orders and backorders in one fair, visible line.\nGPL-3.0-or-later.")
                                   .arg(QApplication::applicationVersion()));
        },
        false);
}

/// All that the menus offer, but what asks for it.
QList<QAction *> MainWindow::commands() const
{
    QList<QAction *> commands;
    for (const QMenu *menu : menuBar()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
        for (QAction *action : menu->actions()) {
            if (!action->isSeparator() && action->shortcut() != QKeySequence(Qt::CTRL | Qt::Key_K))
                commands += action;
        }
    }
    return commands;
}

void MainWindow::makePageMenu(QMenu *menu)
{
    const QStringList words = Workspace::pageWords();
    for (int index = 0; index < words.size(); ++index) {
        QAction *action = menu->addAction(icon(words[index]), Workspace::pageMenuText(index));
        if (index < pagesWithKeys)
            action->setShortcut(QKeySequence(int(Qt::CTRL) | (Qt::Key_1 + index)));
        connect(action, &QAction::triggered, this, [this, index] { m_workspace->showPage(index); });
        m_whileOpen += action;
    }
}

void MainWindow::makeThemeMenu(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    const int chosen = QSettings().value(QStringLiteral("theme")).toInt();
    for (const auto &[choice, name] : {std::pair(ThemeChoice::System, tr("Colours of the &system")),
                                       std::pair(ThemeChoice::Light, tr("&Light")), std::pair(ThemeChoice::Dark, tr("&Dark"))}) {
        QAction *action = group->addAction(menu->addAction(name));
        action->setCheckable(true);
        action->setChecked(int(choice) == chosen);
        connect(action, &QAction::triggered, this, [chosenNow = choice] {
            QSettings().setValue(QStringLiteral("theme"), int(chosenNow));
            applyTheme(chosenNow);
        });
    }
}

void MainWindow::showHelp()
{
    const Page *page = m_workspace ? m_workspace->currentPage() : nullptr;
    showSheet(page ? new ShortcutSheet(page->title(), helpOf(page->word()), this) : new ShortcutSheet(this));
}

void MainWindow::showSheet(QDialog *sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::askNew()
{
    askCurrency(tr("Choose its file…"), this, [this](const Currency &currency) {
        m_prompts.saveFile(this, tr("New business"), tr("My business.waitline"), databaseKinds(), [this, currency](const QString &path) {
            if (const auto location = Location::parse(withSuffix(path)))
                makeBusiness(*location, currency);
        });
    });
}

void MainWindow::askCurrency(const QString &next, QWidget *over, const std::function<void(const Currency &)> &chosen)
{
    auto *dialog = new NewBusinessDialog(m_prompts, next, over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewBusinessDialog::chosen, this, chosen);
    dialog->open();
}

void MainWindow::askOpen()
{
    m_prompts.openFile(this, tr("Open"), databaseKinds(), [this](const QString &path) {
        if (const auto location = Location::parse(path))
            openDatabase(*location);
    });
}

void MainWindow::askServer()
{
    auto *dialog = new ServerDialog(m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServerDialog::openAsked, this, [this, dialog](const Location &location, Connection::Mode mode) {
        if (mode == Connection::Mode::OpenExisting)
            return openDatabase(location);
        askCurrency(tr("Make it"), dialog, [this, location](const Currency &currency) { makeBusiness(location, currency); });
    });
    connect(this, &MainWindow::opened, dialog, &ServerDialog::accept);
    connect(this, &MainWindow::failed, dialog, &ServerDialog::sayWhyNot);
    dialog->open();
}

void MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(*m_session, m_prompts, m_workspace);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::saved, this, [this](const StoreSettings &settings, const StoreSettings &before) {
        if (settings.currency != before.currency)
            return openDatabase(m_session->location()); // all that is shown is in the other one
        m_workspace->say(tr("The settings are saved. All desks have them."));
    });
    dialog->open();
}

void MainWindow::askBackup()
{
    m_prompts.saveFile(this, tr("Back up"), m_session->location().displayName() + QStringLiteral(".backup.waitline"), databaseKinds(),
                       [this](const QString &path) { backUpTo(path); });
}

void MainWindow::backUpTo(const QString &path)
{
    auto job = jobs::backUpTo(*m_session, path);
    m_jobs->watch(tr("Backing up"), QFuture<void>(job));
    whenDone(job, this, [this, path](Result<Done> result) {
        if (result)
            m_workspace->say(tr("Backed up to %1.").arg(path));
        else
            m_workspace->sayProblem(result.error().message);
    });
}

void MainWindow::importFiles()
{
    auto *dialog = new ImportDialog(*m_session, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::jobStarted, m_jobs, &JobBar::watch);
    dialog->open();
}

void MainWindow::exportData()
{
    auto *dialog = new ExportDialog(*m_session, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::jobStarted, m_jobs, &JobBar::watch);
    connect(dialog, &ExportDialog::done, m_workspace, &Workspace::say);
    dialog->open();
}

void MainWindow::checkDatabase()
{
    auto job = jobs::check(*m_session);
    m_jobs->watch(tr("Checking"), QFuture<void>(job));
    whenDone(job, this, [this](Result<CheckReport> report) {
        if (!report)
            return m_workspace->sayProblem(report.error().message);
        QStringList broken;
        for (const CheckedRule &rule : report->rules) {
            if (!rule.broken.isEmpty())
                broken += tr("%1: %2").arg(rule.rule, rule.broken.front());
        }
        if (broken.isEmpty())
            m_workspace->say(tr("All %1 rules hold.").arg(report->rules.size()));
        else
            m_workspace->sayProblem(
                broken.size() == 1
                    ? tr("1 rule is broken: %1. Restore a backup, or ask for help.").arg(broken.front())
                    : tr("%1 rules are broken. First: %2. Restore a backup, or ask for help.").arg(broken.size()).arg(broken.front()));
    });
}

} // namespace waitline
