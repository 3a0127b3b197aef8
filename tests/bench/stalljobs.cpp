#include "tests/bench/child.h"
#include "tests/bench/jobs.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <map>

namespace waitline::bench {

namespace {

QString ordersFile(const Business &business)
{
    const QString path = business.path(QStringLiteral("stalls.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written.", qPrintable(path));
    QTextStream text(&file);
    text << "reference,customer,placed,sku,name,units\n";
    for (qint64 line = 0; line < std::min<qint64>(business.size().lines / 10, 50'000); ++line)
        text << "ST-" << line / 3 << ",Customer " << line % 997 << ",2026-03-01,ST-" << line % 50 << ",Trial," << 1 + line % 4 << '\n';
    return path;
}

/// Runs a program that writes lines of milliseconds, a tab, and of what; the best of some rounds of each is added, for what
/// else the machine does makes it longer and never shorter.
void addBestOf(int rounds, const QString &out, const std::function<void()> &run, const QString &prefix, double goal, Figures &figures)
{
    std::vector<QString> order;
    std::map<QString, double> best;
    for (int round = 0; round < rounds; ++round) {
        run();
        QFile file(out);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is not there.", qPrintable(out));
        while (!file.atEnd()) {
            const QStringList words = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
            const auto [known, isNew] = best.try_emplace(words.value(1), words.value(0).toDouble());
            known->second = std::min(known->second, words.value(0).toDouble());
            if (isNew)
                order.push_back(known->first);
        }
    }
    for (const QString &what : order)
        figures.add({prefix + what, best[what], {}, QStringLiteral("ms"), goal, {}});
}

} // namespace

/// How long the window is deaf at most while its user works: the longest of its single events, on the clock. Goal: 50 ms.
void measureStalls(const Business &business, const Effort &effort, Figures &figures)
{
    goHeadless(business.path(QStringLiteral("home")));
    const QString orders = ordersFile(business);
    const QString out = business.path(QStringLiteral("stalls.txt"));
    const auto work = [&] {
        static_cast<void>(costOfProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/waitline-windowstalls"),
                                        {business.copy(QStringLiteral("stalls.waitline")), orders, out}));
    };
    addBestOf(effort.roundsOfLargest, out, work, QStringLiteral("longest stall: "), 50, figures);
}

/// What a key takes in the pickers of a new order, from the press to the painted list, on the clock. Goal: 20 ms.
void measurePickers(const Business &business, const Effort &effort, Figures &figures)
{
    constexpr qint64 fewest = 1000;
    if (business.size().customers < fewest)
        return; // among so few a key finds what the one before found, and nothing is painted
    goHeadless(business.path(QStringLiteral("home")));
    const QString database = business.copy(QStringLiteral("picker.waitline"));
    const QString out = business.path(QStringLiteral("pickers.txt"));
    const auto type = [&] {
        static_cast<void>(costOfProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/waitline-pickerkeys"), {database, out}));
    };
    const QString among = QStringLiteral("among %1 customers: ").arg(QLocale::c().toString(business.size().customers));
    addBestOf(effort.roundsOfLargest, out, type, among, 20, figures);
}

} // namespace waitline::bench
