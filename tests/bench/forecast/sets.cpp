#include "tests/bench/forecast/sets.h"

#include "models/exchange/csvreader.h"
#include "models/exchange/seriesfile.h"

#include <QDate>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace waitline::bench {

namespace {

/// Hands every record after the header to `take`; false where there is no such file.
bool readRecords(const QString &path, const std::function<void(const CsvRecord &)> &take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s is not there: left out.\n", qPrintable(path));
        return false;
    }
    TextLines lines(file, TextEncoding::Utf8);
    CsvReader reader(lines, ',');
    CsvRecord record;
    static_cast<void>(reader.next(record));
    while (reader.next(record) == CsvReader::Step::Record)
        take(record);
    return true;
}

void addMonthly(std::vector<SeriesSet> &sets, const QString &folder, const char *name, int horizon, int fewestDemands)
{
    const auto series = readSeries(folder + QStringLiteral("/series/") + QLatin1String(name) + QStringLiteral(".csv"));
    if (!series) {
        std::fprintf(stderr, "%s: left out.\n", qPrintable(series.error().message));
        return;
    }
    SeriesSet set{QString::fromLatin1(name), 12, 12, horizon, fewestDemands, {}, {}};
    for (const NamedSeries &named : *series)
        set.series.push_back(named.series.values);
    sets.push_back(std::move(set));
}

/// Units a week of the 400 codes sold in most weeks. Cancellations and codes that are no products do not count.
SeriesSet wholesaleWeeks(const QString &folder)
{
    constexpr int weeks = 39;
    constexpr size_t bestCovered = 400;
    const QDate start(2010, 12, 1);
    QHash<QByteArray, std::vector<double>> byCode;
    SeriesSet set{QStringLiteral("online retail, weekly"), 52, 1, 4, 2, {}, {}};
    readRecords(folder + QStringLiteral("/online_retail/orders_2010-12-01_2011-08-31.csv"), [&](const CsvRecord &record) {
        const QByteArray code = record.cell(1).toByteArray().toUpper();
        const double units = record.cell(3).toByteArray().toDouble();
        const QDate day = QDate::fromString(QString::fromLatin1(record.cell(4).first(10)), Qt::ISODate);
        const bool isProduct = code.size() >= 5 && code.first(5).toInt() > 0;
        const qint64 week = start.daysTo(day) / 7;
        if (!isProduct || units <= 0 || record.cell(0).startsWith('C') || week < 0 || week >= weeks)
            return;
        auto &values = byCode[code];
        values.resize(weeks, 0.0);
        values[size_t(week)] += units;
    });
    QList<QByteArray> codes = byCode.keys();
    const auto covered = [&](const QByteArray &code) {
        const auto &values = byCode[code];
        return std::count_if(values.begin(), values.end(), [](double value) { return value > 0; });
    };
    std::sort(codes.begin(), codes.end(),
              [&](const QByteArray &a, const QByteArray &b) { return std::pair(-covered(a), a) < std::pair(-covered(b), b); });
    for (const QByteArray &code : codes) {
        if (set.series.size() < bestCovered)
            set.series.push_back(byCode[code]);
    }
    return set;
}

/// The reference table's figures. On m3micro, carparts and VN2 the methods here come near theirs, so the windows are the same.
/// Those of hospital were scored on 139 of the 384 series by a rule that is not told: on all of them R's own methods give ETS
/// .782, Theta .776, seasonal naive .935, ETS+Theta .768. Tried for the 139, none giving all four figures to the third digit:
/// bounds from below and above on mean, median, least, largest, first and last value, range, scale, variation, index of
/// dispersion and autocorrelation, and 139 in a row (nearest: the 139 from H429 on, .747 .741 .908 .733). Those of the wholesale
/// weeks are not met by horizons of 4, 8, 12 and 13 weeks, with or without zeros before the first sale, net of cancellations or
/// not, 38 weeks or 39. There the program is to be held against the methods on the same windows, as all are here.
std::vector<Tabled> tabledOf(const QString &set)
{
    if (set.startsWith(u"m3micro"))
        return {
            {"ETS", .743, .180}, {"Theta", .705, .179}, {"seasonal naive", .855, .226}, {"ETS+Theta", -1, .173}, {"ETS+Theta+naive", .690}};
    if (set.startsWith(u"hospital"))
        return {{"ETS", .750}, {"Theta", .739}, {"seasonal naive", .905}, {"ETS+Theta", .732}};
    if (set.startsWith(u"carparts"))
        return {{"SBA+TSB+SES+mean", -1, .213}, {"IMAPA", -1, .219}, {"SBA", -1, .225}};
    if (set.startsWith(u"online retail"))
        return {{"ETS", -1, .298}, {"Theta", -1, .299}, {"SBA+TSB+SES+mean", -1, .291}, {"IMAPA", -1, .291}};
    return {{"ETS", -1, .176}, {"Theta", -1, .180}, {"empirical", -1, .159}, {"SBA", -1, .162}};
}

/// From the first sale on: what was not sold yet tells nothing.
void leaveOutBeforeFirstSale(SeriesSet &set)
{
    for (std::vector<double> &values : set.series)
        values.erase(values.begin(), std::find_if(values.begin(), values.end(), [](double value) { return value > 0; }));
}

} // namespace

SeriesSet weeklyStoreSales(const QString &folder)
{
    SeriesSet set{QStringLiteral("VN2, weekly"), 52, 1, 8, 2, {}, {}};
    readRecords(folder + QStringLiteral("/vn2_weekly_store_sku/Week 0 - 2024-04-08 - Sales.csv"), [&](const CsvRecord &record) {
        std::vector<double> values;
        for (int column = 2; column < record.size(); ++column)
            values.push_back(record.cell(column).toByteArray().toDouble());
        set.series.push_back(std::move(values));
    });
    return set;
}

std::vector<SeriesSet> seriesSets(const QString &folder)
{
    std::vector<SeriesSet> sets;
    addMonthly(sets, folder, "m3micro_dev", 18, 0);
    addMonthly(sets, folder, "hospital_dev", 12, 0);
    addMonthly(sets, folder, "carparts_dev", 6, 2);
    for (SeriesSet set : {wholesaleWeeks(folder), weeklyStoreSales(folder)}) {
        leaveOutBeforeFirstSale(set);
        if (!set.series.empty())
            sets.push_back(std::move(set));
    }
    for (SeriesSet &set : sets)
        set.tabled = tabledOf(set.name);
    return sets;
}

} // namespace waitline::bench
