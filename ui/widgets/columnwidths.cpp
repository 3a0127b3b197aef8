#include "ui/widgets/columnwidths.h"

#include "models/domain/daytext.h"
#include "ui/style/badge.h"

#include <QDate>
#include <QFontMetrics>
#include <QTableView>

#include <algorithm>

namespace waitline {

int widestBadge(const QFontMetrics &metrics, const QStringList &words)
{
    const BadgeLook anyIcon{QStringLiteral("check")}; // they are all as wide
    int widest = 0;
    for (const QString &word : words)
        widest = std::max(widest, badgeWidth(metrics, anyIcon, word));
    return widest;
}

int widestDay(const QFontMetrics &metrics)
{
    int widest = 0;
    for (int month = 1; month <= 12; ++month)
        widest = std::max(widest, metrics.horizontalAdvance(dayText(QDate(2028, month, 28))));
    return widest;
}

int widestText(const QTableView &table, int column)
{
    constexpr int rounded = 1; // a fraction of a pixel less, and text would be cut
    const QFontMetrics metrics = table.fontMetrics();
    int widest = 0;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(table.model()->index(row, column).data().toString()) + rounded);
    return widest;
}

} // namespace waitline
