#include "models/exchange/cells.h"

#include <QCoreApplication>

namespace waitline {

namespace {

constexpr qint64 dayMs = 86'400'000;

/// Reads a date and perhaps a time from left to right.
class Reading final {
public:
    explicit Reading(QByteArrayView text) : m_rest(text.trimmed()) {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] char peek() const { return m_rest.isEmpty() ? '\0' : m_rest.front(); }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    void skipBlanks()
    {
        while (take(' ') || take('\t')) {
        }
    }
    bool takeWord(QByteArrayView word)
    {
        if (m_rest.size() < word.size() || qstrnicmp(m_rest.data(), word.data(), size_t(word.size())) != 0)
            return false;
        m_rest = m_rest.sliced(word.size());
        return true;
    }
    /// At most `most` digits; `digits` says how many there were. -1 without any.
    int number(int most, int *digits = nullptr)
    {
        int value = 0;
        int count = 0;
        for (; count < most && peek() >= '0' && peek() <= '9'; ++count, m_rest = m_rest.sliced(1))
            value = value * 10 + (peek() - '0');
        if (digits)
            *digits = count;
        return count == 0 ? -1 : value;
    }

private:
    QByteArrayView m_rest;
};

int fullYear(int year, int digits)
{
    if (digits > 2)
        return year;
    return year + (year < 70 ? 2000 : 1900);
}

QDate takeDate(Reading &text, CellStyle style)
{
    int digits = 0;
    const int first = text.number(8, &digits);
    if (digits == 8)
        return {first / 10000, first / 100 % 100, first % 100};
    const char sign = text.peek();
    if ((sign != '-' && sign != '/' && sign != '.') || !text.take(sign))
        return {};
    const int second = text.number(2);
    if (second < 0 || !text.take(sign))
        return {};
    if (digits == 4)
        return {first, second, text.number(2)};
    if (digits > 2)
        return {};
    const int year = text.number(4, &digits);
    if (digits != 2 && digits != 4)
        return {};
    const bool dayFirst = sign == '.' || style.dayBeforeMonth;
    return dayFirst ? QDate(fullYear(year, digits), second, first) : QDate(fullYear(year, digits), first, second);
}

// The fraction of a second in ms; digits beyond the third are dropped.
int takeMilliseconds(Reading &text)
{
    int digits = 0;
    int value = text.number(3, &digits);
    if (value < 0)
        return -1;
    for (; digits < 3; ++digits)
        value *= 10;
    while (text.number(1) >= 0) {
    }
    return value;
}

// The time of day in ms, or -1.
qint64 takeTime(Reading &text)
{
    int hour = text.number(2);
    if (hour < 0 || !text.take(':'))
        return -1;
    const int minute = text.number(2);
    int second = 0;
    int ms = 0;
    if (text.take(':')) {
        second = text.number(2);
        if (text.take('.') || text.take(','))
            ms = takeMilliseconds(text);
    }
    if (minute < 0 || minute > 59 || second < 0 || second > 60 || ms < 0)
        return -1;
    text.skipBlanks();
    const bool afternoon = text.takeWord("PM");
    if (afternoon || text.takeWord("AM")) {
        if (hour < 1 || hour > 12)
            return -1;
        hour = hour % 12 + (afternoon ? 12 : 0);
    }
    return hour > 23 ? -1 : ((hour * 60 + minute) * 60 + second) * 1000LL + ms;
}

// The offset east of UTC in ms; none when it is not one. No offset at all is UTC.
std::optional<qint64> takeOffset(Reading &text)
{
    text.skipBlanks();
    if (text.atEnd() || text.takeWord("Z") || text.takeWord("UTC") || text.takeWord("GMT"))
        return 0;
    const bool west = text.peek() == '-';
    if (!text.take('+') && !text.take('-'))
        return std::nullopt;
    int digits = 0;
    int hours = text.number(4, &digits);
    int minutes = 0;
    if (digits == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (digits > 2 || (text.take(':') && (minutes = text.number(2)) < 0)) {
        return std::nullopt;
    }
    if (hours < 0 || hours > 18 || minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (hours * 60 + minutes) * 60'000LL;
}

struct Moment {
    QDate day;
    qint64 time = 0;
    qint64 offset = 0;
};

std::optional<Moment> takeMoment(QByteArrayView cell, CellStyle style)
{
    Reading text(cell);
    Moment moment;
    moment.day = takeDate(text, style);
    if (!moment.day.isValid() || moment.day.year() < 1000)
        return std::nullopt;
    if (text.atEnd())
        return moment;
    text.take(',');
    const bool separated = text.take('T') || text.take(' ');
    text.skipBlanks();
    moment.time = separated ? takeTime(text) : -1;
    const auto offset = moment.time < 0 ? std::nullopt : takeOffset(text);
    text.skipBlanks();
    if (!offset || !text.atEnd())
        return std::nullopt;
    moment.offset = *offset;
    return moment;
}

Error noDate(QByteArrayView cell)
{
    return invalid({}, QCoreApplication::translate("Import", "“%1” is not a date: write it like 2026-02-03.")
                           .arg(QString::fromUtf8(cell.first(qMin<qsizetype>(cell.size(), 40)))));
}

} // namespace

Result<QDate> parseDay(QByteArrayView cell, CellStyle style)
{
    const auto moment = takeMoment(cell, style);
    if (!moment)
        return noDate(cell);
    return moment->day;
}

Result<Instant> parseInstant(QByteArrayView cell, CellStyle style)
{
    const auto moment = takeMoment(cell, style);
    if (!moment)
        return noDate(cell);
    return Instant(toDayNumber(moment->day) * dayMs + moment->time - moment->offset);
}

} // namespace waitline
