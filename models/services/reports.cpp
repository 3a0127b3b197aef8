#include "models/services/reports.h"

#include "models/services/unitofwork.h"
#include "models/store/productstore.h"
#include "models/store/purchasestore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace waitline {

namespace {

ProductId productOf(Connection &connection, const QString &sku)
{
    const ProductId id = ProductStore(connection).idOfSku(sku);
    if (!id.isValid())
        throw Refusal{notFound("sku", QCoreApplication::translate("Reports", "There is no product with SKU or barcode “%1”.").arg(sku))};
    return id;
}

std::vector<QueueEntry> readQueue(Connection &connection, ProductId id, QDate today, Punctuality &punctuality)
{
    const StoredProduct product = *ProductStore(connection).find(id);
    const std::vector<Supply> supplies = PurchaseStore(connection).supplies(id);
    std::vector<QueueEntry> entries;
    Units ahead = 0;
    for (WaitingReportRow &row : ReportStore(connection).waitingLine(id)) {
        const Units waiting = row.waiting;
        const Coverage covered = coverage(product.stock.available(), supplies, ahead, waiting, today, product.terms.release);
        const auto odds = punctuality.oddsOf(covered, product.terms.release, row.promise);
        entries.push_back({std::move(row), product.terms.sku, qint64(entries.size()) + 1, ahead, covered, odds});
        ahead += waiting;
    }
    return entries;
}

} // namespace

Result<std::vector<QueueEntry>> queueOf(Connection &connection, const QString &sku, QDate today)
{
    return readIn(connection, [&] {
        Punctuality punctuality(connection, today);
        return readQueue(connection, productOf(connection, sku), today, punctuality);
    });
}

Result<std::vector<QueueEntry>> lateLines(Connection &connection, QDate today)
{
    return readIn(connection, [&] {
        std::vector<QueueEntry> late;
        Punctuality punctuality(connection, today);
        for (ProductId product : ReportStore(connection).productsWithPromises()) {
            for (QueueEntry &entry : readQueue(connection, product, today, punctuality)) {
                if (entry.isLate())
                    late.push_back(std::move(entry));
            }
        }
        std::stable_sort(late.begin(), late.end(), [](const auto &a, const auto &b) { return *a.row.promise < *b.row.promise; });
        return late;
    });
}

QDate startOfPeriod(QDate day, Period period)
{
    switch (period) {
    case Period::Day: return day;
    case Period::Week: return day.addDays(1 - day.dayOfWeek());
    case Period::Month: return QDate(day.year(), day.month(), 1);
    }
    Q_UNREACHABLE();
}

QDate nextPeriod(QDate day, Period period)
{
    switch (period) {
    case Period::Day: return day.addDays(1);
    case Period::Week: return startOfPeriod(day, period).addDays(7);
    case Period::Month: return startOfPeriod(day, period).addMonths(1);
    }
    Q_UNREACHABLE();
}

Result<std::vector<DemandReportRow>> demandReport(Connection &connection, const QString &sku, DemandQuery query, std::optional<Period> by)
{
    return readIn(connection, [&] {
        if (!sku.isEmpty())
            query.product = productOf(connection, sku);
        ReportStore store(connection);
        const std::vector<DemandReportRow> products = store.demand(query);
        if (!by)
            return products;
        std::set<ProductId> chosen;
        for (const DemandReportRow &row : products)
            chosen.insert(row.product);
        std::map<std::pair<DayNumber, QString>, DemandReportRow> buckets;
        const auto add = [&](const std::vector<DemandReportRow> &days) {
            for (const DemandReportRow &row : days) {
                if (!chosen.contains(row.product))
                    continue;
                const DayNumber start = toDayNumber(startOfPeriod(fromDayNumber(*row.bucket), *by));
                DemandReportRow &bucket =
                    buckets.try_emplace({start, row.sku}, DemandReportRow{row.product, row.sku, row.name, start, 0, 0, 0, {}})
                        .first->second;
                bucket.preorderWaiting += row.preorderWaiting;
                bucket.backorderWaiting += row.backorderWaiting;
                bucket.valueWaiting += row.valueWaiting;
                bucket.ordered += row.ordered;
            }
        };
        add(store.demandByDay(query));
        add(store.waitingByDay(query));
        std::vector<DemandReportRow> report;
        for (const auto &[key, bucket] : buckets)
            report.push_back(bucket);
        return report;
    });
}

} // namespace waitline
