#include "ui/mainwindow.h"

#include "models/services/databasejobs.h"
#include "models/services/noticejobs.h"
#include "ui/dialogs/serverdialog.h"
#include "ui/pages/startpage.h"
#include "ui/prompts.h"
#include "ui/scannerkeys.h"
#include "ui/style/icons.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

namespace waitline {

namespace {
constexpr int titleBarHeight = 40; // or a little less, whatever the desktop
constexpr int longOpeningMs = 1500;
constexpr int openingPatienceMs = 250; // most openings are quicker than the start page is made and drawn
} // namespace

MainWindow::MainWindow(Setup setup, Prompts &prompts, QWidget *parent)
    : QMainWindow(parent)
    , m_setup(std::move(setup))
    , m_prompts(prompts)
    , m_stack(new QStackedWidget)
    , m_jobs(new JobBar)
    , m_where(mutedLabel({}))
    , m_who(mutedLabel({}))
    , m_link(new Badge)
{
    setWindowTitle(QStringLiteral("Waitline"));
    setWindowIcon(icon(QStringLiteral("waitline"), &Theme::accent));
    setCentralWidget(m_stack);
    makeMenus();
    makeStatusBar();
    auto *scanner = new ScannerKeys(*this, ScannerKeys::Reach::Elsewhere);
    connect(scanner, &ScannerKeys::scanned, this, &MainWindow::sayScanIsLost);
    scanner->setListening(true);
    tellOpen(false);
    resize(QSize(1280, 760).boundedTo(screen()->availableSize() - QSize(0, titleBarHeight)));
    setMinimumSize(480, 320);
    restoreGeometry(QSettings().value(QStringLiteral("geometry")).toByteArray());
    QTimer::singleShot(0, this, [this] {
        if (m_opening)
            QTimer::singleShot(openingPatienceMs, this, &MainWindow::showStart);
        else
            showStart();
    });
}

/// What is in front has no use for a code.
void MainWindow::sayScanIsLost()
{
    QApplication::beep();
    if (m_workspace && !QApplication::activeModalWidget())
        m_workspace->sayProblem(tr(
            "A code was scanned where none is counted, and nothing was done with it: press Ctrl+R to receive goods, or choose a field first."));
}

MainWindow::~MainWindow()
{
    delete m_workspace; // its pages refer to the session
}

StartPage *MainWindow::startPage()
{
    if (m_start)
        return m_start;
    m_start = new StartPage;
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::newAsked, this, &MainWindow::askNew);
    connect(m_start, &StartPage::openAsked, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::serverAsked, this, &MainWindow::askServer);
    connect(m_start, &StartPage::sampleAsked, this, &MainWindow::openSample);
    return m_start;
}

void MainWindow::showStart()
{
    if (m_workspace)
        return;
    m_stack->setCurrentWidget(startPage());
    tellBusy(m_busy, m_busyShare);
}

void MainWindow::tellBusy(const QString &sentence, int share)
{
    m_busy = sentence;
    m_busyShare = share;
    if (m_start && !sentence.isEmpty())
        m_start->setBusy(sentence, share);
    else if (m_start)
        m_start->setIdle();
}

void MainWindow::makeStatusBar()
{
    m_where->setObjectName(QStringLiteral("where"));
    m_who->setObjectName(QStringLiteral("who"));
    m_where->setContentsMargins(14, 0, 8, 0);
    m_who->setContentsMargins(8, 0, 8, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_where);
    m_link->setObjectName(QStringLiteral("link"));
    statusBar()->addWidget(m_who);
    statusBar()->addWidget(m_link);
    statusBar()->addPermanentWidget(m_jobs);
}

void MainWindow::tellOpen(bool isOpen)
{
    for (QAction *action : std::as_const(m_whileOpen))
        action->setEnabled(isOpen);
    m_where->setText(isOpen ? m_session->location().displayName() : tr("No database is open."));
    m_where->setToolTip(isOpen ? m_session->location().text : QString());
    m_who->setText(isOpen ? tr("Working as %1").arg(m_session->actor()) : QString());
    m_link->setVisible(isOpen);
    if (isOpen)
        tellLink(m_session->isLive());
    const QString name = !isOpen ? QString() : isSample() ? tr("Sample business") : m_session->location().displayName();
    setWindowTitle(isOpen ? tr("%1 – Waitline").arg(name) : QStringLiteral("Waitline"));
}

void MainWindow::tellLink(bool isLive)
{
    if (isLive)
        m_link->setState({QStringLiteral("check"), &Theme::positive}, tr("Live"));
    else
        m_link->setState({QStringLiteral("warning"), &Theme::danger}, tr("Offline"));
}

bool MainWindow::isSample() const
{
    return m_session->location().kind == Location::Kind::SqliteFile &&
           QFileInfo(m_session->location().text) == QFileInfo(m_setup.sampleFile);
}

void MainWindow::openDatabase(const Location &location)
{
    tellBusy(tr("Opening %1…").arg(location.displayName()));
    open(std::make_unique<Session>(location, m_setup.identity), Connection::Mode::OpenExisting, [this, location](Session &) {
        QSettings().setValue(QStringLiteral("lastDatabase"), location.text);
        if (location.kind == Location::Kind::Postgres)
            ServerDialog::remember(location);
        showWorkspace();
    });
}

void MainWindow::makeBusiness(const Location &location, const Currency &currency)
{
    tellBusy(tr("Making %1…").arg(location.displayName()));
    open(std::make_unique<Session>(location, m_setup.identity), Connection::Mode::Create, [this, location, currency](Session &session) {
        StoreSettings settings;
        settings.currency = currency;
        whenDone(jobs::changeSettings(session, settings), this, [this, location](const Result<StoreSettings> &made) {
            if (!made)
                return fail(made.error().message);
            openDatabase(location); // anew, so that everything is in its currency
        });
    });
}

void MainWindow::openSample()
{
    const auto location = Location::parse(m_setup.sampleFile);
    if (!location)
        return fail(location.error().message);
    if (QFileInfo::exists(m_setup.sampleFile))
        return openDatabase(*location);
    if (!QDir().mkpath(QFileInfo(m_setup.sampleFile).absolutePath()))
        return fail(tr("The folder of %1 cannot be made: check its permissions.").arg(m_setup.sampleFile));
    tellBusy(tr("Making the sample business…"), 0);
    // Made under another name, so that what is there under its own is always whole.
    Location making = *location;
    making.text += QStringLiteral(".making");
    for (const char *part : {"", "-wal", "-shm"}) // of a making that was cut short
        QFile::remove(making.text + QLatin1String(part));
    open(std::make_unique<Session>(making, m_setup.identity), Connection::Mode::Create, [this](Session &session) { fillSample(session); });
}

void MainWindow::fillSample(Session &session)
{
    auto job = jobs::fillWithDemo(session, DemoSize{});
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int share) { tellBusy(tr("Making the sample business…"), share); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job] {
        watcher->deleteLater();
        const Result<Done> made = job.result();
        m_session.reset();
        if (!made)
            return fail(made.error().message);
        if (!QFile::rename(m_setup.sampleFile + QStringLiteral(".making"), m_setup.sampleFile))
            return fail(tr("%1 cannot be written: check the folder's permissions.").arg(m_setup.sampleFile));
        openSample();
    });
    watcher->setFuture(job);
}

void MainWindow::open(std::unique_ptr<Session> session, Connection::Mode mode, std::function<void(Session &)> whenOpen)
{
    m_opening = std::move(session);
    const QFuture<Result<Done>> opening = m_opening->open(mode);
    const QString name = m_opening->location().displayName();
    // An older one is brought up to date first, which may take long and can be cancelled.
    QTimer::singleShot(longOpeningMs, m_opening.get(), [this, opening, name] {
        if (opening.isFinished())
            return;
        if (m_workspace)
            m_jobs->watch(tr("Opening %1").arg(name), QFuture<void>(opening));
        else
            startPage()->offerCancel(QFuture<void>(opening));
    });
    whenDone(
        opening, this,
        [this, whenOpen = std::move(whenOpen)](Result<Done> result) {
            if (!result) {
                m_opening.reset();
                return fail(result.error().message);
            }
            delete std::exchange(m_workspace, nullptr);
            m_session = std::move(m_opening);
            whenOpen(*m_session);
        },
        [this, name] {
            m_opening.reset();
            fail(tr("%1 was not opened, for that was cancelled: its data are as they were.").arg(name));
        });
}

void MainWindow::showWorkspace()
{
    m_workspace = new Workspace(*m_session, m_prompts);
    m_stack->addWidget(m_workspace);
    m_workspace->setCommands(commands());
    if (isSample())
        m_workspace->setMark({QStringLiteral("sample"), &Theme::accent}, tr("Sample business"));
    connect(m_workspace, &Workspace::jobStarted, m_jobs, &JobBar::watch);
    connect(m_workspace, &Workspace::settingsAsked, this, &MainWindow::showSettings);
    connect(m_session.get(), &Session::linkChanged, m_workspace, [this](bool isLive) {
        tellLink(isLive);
        if (isLive)
            m_workspace->say(tr("The server is back, and what is shown is up to date."));
        else
            m_workspace->sayProblem(
                tr("The server cannot be reached: nothing can be saved now. Waitline calls it again until it is back."));
    });
    QString page = m_setup.firstPage;
    if (page.isEmpty())
        page = QSettings().value(QStringLiteral("lastPage")).toString();
    // Shown first, so that the page can take the keyboard.
    tellBusy({});
    m_stack->setCurrentWidget(m_workspace);
    m_workspace->showPage(page);
    tellOpen(true);
    Q_EMIT opened();
}

void MainWindow::fail(const QString &sentence)
{
    // A database that was open before stays so.
    if (m_workspace) {
        m_stack->setCurrentWidget(m_workspace);
        m_workspace->sayProblem(sentence);
    } else {
        m_busy.clear();
        m_stack->setCurrentWidget(startPage());
        m_start->sayProblem(sentence);
        tellOpen(false);
    }
    Q_EMIT failed(sentence);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    if (m_jobs->running() == 0 || m_isQuitting)
        return QMainWindow::closeEvent(event);
    event->ignore();
    m_prompts.confirm(this, tr("A job is still running: quit and stop it?"), tr("Quit"), [this] {
        m_isQuitting = true;
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); // this close is not over yet
    });
}

} // namespace waitline
