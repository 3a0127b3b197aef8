#include "models/services/reports.h"

#include "models/services/unitofwork.h"
#include "models/store/productstore.h"
#include "models/store/purchasestore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace waitline {

namespace {

ProductId productOf(Connection &connection, const QString &sku)
{
    const ProductId id = ProductStore(connection).idOfSku(sku);
    if (!id.isValid())
        throw Refusal{notFound("sku", QCoreApplication::translate("Reports", "There is no product with SKU or barcode “%1”.").arg(sku))};
    return id;
}

std::vector<QueueEntry> readQueue(Connection &connection, ProductId id, QDate today)
{
    const StoredProduct product = *ProductStore(connection).find(id);
    const std::vector<Supply> supplies = PurchaseStore(connection).supplies(id);
    std::vector<QueueEntry> entries;
    Units ahead = 0;
    for (WaitingReportRow &row : ReportStore(connection).waitingLine(id)) {
        const Units waiting = row.waiting;
        entries.push_back({std::move(row), product.terms.sku, qint64(entries.size()) + 1, ahead,
                           coverage(product.stock.available(), supplies, ahead, waiting, today, product.terms.release)});
        ahead += waiting;
    }
    return entries;
}

} // namespace

Result<std::vector<QueueEntry>> queueOf(Connection &connection, const QString &sku, QDate today)
{
    return readIn(connection, [&] { return readQueue(connection, productOf(connection, sku), today); });
}

Result<std::vector<QueueEntry>> lateLines(Connection &connection, QDate today)
{
    return readIn(connection, [&] {
        std::vector<QueueEntry> late;
        for (ProductId product : ReportStore(connection).productsWithPromises()) {
            for (QueueEntry &entry : readQueue(connection, product, today)) {
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
        std::map<ProductId, const DemandReportRow *> chosen;
        for (const DemandReportRow &row : products)
            chosen[row.product] = &row;
        std::map<std::pair<DayNumber, QString>, DemandReportRow> buckets;
        for (const DemandReportRow &row : store.demandByDay(query)) {
            const auto product = chosen.find(row.product);
            if (product == chosen.end())
                continue;
            const DayNumber start = toDayNumber(startOfPeriod(fromDayNumber(*row.bucket), *by));
            DemandReportRow &bucket = buckets.try_emplace({start, row.sku}, *product->second).first->second;
            if (!bucket.bucket)
                bucket.ordered = {};
            bucket.bucket = start;
            bucket.ordered += row.ordered;
        }
        std::vector<DemandReportRow> report;
        for (const auto &[key, bucket] : buckets)
            report.push_back(bucket);
        return report;
    });
}

} // namespace waitline
