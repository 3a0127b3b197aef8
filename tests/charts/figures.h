#pragma once

#include "models/charts/demandquestion.h"
#include "models/store/connection.h"
#include "tests/support/testdatabase.h"

#include <map>

namespace waitline::test {

/// Rows as a query of the test's own gives them.
using Table = QList<QVariantList>;
[[nodiscard]] Table sql(Connection &connection, const QString &text, int columns);
[[nodiscard]] double number(Connection &connection, const QString &text);

/// Rows (day, figure …) added up by the periods of their days.
[[nodiscard]] std::map<QDate, std::vector<double>> byPeriod(const Table &days, Period by);
/// The figures of a period, zeros where it has none.
[[nodiscard]] std::vector<double> figuresOf(const std::map<QDate, std::vector<double>> &periods, QDate start, size_t count);

/// What is wrong with the sheet's first rows against the expected ones; empty where every cell is the same.
[[nodiscard]] QString difference(const ChartSheet &sheet, const Table &expected);
/// The same of a series against a column of the table.
[[nodiscard]] QString seriesDifference(const ChartSheet &sheet, size_t series, int column);
/// Whether a point's orders add up to so many units.
[[nodiscard]] QString behindDifference(Connection &connection, const ChartPoint &point, double units);

} // namespace waitline::test

#define COMPARE_ROWS(sheet, expected) QCOMPARE(waitline::test::difference(sheet, expected), QString())
#define COMPARE_SERIES(sheet, series, column) QCOMPARE(waitline::test::seriesDifference(sheet, series, column), QString())
