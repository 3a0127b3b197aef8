// waitline-pickerkeys DATABASE OUT: types names into the pickers of a new order, and writes what a key took until what it
// finds was painted: a line of milliseconds, a tab, and what was typed into.
#include "tests/bench/business.h"
#include "ui/mainwindow.h"
#include "ui/prompts.h"
#include "ui/style/theme.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <QTextStream>
#include <QTimer>

using namespace waitline;
using namespace waitline::bench;

namespace {

constexpr int patienceMs = 60'000;
constexpr qsizetype lettersTyped = 10; // of a name: by then everybody has seen it
constexpr qsizetype namesTyped = 8;
constexpr qint64 namesLookedAt = 64;

/// Says when the list of suggestions has been painted.
class ListWatch final : public QObject {
    Q_OBJECT

public:
    ListWatch() { qApp->installEventFilter(this); }

Q_SIGNALS:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->parent() && watched->parent()->objectName() == u"suggestions")
            QTimer::singleShot(0, this, &ListWatch::painted); // once it is
        return false;
    }
};

/// What it takes from the key to the list that it finds.
double timeOfKey(QLineEdit *picker, QChar letter)
{
    ListWatch watch;
    QEventLoop loop;
    QObject::connect(&watch, &ListWatch::painted, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMs, &loop, [] { qFatal("Nothing is found."); });
    QElapsedTimer timer;
    timer.start();
    QTest::keyClicks(picker, letter);
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

std::vector<double> timesOf(QLineEdit *picker, const QStringList &names)
{
    picker->setFocus();
    if (!QTest::qWaitFor([&] { return picker->hasFocus(); }, patienceMs))
        qFatal("The keyboard does not come.");
    std::vector<double> times;
    for (const QString &name : names) {
        for (const QChar letter : name.left(lettersTyped))
            times.push_back(timeOfKey(picker, letter));
        QTest::keyClick(picker, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(picker, Qt::Key_Delete);
    }
    std::sort(times.begin(), times.end());
    return times;
}

/// Names spread over the table, of letters that a simulated keyboard has.
QStringList namesIn(const QString &database, const char *sql)
{
    const auto connection = opened(database);
    QStringList names;
    Rows rows = connection->run(QString::fromLatin1(sql), {QVariant(namesLookedAt)});
    while (rows.next() && names.size() < namesTyped) {
        const QString name = rows.text(0).toLower();
        if (std::all_of(name.cbegin(), name.cend(), [](QChar letter) { return letter.unicode() < 128; }))
            names += name;
    }
    return names;
}

void write(QTextStream &out, const QString &what, const std::vector<double> &times)
{
    out << times[times.size() / 2] << "\ta key in the " << what << ", as a rule\n";
    out << times[times.size() * 95 / 100] << "\ta key in the " << what << ", 19 of 20 at most\n";
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("waitline-bench"));
    QApplication::setApplicationName(QStringLiteral("waitline-bench"));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3)
        qFatal("Usage: waitline-pickerkeys DATABASE OUT");
    const QStringList customers =
        namesIn(arguments[1], "SELECT name FROM customer WHERE id % (1 + (SELECT MAX(id) FROM customer) / ?) = 0");
    const QStringList products = namesIn(arguments[1], "SELECT name FROM product WHERE id % (1 + (SELECT MAX(id) FROM product) / ?) = 0");
    applyTheme(ThemeChoice::Light);
    DialogPrompts prompts;
    MainWindow window({{QStringLiteral("bench"), [] { return caller().now; }}, {}, QStringLiteral("products")}, prompts);
    window.resize(1366, 768);
    window.show();
    window.openDatabase(must(Location::parse(arguments[1])));
    const auto await = [](const std::function<bool()> &isSo) {
        if (!QTest::qWaitFor(isSo, patienceMs))
            qFatal("The window does not come.");
    };
    await([&] { return window.workspace() && window.workspace()->currentPage()->isReady(); });
    window.workspace()->newOrder();
    const auto field = [](const char *name) -> QLineEdit * {
        QWidget *dialog = QApplication::activeModalWidget();
        return dialog ? dialog->findChild<QLineEdit *>(QString::fromLatin1(name)) : nullptr;
    };
    await([&] { return field("customer") && field("product"); });
    QApplication::activeModalWidget()->activateWindow(); // what has no keyboard shows no list
    QFile file(arguments[2]);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written.", qPrintable(arguments[2]));
    QTextStream out(&file);
    write(out, QStringLiteral("customer picker"), timesOf(field("customer"), customers));
    write(out, QStringLiteral("product picker"), timesOf(field("product"), products));
    return 0;
}

#include "pickerkeys.moc"
