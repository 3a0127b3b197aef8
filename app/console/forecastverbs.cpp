#include "app/console/reading.h"
#include "app/console/textview.h"
#include "app/console/verb.h"
#include "models/exchange/csvwriter.h"
#include "models/exchange/planviews.h"
#include "models/exchange/seriesfile.h"

#include <QBuffer>
#include <QCoreApplication>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("ForecastVerbs", text); }

/// Longer than anybody plans, short enough to answer at once.
constexpr qint64 farthestHorizon = 1000;

/// A row of the file as an object, numbers as numbers.
QJsonObject rowObject(const QStringList &row)
{
    const QStringList columns = forecastColumns();
    QJsonObject object;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const bool isText = columns[i] == u"id" || columns[i] == u"method";
        object.insert(columns[i], isText ? QJsonValue(row[i]) : QJsonValue(row[i].toDouble()));
    }
    return object;
}

/// Any file of series: no database is asked.
Result<QJsonValue> forecastSeries(const Arguments &arguments)
{
    Reading reading(arguments, Currency{});
    const QString path = reading.text("series");
    const QString out = reading.text("out");
    const auto horizon = reading.integer("horizon", 1, farthestHorizon);
    if (!horizon)
        reading.refuse("horizon", sentence("Say how many periods to forecast with --horizon N."));
    for (const char *name : {"sku", "by", "periods"}) {
        if (reading.has(name))
            reading.refuse(name, sentence("“%1” is for a product: leave it out, or --series.").arg(QLatin1String(name)));
    }
    if (reading.error())
        return *reading.error();
    const auto series = readSeries(path);
    if (!series)
        return series.error();
    if (!out.isEmpty()) {
        if (auto written = writeForecasts(out, *series, int(*horizon)); !written)
            return written.error();
        return QJsonValue(QJsonObject{{"file", out}, {"series", qint64(series->size())}, {"horizon", *horizon}});
    }
    QJsonArray rows;
    for (const NamedSeries &named : *series) {
        const forecasting::Forecast forecast = forecasting::forecast(named.series, int(*horizon));
        for (int step = 1; step <= int(*horizon); ++step)
            rows.append(rowObject(forecastRow(named.id, step, forecast)));
    }
    return QJsonValue(rows);
}

Result<QJsonValue> forecastFile(const Location &, const Arguments &arguments, const Caller &) { return forecastSeries(arguments); }

std::optional<Grid> readGrid(Reading &reading)
{
    const QString word = reading.text("by");
    if (word == u"week")
        return Grid::Week;
    if (word == u"month")
        return Grid::Month;
    if (reading.has("by"))
        reading.refuse("by", sentence("“%1” is not a period of a forecast: use week or month.").arg(word));
    return std::nullopt;
}

Result<QJsonValue> forecastProduct(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    if (arguments.has(QStringLiteral("series")))
        return forecastSeries(arguments);
    Reading reading(arguments, desk.currency);
    ForecastQuestion question;
    question.sku = reading.text("sku");
    question.by = readGrid(reading);
    if (const auto periods = reading.integer("periods", 1, farthestHorizon))
        question.periods = int(*periods);
    if (!reading.has("sku"))
        reading.refuse("sku", sentence("Say what to forecast: a SKU, or --series FILE.csv."));
    for (const char *name : {"horizon", "out"}) {
        if (reading.has(name))
            reading.refuse(name, sentence("--%1 is for a file of series: add --series FILE.csv or leave it out.").arg(QLatin1String(name)));
    }
    if (reading.error())
        return *reading.error();
    const auto forecast = productForecast(desk.connection, question, caller.today());
    if (!forecast)
        return forecast.error();
    return QJsonValue(forecastView(*forecast));
}

Result<QJsonValue> overrideForecast(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    OverrideDraft draft;
    draft.sku = reading.text("sku");
    draft.first = reading.day("from").value_or(QDate());
    draft.last = reading.day("to").value_or(QDate());
    draft.units = reading.units("units").value_or(-1);
    draft.reason = reading.text("reason");
    if (!reading.has("units"))
        reading.refuse("units", sentence("Say how many units to expect with --units N."));
    if (reading.error())
        return *reading.error();
    const auto kept = OverrideService(desk.connection).keep(draft, caller);
    return kept ? Result<QJsonValue>(QJsonValue(overrideView(*kept))) : Result<QJsonValue>(kept.error());
}

Result<QJsonValue> endOverride(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto id = reading.id<OverrideId>("override");
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    const auto ended = OverrideService(desk.connection).end(id, reason, caller);
    return ended ? Result<QJsonValue>(QJsonValue(overrideView(*ended))) : Result<QJsonValue>(ended.error());
}

/// Rows as the file would have them.
QString forecastText(const QJsonValue &answer)
{
    if (!answer.isArray())
        return textView(answer);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    const QStringList columns = forecastColumns();
    writer.write(columns);
    for (const QJsonValue &row : answer.toArray()) {
        QStringList cells;
        for (const QString &column : columns)
            cells += row.toObject().value(column).toVariant().toString();
        writer.write(cells);
    }
    static_cast<void>(writer.finish());
    return QString::fromUtf8(buffer.data());
}

} // namespace

std::vector<Verb> forecastVerbs()
{
    Verb forecast{"forecast",
                  "forecasts a product's demand, or the series of a file",
                  {{"sku", "SKU", false}},
                  {{"by", "week|month"}, {"periods", "N"}, {"series", "FILE.csv", false, true}, {"horizon", "N"}, {"out", "FILE.csv"}},
                  Effect::Reads,
                  &forecastProduct,
                  &forecastFile};
    forecast.text = &forecastText;
    return {forecast,
            {"override set",
             "expects other units of a product in some days than its forecast does",
             {{"sku", "SKU"}},
             {{"from", "DAY"}, {"to", "DAY"}, {"units", "N"}, {"reason", "REASON"}},
             Effect::Writes,
             &overrideForecast},
            {"override end",
             "lets the forecast count again",
             {{"override", "OVERRIDE"}},
             {{"reason", "REASON"}},
             Effect::Writes,
             &endOverride}};
}

} // namespace waitline::console
