#pragma once

#include "models/charts/chartsheet.h"

#include <QDate>

namespace waitline {

class Connection;

/// A figure of a month beside that of the month before, as people read them.
struct ReportFigure {
    QString name;
    QString value;
    QString before; ///< empty: there is none
};

struct ReportSection {
    QString heading;
    QString note; ///< what its figures are of
    std::vector<ReportFigure> figures;
};

/// What a month was like: demand, what waits and is late, cash, and how fair the line was.
struct MonthlyReport {
    QDate month; ///< its first day
    QDate today; ///< what waits, is late and is at risk is of this day
    QString title;
    QString subtitle;
    std::vector<ReportSection> sections;
    std::vector<ChartSheet> charts;
};

/// Any day of the month will do. Refuses a month that has not begun.
[[nodiscard]] Result<MonthlyReport> monthlyReport(Connection &connection, QDate month, QDate today);
/// Keeps it as PDF: A4, text that can be selected. Needs a QGuiApplication, for its fonts. The error says what stands against it.
[[nodiscard]] Result<Done> writeReport(const MonthlyReport &report, const QString &path);

} // namespace waitline
