#include "tests/bench/forecast/scores.h"
#include "tests/bench/forecast/stocksimulation.h"

#include <QStringList>

#include <algorithm>
#include <cstdio>

using namespace waitline::bench;

namespace {

struct Wish {
    QString only; ///< part of a set's name
    int stride = 1;
    int earlier = 0;
    bool isLegal = true;
};

Wish wishOf(int count, char **words)
{
    Wish wish;
    for (int i = 1; i < count; ++i) {
        const QString word = QString::fromLocal8Bit(words[i]);
        const QString value = i + 1 < count ? QString::fromLocal8Bit(words[i + 1]) : QString();
        bool isNumber = true;
        if (word == u"--smoke") {
            wish.stride = 60;
            continue;
        }
        if (word == u"--only")
            wish.only = value;
        else if (word == u"--sample")
            wish.stride = value.toInt(&isNumber);
        else if (word == u"--earlier")
            wish.earlier = value.toInt(&isNumber);
        else
            isNumber = false;
        wish.isLegal = wish.isLegal && isNumber && wish.stride > 0 && wish.earlier >= 0;
        ++i;
    }
    return wish;
}

/// The least of a measure among all but the first, and whose it is.
std::pair<double, const char *> bestOfOthers(const std::vector<std::pair<const char *, Score>> &all, double Score::*measure)
{
    const auto best =
        std::min_element(all.begin() + 1, all.end(), [=](const auto &a, const auto &b) { return a.second.*measure < b.second.*measure; });
    return {best->second.*measure, best->first};
}

/// What the reference table says of a rival, to stand beside its own score.
QByteArray tabledText(const SeriesSet &set, const char *rival)
{
    const auto found =
        std::find_if(set.tabled.begin(), set.tabled.end(), [=](const Tabled &each) { return qstrcmp(each.rival, rival) == 0; });
    if (found == set.tabled.end())
        return {};
    const auto figure = [](double value) { return value >= 0 ? QByteArray::number(value, 'f', 3) : QByteArrayLiteral("-"); };
    return figure(found->mase) + " / " + figure(found->pinball);
}

void printScores(const SeriesSet &set, const Wish &wish)
{
    std::printf("\n%s: %d periods ahead\n%-22s %6s %8s %9s %6s %6s %7s %7s %8s %8s  %s\n", qPrintable(set.name), set.horizon, "", "series",
                "MASE", "sPinball", "80 %", "95 %", "< 10 %", "> 90 %", "ms each", "slowest", "tabled");
    std::vector<std::pair<const char *, Score>> all;
    for (const Rival &rival : rivals()) {
        const Score score = scoreOf(rival, set, wish.earlier, wish.stride);
        all.emplace_back(rival.name, score);
        std::printf("%-22s %6d %8.4f %9.4f %6.3f %6.3f %7.3f %7.3f %8.3f %8.3f  %s\n", rival.name, score.series, score.mase, score.pinball,
                    score.covered80, score.covered95, score.below10, score.above90, score.milliseconds, score.slowest,
                    tabledText(set, rival.name).constData());
    }
    const auto [mase, ofMase] = bestOfOthers(all, &Score::mase);
    const auto [pinball, ofPinball] = bestOfOthers(all, &Score::pinball);
    std::printf("Waitline to the best of the others: MASE %.3f (%s), sPinball %.3f (%s)\n", all.front().second.mase / mase, ofMase,
                all.front().second.pinball / pinball, ofPinball);
}

void printStock(const QString &folder, const Wish &wish)
{
    const SeriesSet set = weeklyStoreSales(folder);
    if (set.series.empty())
        return;
    std::printf("\nStock simulated on %s\n%-24s %14s %10s\n", qPrintable(set.name), "", "cost per week", "fill rate");
    for (const StockPolicy &policy : stockPolicies()) {
        const StockResult result = simulateStock(set, policy, wish.stride);
        std::printf("%-24s %14.1f %10.3f\n", policy.name, result.costAWeek, result.fillRate);
    }
}

} // namespace

/// How good forecasts are, beside what everybody has, on the series of ../shared/data.
int main(int count, char **words)
{
    const Wish wish = wishOf(count, words);
    if (!wish.isLegal) {
        std::fputs("waitline-forecastbench [--only SET] [--sample N: every N-th series] [--earlier N: windows back] [--smoke]\n", stderr);
        return 2;
    }
    const QString folder = QStringLiteral(WAITLINE_DATA);
    for (const SeriesSet &set : seriesSets(folder)) {
        if (set.name.contains(wish.only))
            printScores(set, wish);
    }
    if (wish.only.isEmpty() || QStringLiteral("stock").contains(wish.only))
        printStock(folder, wish);
    return 0;
}
