#include "models/services/cashseries.h"

#include "models/services/purchaseservice.h"
#include "models/services/unitofwork.h"
#include "models/store/productstore.h"
#include "models/store/purchasestore.h"
#include "models/store/reportstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Cash", text); }

std::vector<CashBucket> emptyBuckets(QDate from, QDate to, Period by)
{
    std::vector<CashBucket> buckets;
    for (QDate start = from; start <= to; start = nextPeriod(start, by)) {
        CashBucket bucket;
        bucket.start = start;
        bucket.end = std::min(nextPeriod(start, by).addDays(-1), to);
        buckets.push_back(bucket);
    }
    return buckets;
}

/// The same supplies with one purchase later, by day again.
std::vector<Supply> delayed(std::vector<Supply> supplies, PurchaseId purchase, int days)
{
    for (Supply &supply : supplies) {
        if (supply.purchase == purchase)
            supply.day = supply.day.addDays(days);
    }
    std::stable_sort(supplies.begin(), supplies.end(),
                     [](const Supply &a, const Supply &b) { return std::tie(a.day, a.purchase) < std::tie(b.day, b.purchase); });
    return supplies;
}

/// Units of a line that come later, and when the last of them come now and then.
struct LaterUnits {
    Units units = 0;
    QDate before;
    QDate after;
};

/// The walk of the ETA unit by unit: those of `waiting` behind the ones ahead that another day brings, once `now` is `then`.
LaterUnits laterUnits(Units available, const std::vector<Supply> &now, const std::vector<Supply> &then, Units ahead, Units waiting,
                      QDate earliest)
{
    LaterUnits later;
    Units at = std::max(ahead, available);
    auto before = now.begin();
    auto after = then.begin();
    Units upToBefore = std::max<Units>(available, 0);
    Units upToAfter = upToBefore;
    while (at < ahead + waiting) {
        for (; before != now.end() && upToBefore + before->units <= at; ++before)
            upToBefore += before->units;
        for (; after != then.end() && upToAfter + after->units <= at; ++after)
            upToAfter += after->units;
        if (before == now.end() || after == then.end())
            break; // both bring the same units in all
        const Units end = std::min({ahead + waiting, upToBefore + before->units, upToAfter + after->units});
        const QDate dayNow = std::max(earliest, before->day);
        const QDate dayThen = std::max(earliest, after->day);
        if (dayThen > dayNow) {
            later.units += end - at;
            later.before = dayNow;
            later.after = dayThen;
        }
        at = end;
    }
    return later;
}

void addSlipped(Connection &connection, ProductId id, QDate today, PurchaseSlip &slip)
{
    const StoredProduct product = *ProductStore(connection).find(id);
    const Units available = product.stock.available();
    const QDate earliest = product.terms.release ? std::max(today, *product.terms.release) : today;
    const std::vector<Supply> now = PurchaseStore(connection).supplies(id);
    const std::vector<Supply> then = delayed(now, slip.purchase, slip.days);
    Units ahead = 0;
    for (const WaitingReportRow &row : ReportStore(connection).waitingLine(id)) {
        const Coverage before = coverage(available, now, ahead, row.waiting, today, product.terms.release);
        const Coverage after = coverage(available, then, ahead, row.waiting, today, product.terms.release);
        const LaterUnits later = before.isCovered() && after.eta > before.eta
                                     ? LaterUnits{row.waiting, before.eta, after.eta}
                                     : laterUnits(available, now, then, ahead, row.waiting, earliest);
        ahead += row.waiting;
        if (later.units > 0) {
            slip.lines.push_back({id, row.order, row.line, row.customer, product.terms.sku, later.units, later.units * row.unitPrice,
                                  row.promise, later.before, later.after, row.waiting});
            slip.units += later.units;
            slip.value += slip.lines.back().value;
            slip.newlyLate += slip.lines.back().isNewlyLate() ? 1 : 0;
        }
        if (!before.isCovered())
            return; // nor is anybody behind
    }
}

} // namespace

std::optional<Units> ProductionRun::breakEven() const
{
    const Money value = product.ordered > 0 ? product.value : product.price;
    const Units units = product.ordered > 0 ? product.ordered : 1;
    if (value <= 0)
        return std::nullopt;
    Units least = proportion(cost(), units, value);
    while (proportion(value, least, units) < cost()) // the share was rounded
        ++least;
    return least;
}

Result<CashOverTime> cashOverTime(Connection &connection, const CashOverTimeQuestion &question)
{
    return readIn(connection, [&] {
        const std::vector<CashDay> days = CashStore(connection).byDay();
        CashOverTime series{question, {}, SettingStore(connection).currency()};
        if (days.empty() && !question.from)
            return series;
        const QDate from = question.from.value_or(days.empty() ? question.to : fromDayNumber(days.front().day));
        series.buckets = emptyBuckets(from, question.to, question.by);
        Money held = 0;
        auto day = days.begin();
        for (; day != days.end() && fromDayNumber(day->day) < from; ++day)
            held += day->depositsDelta;
        for (CashBucket &bucket : series.buckets) {
            bucket.opening = held;
            for (; day != days.end() && fromDayNumber(day->day) <= bucket.end; ++day) {
                bucket.in += day->in;
                bucket.refunded += day->refunded;
                bucket.shipped += day->shipped;
                held += day->depositsDelta;
            }
            bucket.closing = held;
            bucket.consumed = bucket.opening + bucket.in - bucket.refunded - bucket.closing;
        }
        return series;
    });
}

Result<CashByMonth> cashByMonth(Connection &connection)
{
    return readIn(connection, [&] { return CashByMonth{readCash(connection), SettingStore(connection).currency()}; });
}

Result<ProductionRuns> productionRuns(Connection &connection, const DemandScope &scope)
{
    return readIn(connection, [&] {
        ProductionRuns all{{}, SettingStore(connection).currency()};
        for (const RunFigures &product : CashStore(connection).preorderRuns(scope))
            all.runs.push_back({product});
        std::stable_sort(all.runs.begin(), all.runs.end(), [](const auto &a, const auto &b) { return a.product.value > b.product.value; });
        return all;
    });
}

Result<PurchaseSlip> whatSlips(Connection &connection, PurchaseId purchase, int days, QDate today)
{
    constexpr int mostDays = 3650;
    if (days < 1 || days > mostDays)
        return invalid("days", sentence("The delay must be from 1 to %1 days, not %2.").arg(mostDays).arg(days));
    return readIn(connection, [&] {
        const auto stored = PurchaseStore(connection).find(purchase);
        if (!stored)
            throw unknownPurchase(purchase);
        PurchaseSlip slip;
        slip.purchase = purchase;
        slip.days = days;
        slip.currency = SettingStore(connection).currency();
        for (ProductId product : PurchaseStore(connection).products(purchase))
            addSlipped(connection, product, today, slip);
        std::stable_sort(slip.lines.begin(), slip.lines.end(), [](const SlippedLine &a, const SlippedLine &b) {
            return std::tuple(!a.isNewlyLate(), a.after) < std::tuple(!b.isNewlyLate(), b.after);
        });
        return slip;
    });
}

} // namespace waitline
