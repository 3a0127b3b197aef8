#include "models/services/demodesk.h"

#include <QUuid>

#include <algorithm>

namespace waitline {

namespace {
constexpr const char *people[] = {"Anna", "Jonas", "Mireille", "Tomasz"};
constexpr qint64 msPerMinute = 60'000;
constexpr qint64 opens = 8 * 60 + 30;
constexpr qint64 closes = 18 * 60;
} // namespace

Instant DemoDesk::momentOn(QDate day, Chance &chance) const
{
    const Instant midnight = toDayNumber(day) * 24 * 60 * msPerMinute;
    const Instant moment = midnight + chance.between(opens, closes) * msPerMinute + chance.below(msPerMinute);
    return std::min(moment, m_now);
}

Caller DemoDesk::caller(Instant at)
{
    static const QUuid demo(QStringLiteral("{6f1f6a0e-5d0b-4c57-9a62-0e8b7f3f9c11}"));
    const qint64 number = ++m_operations;
    const QString name = QStringLiteral("%1/%2").arg(m_seed).arg(number);
    const char *actor = people[size_t(number) % std::size(people)];
    return {QString::fromLatin1(actor), std::min(at, m_now), QUuid::createUuidV5(demo, name).toString(QUuid::WithoutBraces)};
}

} // namespace waitline
