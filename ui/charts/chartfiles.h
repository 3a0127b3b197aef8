#pragma once

#include "models/charts/chartsheet.h"
#include "models/exchange/headedfile.h"

#include <QImage>

namespace waitline {

class Plot;

/// The kinds of file a chart can be kept in, as a file dialog takes them.
[[nodiscard]] QString chartFileKinds();
/// Keeps what a plot shows in a file, as the path ends: PNG at twice the size, SVG, PDF, CSV or XLSX, each with title,
/// filter, days and units. The error says what stands against it.
[[nodiscard]] Result<Done> saveChart(Plot &plot, const QString &path);
/// The picture that is copied or kept.
[[nodiscard]] QImage chartPicture(Plot &plot);
/// The numbers beside the chart.
[[nodiscard]] HeadedTable numbersOf(const ChartSheet &sheet);

} // namespace waitline
