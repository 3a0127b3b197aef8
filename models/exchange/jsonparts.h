#pragma once

#include "models/services/punctuality.h"
#include "models/services/stockbook.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

/// What several JSON views say in the same way. What is not known is null.
namespace waitline::json {

inline QJsonValue day(QDate date) { return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(); }
inline QJsonValue day(const std::optional<QDate> &date) { return date ? day(*date) : QJsonValue(); }
/// How sure a day is: by when with 80 %, and whether the promise is kept.
inline void insertOdds(QJsonObject &object, const std::optional<DayOdds> &odds)
{
    object.insert(QStringLiteral("likely_by"), odds ? day(odds->likely) : QJsonValue());
    object.insert(QStringLiteral("promise_kept"), odds && odds->kept ? QJsonValue(std::round(*odds->kept * 1000) / 1000) : QJsonValue());
}
inline QJsonValue number(const std::optional<qint64> &value) { return value ? QJsonValue(*value) : QJsonValue(); }

template <typename Items, typename View>
QJsonArray list(const Items &items, View view)
{
    QJsonArray array;
    for (const auto &item : items)
        array += view(item);
    return array;
}

inline QJsonObject servedUnits(const LineUnits &units)
{
    return {{"order", units.order.value},
            {"line", units.line.value},
            {"units", units.units},
            {"place", units.place},
            {"remaining", units.remaining}};
}

inline QJsonObject returnedUnits(const LineUnits &units)
{
    return {{"order", units.order.value}, {"line", units.line.value}, {"units", units.units}};
}

inline QJsonObject withSku(QJsonObject object, const QString &sku)
{
    object.insert(QStringLiteral("sku"), sku);
    return object;
}

} // namespace waitline::json
