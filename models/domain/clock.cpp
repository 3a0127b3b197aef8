#include "models/domain/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace waitline {

namespace {
constexpr qint64 julianDayOfEpoch = 2'440'588;
constexpr qint64 msPerDay = 86'400'000;
} // namespace

DayNumber toDayNumber(QDate day) { return day.toJulianDay() - julianDayOfEpoch; }

QDate fromDayNumber(DayNumber number) { return QDate::fromJulianDay(number + julianDayOfEpoch); }

QDate dayOf(Instant instant)
{
    const qint64 days = instant >= 0 ? instant / msPerDay : (instant - msPerDay + 1) / msPerDay;
    return fromDayNumber(days);
}

QString toIso(Instant instant) { return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODateWithMs); }

std::optional<Instant> instantFromIso(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() == 10) {
        const QDate day = QDate::fromString(trimmed, Qt::ISODate);
        return day.isValid() ? std::optional(toDayNumber(day) * msPerDay) : std::nullopt;
    }
    QDateTime moment = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toMSecsSinceEpoch();
}

} // namespace waitline
