#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/report/monthlyreport.h"
#include "models/services/cashreport.h"
#include "models/services/checkservice.h"
#include "models/services/reports.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("ReportVerbs", text); }

Result<QJsonValue> queue(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString sku = reading.text("sku");
    if (reading.error())
        return *reading.error();
    const auto entries = queueOf(desk.connection, sku, caller.today());
    if (!entries)
        return entries.error();
    return QJsonValue(JsonViews(desk.currency).queue(*entries));
}

std::optional<Period> readPeriod(Reading &reading)
{
    if (!reading.has("by"))
        return std::nullopt;
    const QString word = reading.text("by");
    if (word == u"day")
        return Period::Day;
    if (word == u"week")
        return Period::Week;
    if (word == u"month")
        return Period::Month;
    reading.refuse("by", sentence("“%1” is not a period: use day, week or month.").arg(word));
    return std::nullopt;
}

Result<QJsonValue> demand(Desk &desk, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, desk.currency);
    DemandQuery query;
    query.from = reading.day("from");
    query.to = reading.day("to");
    query.top = reading.integer("top", 1, std::numeric_limits<qint64>::max());
    const auto by = readPeriod(reading);
    const QString sku = reading.text("sku");
    if (query.from && query.to && *query.from > *query.to)
        reading.refuse("from", sentence("The first day is after the last one: exchange them."));
    if (reading.error())
        return *reading.error();
    const auto rows = demandReport(desk.connection, sku, query, by);
    if (!rows)
        return rows.error();
    return QJsonValue(JsonViews(desk.currency).demand(*rows));
}

Result<QJsonValue> late(Desk &desk, const Arguments &, const Caller &caller)
{
    const auto entries = lateLines(desk.connection, caller.today());
    if (!entries)
        return entries.error();
    return QJsonValue(JsonViews(desk.currency).late(*entries));
}

Result<QJsonValue> cash(Desk &desk, const Arguments &, const Caller &)
{
    const auto report = cashReport(desk.connection);
    if (!report)
        return report.error();
    return QJsonValue(JsonViews(desk.currency).cash(*report));
}

Result<QJsonValue> deposits(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QDate to = reading.day("to").value_or(caller.today());
    const QDate from = reading.day("from").value_or(QDate(to.year(), to.month(), 1));
    if (reading.error())
        return *reading.error();
    const auto report = depositsReport(desk.connection, from, to);
    if (!report)
        return report.error();
    return QJsonValue(JsonViews(desk.currency).deposits(*report));
}

/// "2026-02"; the last month that is over where none is given.
QDate readMonth(Reading &reading, QDate today)
{
    if (!reading.has("month"))
        return QDate(today.year(), today.month(), 1).addMonths(-1);
    const QDate month = QDate::fromString(reading.text("month") + QStringLiteral("-01"), Qt::ISODate);
    if (!month.isValid())
        reading.refuse("month", sentence("“%1” is not a month: write it as 2026-02.").arg(reading.text("month")));
    return month;
}

Result<QJsonValue> report(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString path = reading.text("file");
    const QDate month = readMonth(reading, caller.today());
    if (reading.error())
        return *reading.error();
    const auto made = monthlyReport(desk.connection, month, caller.today());
    if (!made)
        return made.error();
    if (const auto written = writeReport(*made, path); !written)
        return written.error();
    return QJsonValue(QJsonObject{{"file", path}, {"month", month.toString(QStringLiteral("yyyy-MM"))}});
}

Result<QJsonValue> check(Desk &desk, const Arguments &, const Caller &)
{
    const auto report = checkDatabase(desk.connection);
    if (!report)
        return report.error();
    return QJsonValue(JsonViews(desk.currency).check(*report));
}

} // namespace

std::vector<Verb> reportVerbs()
{
    return {{"queue", "lists a product's waiting line", {{"sku", "SKU"}}, {}, Effect::Reads, &queue},
            {"demand",
             "tells the demand for each product",
             {},
             {{"from", "DAY"}, {"to", "DAY"}, {"by", "day|week|month"}, {"sku", "SKU"}, {"top", "N"}},
             Effect::Reads,
             &demand},
            {"late", "lists lines that will be served later than promised", {}, {}, Effect::Reads, &late},
            {"cash", "tells the deposits held and what of them is at risk", {}, {}, Effect::Reads, &cash},
            {"deposits",
             "tells customer deposits over a period: opening, in, consumed, refunded, closing",
             {},
             {{"from", "DAY"}, {"to", "DAY"}},
             Effect::Reads,
             &deposits},
            {"report",
             "writes a month's report as PDF: demand, what waits and is late, cash, fairness",
             {{"file", "FILE.pdf"}},
             {{"month", "YYYY-MM"}},
             Effect::Reads,
             &report},
            {"check", "proves every rule of the database", {}, {}, Effect::Reads, &check}};
}

} // namespace waitline::console
