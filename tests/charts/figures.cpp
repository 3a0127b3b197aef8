#include "tests/charts/figures.h"

#include <cmath>

namespace waitline::test {

namespace {

QString shown(const QVariant &value) { return value.isNull() ? QStringLiteral("nothing") : value.toString(); }

bool isSame(const QVariant &found, const QVariant &expected, ChartUnit unit)
{
    if (found.isNull() || expected.isNull())
        return found.isNull() == expected.isNull();
    if (unit == ChartUnit::Text)
        return found.toString() == expected.toString();
    if (isOfDays(unit))
        return found.toDate() == (expected.typeId() == QMetaType::QDate ? expected.toDate() : fromDayNumber(expected.toLongLong()));
    return std::abs(found.toDouble() - expected.toDouble()) <= 1e-9 * std::max(1.0, std::abs(expected.toDouble()));
}

} // namespace

Table sql(Connection &connection, const QString &text, int columns)
{
    Table table;
    Rows rows = connection.run(text, {});
    while (rows.next()) {
        QVariantList row;
        for (int column = 0; column < columns; ++column)
            row += rows.isNull(column) ? QVariant() : rows.value(column);
        table += row;
    }
    return table;
}

double number(Connection &connection, const QString &text)
{
    const Table table = sql(connection, text, 1);
    return table.isEmpty() ? 0 : table.front().front().toDouble();
}

std::map<QDate, std::vector<double>> byPeriod(const Table &days, Period by)
{
    std::map<QDate, std::vector<double>> periods;
    for (const QVariantList &row : days) {
        const QDate day = fromDayNumber(row[0].toLongLong());
        const QDate start = by == Period::Day    ? day
                            : by == Period::Week ? day.addDays(1 - day.dayOfWeek())
                                                 : QDate(day.year(), day.month(), 1);
        std::vector<double> &sums = periods[start];
        sums.resize(size_t(row.size()) - 1, 0.0);
        for (qsizetype i = 1; i < row.size(); ++i)
            sums[size_t(i) - 1] += row[i].toDouble();
    }
    return periods;
}

std::vector<double> figuresOf(const std::map<QDate, std::vector<double>> &periods, QDate start, size_t count)
{
    const auto found = periods.find(start);
    return found == periods.end() ? std::vector<double>(count, 0.0) : found->second;
}

QString difference(const ChartSheet &sheet, const Table &expected)
{
    if (qsizetype(sheet.rows.size()) < expected.size())
        return QStringLiteral("%1 rows instead of %2").arg(sheet.rows.size()).arg(expected.size());
    for (qsizetype row = 0; row < expected.size(); ++row) {
        for (qsizetype column = 0; column < expected[row].size(); ++column) {
            const QVariant found = sheet.rows[size_t(row)].value(column);
            if (!isSame(found, expected[row][column], sheet.columns[size_t(column)].unit))
                return QStringLiteral("%1, row %2, %3: %4 instead of %5")
                    .arg(sheet.title)
                    .arg(row)
                    .arg(sheet.columns[size_t(column)].title, shown(found), shown(expected[row][column]));
        }
    }
    return {};
}

QString seriesDifference(const ChartSheet &sheet, size_t series, int column)
{
    const auto &values = sheet.series[series].values;
    if (values.size() != sheet.points.size())
        return QStringLiteral("%1 values for %2 points").arg(values.size()).arg(sheet.points.size());
    for (size_t point = 0; point < values.size(); ++point) {
        const QVariant cell = sheet.rows[point].value(column);
        const bool isNone = cell.isNull();
        if (isNone != !values[point] || (!isNone && std::abs(*values[point] - std::max(0.0, cell.toDouble())) > 1e-9))
            return QStringLiteral("%1, %2, point %3: %4 drawn, %5 in the table")
                .arg(sheet.title, sheet.series[series].name)
                .arg(point)
                .arg(values[point].value_or(-1))
                .arg(shown(cell));
    }
    return {};
}

QString behindDifference(Connection &connection, const ChartPoint &point, double units)
{
    if (!point.behind)
        return QStringLiteral("nothing behind %1").arg(point.words);
    const OrdersBehind behind = must(ordersBehind(connection, *point.behind));
    Units shown = 0;
    for (const BehindRow &row : behind.rows)
        shown += row.units;
    if (double(behind.all.units) != units || (behind.all.lines <= OrdersBehind::mostRows && shown != behind.all.units))
        return QStringLiteral("%1: %2 units behind it, %3 listed, %4 expected")
            .arg(point.words)
            .arg(behind.all.units)
            .arg(shown)
            .arg(units);
    return {};
}

} // namespace waitline::test
