#include "models/exchange/seriesfile.h"

#include "models/domain/wholefile.h"
#include "models/exchange/csvreader.h"
#include "models/exchange/csvwriter.h"
#include "models/exchange/delimiter.h"
#include "models/exchange/exportsheet.h"
#include "models/exchange/header.h"
#include "models/exchange/textencoding.h"
#include "models/exchange/textlines.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Series", text); }

Error fileError(const QString &path, const QString &message)
{
    return invalid(QStringLiteral("series"), QFileInfo(path).fileName() + QStringLiteral(": ") + message);
}

struct Columns {
    int id = -1;
    int frequency = -1;
    int period = -1;
    int value = -1;
};

/// Empty, NA, NaN and the like.
bool isUnknown(const QByteArray &text)
{
    static const QList<QByteArray> words{"", "na", "n/a", "nan", "null", "none", "inf", "+inf", "-inf", "infinity"};
    return words.contains(text.toLower());
}

std::optional<double> numberOf(QByteArray text, char delimiter)
{
    if (isUnknown(text))
        return forecasting::missing;
    if (delimiter == ';')
        text.replace(',', '.');
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<int> seasonOf(const QByteArray &text)
{
    static const QHash<QByteArray, int> words{{"", 1},        {"m", 12}, {"month", 12},  {"monthly", 12},  {"w", 52},     {"week", 52},
                                              {"weekly", 52}, {"q", 4},  {"quarter", 4}, {"quarterly", 4}, {"d", 7},      {"day", 7},
                                              {"daily", 7},   {"y", 1},  {"a", 1},       {"yearly", 1},    {"annual", 1}, {"year", 1}};
    const auto word = words.constFind(text.toLower());
    if (word != words.cend())
        return *word;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    constexpr int mostPeriods = 366;
    if (!isNumber || !(number >= 1) || number > mostPeriods)
        return std::nullopt;
    return int(number);
}

/// The day a period begins with: "2026-02-01", "2026-02".
QDate dayOfPeriod(const QByteArray &text)
{
    const QString period = QString::fromUtf8(text.left(10));
    return QDate::fromString(period.size() == 7 ? QString(period + QStringLiteral("-01")) : period, Qt::ISODate);
}

/// Whole periods from one day to a later one, where the frequency has a calendar.
qint64 periodsBetween(QDate from, QDate to, int season)
{
    constexpr int months = 12;
    constexpr int weeks = 52;
    if (season == months)
        return (to.year() - from.year()) * 12 + to.month() - from.month();
    if (season == weeks)
        return (from.daysTo(to) + 3) / 7;
    return from < to ? 1 : from.daysTo(to);
}

/// Takes the rows of a file one after another.
class Rows final {
public:
    Rows(QString path, Columns columns, char delimiter) : m_path(std::move(path)), m_columns(columns), m_delimiter(delimiter) {}

    Result<Done> take(const CsvRecord &record)
    {
        const QByteArray id = text(record, m_columns.id);
        const auto season = seasonOf(text(record, m_columns.frequency));
        if (!season)
            return wrong(record, "frequency", sentence("“%1” is no number of periods a year: write 12, 52 or a word such as monthly."),
                         text(record, m_columns.frequency));
        const auto value = numberOf(text(record, m_columns.value), m_delimiter);
        if (!value)
            return wrong(record, "value", sentence("“%1” is not a number: write one, or leave it empty where it is not known."),
                         text(record, m_columns.value));
        const auto found = m_places.constFind(id);
        const size_t place = found == m_places.cend() ? m_series.size() : *found;
        if (found != m_places.cend() && m_series[place].series.season != *season)
            return wrong(record, "frequency", sentence("“%1” is another frequency than this series began with: give each series one."),
                         text(record, m_columns.frequency));
        if (found == m_places.cend()) {
            m_places.insert(id, place);
            m_series.push_back({QString::fromUtf8(id), {{}, *season}});
            m_lastDays.push_back({});
        }
        if (auto placed = takePeriod(record, place); !placed)
            return placed;
        m_series[place].series.values.push_back(*value);
        return Done{};
    }

    std::vector<NamedSeries> series() && { return std::move(m_series); }

private:
    static QByteArray text(const CsvRecord &record, int column) { return record.cell(column).trimmed().toByteArray(); }

    Error wrong(const CsvRecord &record, const char *column, const QString &message, const QByteArray &what) const
    {
        return invalid(QStringLiteral("series"), QFileInfo(m_path).fileName() + u':' + QString::number(record.line()) + u':' +
                                                     QLatin1String(column) + QStringLiteral(": ") +
                                                     message.arg(QString::fromUtf8(what.left(40))));
    }

    /// Periods left out before this one are missing.
    Result<Done> takePeriod(const CsvRecord &record, size_t place)
    {
        forecasting::Series &series = m_series[place].series;
        const QByteArray period = text(record, m_columns.period);
        const QDate day = dayOfPeriod(period);
        QDate &last = m_lastDays[place];
        if (day.isValid() && last.isValid()) {
            const qint64 apart = periodsBetween(last, day, series.season);
            if (apart <= 0)
                return wrong(record, "period", sentence("“%1” does not come after the period before it: put the oldest first, each once."),
                             period);
            constexpr qint64 mostMissing = 10'000;
            for (qint64 missing = 1; missing < qMin(apart, mostMissing); ++missing)
                series.values.push_back(forecasting::missing);
        }
        last = day;
        return Done{};
    }

    QString m_path;
    Columns m_columns;
    char m_delimiter;
    std::vector<NamedSeries> m_series;
    std::vector<QDate> m_lastDays;
    QHash<QByteArray, size_t> m_places;
};

Result<Columns> columnsOf(const QString &path, const CsvRecord &record)
{
    const Header header(record);
    const Columns columns{header.find(u"id"), header.find(u"frequency"), header.find(u"period"), header.find(u"value")};
    if (columns.id < 0 || columns.value < 0)
        return fileError(path, sentence("There is no column “%1”: the file needs id, frequency, period and value.")
                                   .arg(columns.id < 0 ? QStringLiteral("id") : QStringLiteral("value")));
    return columns;
}

/// No exponent, no more digits than a reader needs.
QString decimal(double number)
{
    QString text = QString::number(number, 'f', 6);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace

Result<std::vector<NamedSeries>> readSeries(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return fileError(path, sentence("The file cannot be read: check its name and permissions."));
    const EncodingGuess encoding = detectEncoding(file);
    file.seek(encoding.markLength);
    TextLines lines(file, encoding.encoding);
    const char delimiter = detectDelimiter(lines.lookAhead());
    CsvReader reader(lines, delimiter);
    CsvRecord record;
    if (reader.next(record) != CsvReader::Step::Record)
        return fileError(path, sentence("The file has no header line: it needs id, frequency, period and value."));
    const auto columns = columnsOf(path, record);
    if (!columns)
        return columns.error();
    Rows rows(path, *columns, delimiter);
    for (auto step = reader.next(record); step != CsvReader::Step::End; step = reader.next(record)) {
        if (step == CsvReader::Step::Broken)
            return fileError(path, sentence("Line %1 has a quote that never closes: close it.").arg(record.line()));
        if (record.isBlank())
            continue;
        if (auto taken = rows.take(record); !taken)
            return taken.error();
    }
    return std::move(rows).series();
}

QStringList forecastColumns() { return {"id", "step", "mean", "q025", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q975", "method"}; }

QStringList forecastRow(const QString &id, int step, const forecasting::Forecast &forecast)
{
    const forecasting::Outlook &outlook = forecast.periods[size_t(step) - 1];
    QStringList row{id, QString::number(step), decimal(outlook.mean)};
    for (const double quantile : outlook.quantiles)
        row += decimal(quantile);
    row += QLatin1String(forecasting::methodWord(forecast.method));
    return row;
}

Result<Done> writeForecasts(const QString &path, const std::vector<NamedSeries> &series, int horizon)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    CsvWriter writer(file);
    writer.write(forecastColumns());
    for (const NamedSeries &named : series) {
        const forecasting::Forecast forecast = forecasting::forecast(named.series, horizon);
        for (int step = 1; step <= horizon; ++step)
            writer.write(forecastRow(named.id, step, forecast));
    }
    if (auto written = writer.finish(); !written)
        return written;
    if (!commitWhole(file))
        return cannotWrite(path, file.errorString());
    return Done{};
}

} // namespace waitline
