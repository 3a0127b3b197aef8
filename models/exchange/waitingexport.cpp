#include "models/exchange/waitingexport.h"

#include "models/domain/wholefile.h"
#include "models/exchange/csvwriter.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace waitline {

namespace {

constexpr qint64 rowsAtOnce = 500;

QStringList head()
{
    return {"place",       "sku", "name",       "customer", "order",     "reference", "kind", "waiting",
            "units_ahead", "eta", "covered_by", "promise",  "slip_days", "placed",    "value"};
}

QString isoDay(const std::optional<QDate> &day) { return day ? day->toString(Qt::ISODate) : QString(); }

QStringList cells(const WaitingRow &row, const Currency &currency)
{
    const WaitingDetail &line = row.line;
    const QString coveredBy = row.coverage.coveredBy     ? QStringLiteral("PO-%1").arg(row.coverage.coveredBy->value)
                              : row.coverage.isCovered() ? QStringLiteral("stock")
                                                         : QString();
    const QString slip = line.promise && line.promiseFirst ? QString::number(line.promiseFirst->daysTo(*line.promise)) : QString();
    return {QString::number(row.place),
            row.sku,
            row.name,
            line.customer,
            QString::number(line.queue.order.value),
            line.reference,
            line.queue.preorder ? QStringLiteral("pre-order") : QStringLiteral("backorder"),
            QString::number(line.queue.units),
            QString::number(row.unitsAhead),
            row.coverage.isCovered() ? row.coverage.eta.toString(Qt::ISODate) : QString(),
            coveredBy,
            isoDay(line.promise),
            slip,
            toIso(line.placedAt),
            currency.toDecimal(row.value())};
}

Error cannotWrite(const QString &path, const QString &why)
{
    return {Error::Kind::Storage, QStringLiteral("file"),
            QCoreApplication::translate("Export", "%1 cannot be written: %2. Choose another folder or name.").arg(path, why)};
}

Result<qint64> writeWaiting(Connection &connection, const Progress &progress, const WaitingQuestion &question, const Currency &currency,
                            const QString &path)
{
    const auto listing = listWaiting(connection, question);
    if (!listing)
        return listing.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    CsvWriter writer(file);
    writer.write(head());
    for (qint64 first = 0; first < listing->totals.lines; first += rowsAtOnce) {
        const auto rows = waitingRows(connection, *listing, first, rowsAtOnce);
        if (!rows)
            return rows.error();
        for (const WaitingRow &row : *rows)
            writer.write(cells(row, currency));
        if (!progress(first, listing->totals.lines))
            return Error{Error::Kind::Cancelled, {}, QCoreApplication::translate("Export", "The export was stopped: no file was written.")};
    }
    if (const auto written = writer.finish(); !written)
        return cannotWrite(path, file.errorString());
    if (!commitWhole(file))
        return cannotWrite(path, file.errorString());
    return listing->totals.lines;
}

} // namespace

QFuture<Result<qint64>> exportWaiting(Session &session, const WaitingQuestion &question, const QString &path)
{
    return session.runLong([question, path, currency = session.currency()](Connection &connection, const Progress &progress) {
        return writeWaiting(connection, progress, question, currency, path);
    });
}

} // namespace waitline
