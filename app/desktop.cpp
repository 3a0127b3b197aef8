#include "app/desktop.h"

#include "app/settings.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QFileInfo>
#include <QSettings>
#include <QTextStream>
#include <QTimer>

#include <functional>

namespace waitline {

namespace {

constexpr QSize pictureSize(1280, 760);
constexpr int pictureQuality = 80; // of PNG: loses nothing, compresses quickly
constexpr int turnsToSettle = 20; // rows and what wraps in them are laid out in several turns

int complain(const QString &sentence, int status)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return status;
}

/// Calls `then` when what was posted meanwhile has been handled, so many times over.
void afterTurns(int turns, QObject *context, const std::function<void()> &then)
{
    QTimer::singleShot(0, context, [=] { turns > 1 ? afterTurns(turns - 1, context, then) : then(); });
}

} // namespace

void Desktop::addOptions(QCommandLineParser &parser) const
{
    parser.setApplicationDescription(QApplication::translate("Desktop", "Pre-orders and backorders in one fair, visible line."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("database"), QApplication::translate("Desktop", "Open this database: a file, or postgresql://user@host:port/name."),
         QStringLiteral("LOCATION")},
        {QStringLiteral("now"), QApplication::translate("Desktop", "Set the clock, such as 2026-03-02T09:00:00Z."),
         QStringLiteral("ISO8601")},
        {QStringLiteral("page"),
         QApplication::translate("Desktop", "Begin with this page: %1.").arg(Workspace::pageWords().join(QStringLiteral(", "))),
         QStringLiteral("NAME")},
        {QStringLiteral("screenshot"), QApplication::translate("Desktop", "Draw the page, save it as a PNG file and quit."),
         QStringLiteral("FILE")},
        {QStringLiteral("demo"), QApplication::translate("Desktop", "Open the sample business.")},
    });
}

int Desktop::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return complain(parser.errorText(), 2);
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    const QString page = parser.value(QStringLiteral("page"));
    if (!page.isEmpty() && !Workspace::pageWords().contains(page))
        return complain(QApplication::translate("Desktop", "There is no page “%1”: use one of %2.")
                            .arg(page, Workspace::pageWords().join(QStringLiteral(", "))),
                        2);
    return begin(parser);
}

int Desktop::begin(const QCommandLineParser &parser)
{
    std::function<Instant()> clock = [] { return QDateTime::currentMSecsSinceEpoch(); };
    if (parser.isSet(QStringLiteral("now"))) {
        const auto now = instantFromIso(parser.value(QStringLiteral("now")));
        if (!now)
            return complain(QApplication::translate("Desktop", "“%1” is not a moment: write it like 2026-03-02T09:00:00Z.")
                                .arg(parser.value(QStringLiteral("now"))),
                            2);
        clock = [now = *now] { return now; };
    }
    applyTheme(ThemeChoice(QSettings().value(QStringLiteral("theme")).toInt()));
    MainWindow window({{actorName(), clock}, sampleDatabase(), parser.value(QStringLiteral("page"))}, m_prompts);
    int status = 0;
    const QString picture = parser.value(QStringLiteral("screenshot"));
    if (!picture.isEmpty()) {
        QObject::connect(&window, &MainWindow::failed, &window,
                         [&status](const QString &sentence) { QApplication::exit(status = complain(sentence, 3)); });
        window.resize(pictureSize);
        window.setAttribute(Qt::WA_DontShowOnScreen); // a picture needs no window that comes and goes
        pictureWhenReady(window, picture);
    }
    window.show();
    openFirst(window, parser);
    const int ended = QApplication::exec();
    return status != 0 ? status : ended;
}

void Desktop::openFirst(MainWindow &window, const QCommandLineParser &parser) const
{
    if (parser.isSet(QStringLiteral("demo")))
        return window.openSample();
    const bool named = parser.isSet(QStringLiteral("database"));
    const QString place = named ? parser.value(QStringLiteral("database")) : defaultDatabase();
    const auto location = Location::parse(place);
    if (!location)
        return;
    // At the first start there is none yet, and the start page says what can be done.
    if (!named && location->kind == Location::Kind::SqliteFile && !QFileInfo::exists(place))
        return;
    window.openDatabase(*location);
}

void Desktop::pictureWhenReady(MainWindow &window, const QString &path) const
{
    const auto take = [&window, path] {
        const bool saved = window.grab().save(path, "PNG", pictureQuality);
        QApplication::exit(
            saved ? 0 : complain(QApplication::translate("Desktop", "%1 cannot be written: check the folder's permissions.").arg(path), 1));
    };
    QObject::connect(&window, &MainWindow::opened, &window, [&window, take] {
        Page *page = window.workspace()->currentPage();
        const auto whenReady = [page, take, &window] {
            if (page->isReady())
                afterTurns(turnsToSettle, &window, take);
        };
        QObject::connect(page, &Page::readyChanged, &window, whenReady);
        whenReady();
    });
}

} // namespace waitline
