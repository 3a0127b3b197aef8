#include "app/console/reading.h"
#include "app/console/textview.h"
#include "app/console/verb.h"
#include "models/exchange/csvwriter.h"
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

Result<QJsonValue> forecastInBatch(Desk &, const Arguments &arguments, const Caller &) { return forecastSeries(arguments); }

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
                  "forecasts the series of a file",
                  {},
                  {{"series", "FILE.csv", false, true}, {"horizon", "N"}, {"out", "FILE.csv"}},
                  Effect::Reads,
                  &forecastInBatch,
                  &forecastFile};
    forecast.text = &forecastText;
    return {forecast};
}

} // namespace waitline::console
