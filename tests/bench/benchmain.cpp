#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace waitline;
using namespace waitline::bench;

namespace {

struct Job {
    const char *name;
    const char *what;
    void (*measure)(const Business &, const Effort &, Figures &);
};

constexpr Job jobs[] = {
    {"receive", "receipts that serve 12, 1,000 and 100,000 waiting lines", &measureReceiving},
    {"place", "orders, one by one and in batches", &measurePlacing},
    {"demand", "the summaries demand charts read, suggestions and the overview", &measureDemand},
    {"charts", "every chart, with every filter, and the orders behind", &measureCharts},
    {"list", "the waiting list: first rows, its end, a filter", &measureLists},
    {"start", "the window from its start to the first rows painted", &measureStart},
    {"stall", "how long the window is deaf while its user works", &measureStalls},
    {"picker", "a key in the pickers of a new order, till what it finds is painted", &measurePickers},
    {"import", "a file of as many order lines as the business has", &measureImport},
    {"growth", "a receipt and the opening at 10k, 100k and 1M lines (with --huge at 10M)", &measureGrowth},
};

/// About as many products and customers as a business with so many lines has after five years, two of them sales from before.
DemoSize sizeFor(qint64 lines)
{
    return {1, std::clamp<qint64>(lines / 100, 40, 10'000), std::clamp<qint64>(lines / 5, 100, 200'000), lines, 156};
}

bool wants(const QStringList &names, const char *job) { return names.isEmpty() || names.contains(QLatin1String(job)); }

void run(const QStringList &names, const DemoSize &base, const std::vector<qint64> &growth, const Effort &effort, Figures &figures)
{
    const Business business(base);
    QTextStream(stdout) << "A business of " << base.lines << " order lines, made in " << business.secondsToMake() << " s" << Qt::endl;
    for (const Job &job : jobs) {
        if (wants(names, job.name))
            job.measure(business, effort, figures);
    }
    for (qint64 lines : growth) {
        if (wants(names, "growth"))
            measureGrowth(Business(sizeFor(lines)), effort, figures);
    }
    QTextStream(stdout) << "Most memory used: " << qint64(peakMemory()) << " MB" << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    QString about = QStringLiteral("Measures Waitline against plain C programs that do the same. Jobs:");
    for (const Job &job : jobs)
        about += QStringLiteral("\n  %1: %2").arg(QLatin1String(job.name), QLatin1String(job.what));
    options.setApplicationDescription(about);
    options.addHelpOption();
    options.addOptions({{QStringLiteral("job"), QStringLiteral("Only this job; may be repeated."), QStringLiteral("name")},
                        {QStringLiteral("lines"), QStringLiteral("Order lines of the business (1000000)."), QStringLiteral("number"),
                         QStringLiteral("1000000")},
                        {QStringLiteral("quick"), QStringLiteral("A business of 50,000 lines and fewer rounds.")},
                        {QStringLiteral("smoke"), QStringLiteral("The smallest run, to see that everything works.")},
                        {QStringLiteral("huge"), QStringLiteral("Growth up to 10M lines.")},
                        {QStringLiteral("json"), QStringLiteral("Writes the figures to this file."), QStringLiteral("file")}});
    options.process(application);
    qint64 lines = options.value(QStringLiteral("lines")).toLongLong();
    Effort effort;
    std::vector<qint64> growth{10'000, 100'000};
    if (options.isSet(QStringLiteral("quick"))) {
        lines = 50'000;
        effort = {5, 1};
        growth = {10'000};
    }
    if (options.isSet(QStringLiteral("smoke"))) {
        lines = 2'000;
        effort = {1, 1};
        growth.clear();
    }
    if (options.isSet(QStringLiteral("huge")))
        growth.push_back(10'000'000);
    Figures figures;
    run(options.values(QStringLiteral("job")), sizeFor(lines), growth, effort, figures);
    figures.print();
    if (options.isSet(QStringLiteral("json")) && !figures.writeJson(options.value(QStringLiteral("json")))) {
        QTextStream(stderr) << "The figures cannot be written to " << options.value(QStringLiteral("json")) << Qt::endl;
        return 1;
    }
    return 0;
}
