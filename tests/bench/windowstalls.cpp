// waitline-windowstalls DATABASE ORDERS.csv OUT: works in the window of a business for a while, and writes the longest
// time it was deaf to its user at each thing: a line of milliseconds, a tab, and what was done.
#include "models/exchange/exchangejobs.h"
#include "models/services/receivingservice.h"
#include "tests/bench/business.h"
#include "ui/mainwindow.h"
#include "ui/pages/demandtoolbar.h"
#include "ui/pages/page.h"
#include "ui/prompts.h"
#include "ui/style/theme.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QTableView>
#include <QTest>
#include <QTextStream>
#include <QThread>
#include <QTimer>

using namespace waitline;
using namespace waitline::bench;

namespace {

constexpr int patienceMs = 120'000;

/// Times each event of the window's thread from outside: as long as one is handled, no other is.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread()) // the lanes' jobs hold up nobody
            return QApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        m_longest = qMax(m_longest, timer.nsecsElapsed());
        return handled;
    }
    /// The longest since it was last asked, in ms.
    double takeLongest() { return double(std::exchange(m_longest, 0)) / 1e6; }

private:
    int m_depth = 0;
    qint64 m_longest = 0;
};

void await(const char *what, const std::function<bool()> &isSo)
{
    if (!QTest::qWaitFor(isSo, patienceMs))
        qFatal("%s does not come to an end.", what);
}

/// The window on a business, as its user works in it. What is deaf are its event loop's single events.
class Stalls final {
public:
    Stalls(TimedApplication &application, const QString &database, const QString &out)
        : m_application(application)
        , m_window({{QStringLiteral("bench"), [] { return caller().now; }}, database + QStringLiteral(".sample"), {}}, m_prompts)
        , m_file(out)
        , m_out(&m_file)
    {
        if (!m_file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written.", qPrintable(out));
        m_window.resize(1366, 768);
        m_window.show();
        m_window.openDatabase(must(Location::parse(database)));
        await("the opening", [this] { return m_window.workspace() && isReady(); });
        note(QStringLiteral("open the window"));
    }
    void visitEveryPage()
    {
        for (const QString &page : Workspace::pageWords()) {
            bool isShown = false;
            // As an event, as a key would: making the page is part of it.
            QTimer::singleShot(0, m_window.workspace(), [&] {
                m_window.workspace()->showPage(page);
                isShown = true;
            });
            await("a page", [&] { return isShown && isReady(); });
            note(QStringLiteral("show the page %1").arg(page));
        }
    }
    /// Each chart of the demand in turn, drawn to its end.
    void changeCharts()
    {
        m_window.workspace()->showPage(QStringLiteral("demand"));
        await("the demand", [this] { return isReady(); });
        auto *toolbar = m_window.findChild<DemandToolbar *>();
        m_application.takeLongest();
        for (int chart = 0; chart <= int(DemandChart::Forecast); ++chart) {
            QTimer::singleShot(0, toolbar, [&] { toolbar->setChart(DemandChart(chart)); });
            await("a chart", [&] {
                const auto *plot = m_window.findChild<QWidget *>(QStringLiteral("demandChart%1").arg(chart));
                const auto *sentence = m_window.findChild<QWidget *>(QStringLiteral("demandChart%1Empty").arg(chart));
                return plot && (plot->isVisible() || sentence->isVisible());
            });
            QTest::qWait(50); // what is drawn with the next event
            note(QStringLiteral("change to the chart %1").arg(chart));
        }
    }
    void workInTheWaitingList()
    {
        m_window.workspace()->showPage(QStringLiteral("waiting"));
        await("the list", [this] { return isReady(); });
        auto *table = m_window.findChild<QTableView *>(QStringLiteral("waitingTable"));
        m_application.takeLongest();
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_PageUp, Qt::Key_Home, Qt::Key_PageDown}) {
            QTest::keyClick(table, key, key == Qt::Key_End || key == Qt::Key_Home ? Qt::ControlModifier : Qt::NoModifier);
            QTest::qWait(300);
        }
        note(QStringLiteral("jump in the waiting list"));
        m_window.workspace()->focusFilter();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("bolt"));
        QTest::qWait(1000);
        await("the filter", [this] { return isReady(); });
        note(QStringLiteral("filter the waiting list"));
    }
    /// While the waiting list is in sight and follows.
    void receive(const QString &sku, Units units)
    {
        ReceiptDraft draft;
        draft.lines.push_back({sku, units, 0});
        auto post = session().write([draft](Connection &connection) { return ReceivingService(connection).post(draft, caller()); });
        await("the receipt", [&] { return post.isFinished(); });
        must(post.result());
        QTest::qWait(1000);
        note(QStringLiteral("post a receipt of %1 units").arg(units));
    }
    void import(const QString &orders)
    {
        auto job = jobs::importFiles(session(), {orders}, {}, false);
        await("the import", [&] { return job.isFinished(); });
        must(job.result());
        QTest::qWait(1000);
        note(QStringLiteral("import orders"));
    }
    [[nodiscard]] Session &session() { return *m_window.session(); }

private:
    [[nodiscard]] bool isReady() const { return m_window.workspace()->currentPage()->isReady(); }
    void note(const QString &what) { m_out << m_application.takeLongest() << '\t' << what << Qt::endl; }

    TimedApplication &m_application;
    DialogPrompts m_prompts;
    MainWindow m_window;
    QFile m_file;
    QTextStream m_out;
};

std::pair<QString, Units> longestLine(const QString &database)
{
    const auto connection = opened(database);
    Rows rows = connection->run("SELECT p.sku, s.waiting_preorder + s.waiting_backorder FROM product_stock s "
                                "JOIN product p ON p.id = s.product_id ORDER BY s.waiting_lines DESC LIMIT 1");
    if (!rows.next())
        qFatal("The business has no product.");
    return {rows.text(0), rows.integer(1)};
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("waitline-bench"));
    QApplication::setApplicationName(QStringLiteral("waitline-bench"));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 4)
        qFatal("Usage: waitline-windowstalls DATABASE ORDERS.csv OUT");
    const auto [sku, units] = longestLine(arguments[1]);
    applyTheme(ThemeChoice::Light);
    Stalls stalls(application, arguments[1], arguments[3]);
    stalls.visitEveryPage();
    stalls.changeCharts();
    stalls.workInTheWaitingList();
    stalls.receive(sku, units);
    stalls.import(arguments[2]);
    return 0;
}
