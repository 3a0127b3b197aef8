#include "ui/forms/typed.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Typed", text); }

/// The next day with this number, today included; an invalid date for a number no month has.
QDate nextDayNumbered(int number, QDate today)
{
    if (number < 1 || number > 31)
        return {};
    QDate month(today.year(), today.month(), 1);
    while (number > month.daysInMonth() || month.addDays(number - 1) < today)
        month = month.addMonths(1);
    return month.addDays(number - 1);
}

/// A day said from today; an invalid date where the text says none.
QDate relativeDay(const QString &text, QDate today)
{
    if (text == u"t" || text == u"T" || text == u"=")
        return today;
    if (text == u"+" || text == u"-")
        return today.addDays(text == u"+" ? 1 : -1);
    static const QRegularExpression steps(QStringLiteral("^(?:([+-]\\d{1,4})|[wW](\\d{1,3})|(\\d{1,2}))$"));
    const auto match = steps.match(text);
    if (!match.captured(1).isEmpty())
        return today.addDays(match.captured(1).toInt());
    if (!match.captured(2).isEmpty())
        return today.addDays(7 * match.captured(2).toInt());
    if (!match.captured(3).isEmpty())
        return nextDayNumbered(match.captured(3).toInt(), today);
    return {};
}

/// The day of that name in its year, of two or four digits; without one the next such day, today included.
QDate dayIn(int day, int month, const QString &year, QDate today)
{
    if (!year.isEmpty())
        return {year.size() == 2 ? 2000 + year.toInt() : year.toInt(), month, day};
    constexpr int untilNextLeapYear = 8;
    for (int ahead = 0; ahead <= untilNextLeapYear; ++ahead) {
        if (const QDate next(today.year() + ahead, month, day); next.isValid() && next >= today)
            return next;
    }
    return {};
}

/// As files have it, or as the locale writes it in full.
QDate writtenDay(const QString &text, QDate)
{
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    return iso.isValid() ? iso : QLocale().toDate(text, QLocale::LongFormat);
}

/// "31.12.2026", "31.12.26", "31.12." and "31.12"; with slashes or dashes in the locale's order of day and month.
QDate numberedDay(const QString &text, QDate today)
{
    static const QRegularExpression dotted(QStringLiteral("^(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.\\s?(\\d{4}|\\d{2})?)?$"));
    static const QRegularExpression slashed(QStringLiteral("^(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?$"));
    if (const auto match = dotted.match(text); match.hasMatch())
        return dayIn(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3), today);
    const auto match = slashed.match(text);
    if (!match.hasMatch())
        return QLocale().toDate(text, dayFormat());
    const bool isDayFirst = dayFormat().indexOf(u'd') < dayFormat().indexOf(u'M');
    return dayIn(match.captured(isDayFirst ? 1 : 2).toInt(), match.captured(isDayFirst ? 2 : 1).toInt(), match.captured(3), today);
}

/// 1 to 12 by the name of a month or its beginning of at least three letters, by the locale or in English; 0 where there
/// is none.
int monthNamed(const QString &name)
{
    constexpr qsizetype fewestLetters = 3;
    for (int month = 1; name.size() >= fewestLetters && month <= 12; ++month) {
        for (const QLocale &locale : {QLocale(), QLocale::c()}) {
            for (const QString &known :
                 {locale.monthName(month), locale.standaloneMonthName(month), locale.monthName(month, QLocale::ShortFormat)}) {
                if (known.startsWith(name, Qt::CaseInsensitive))
                    return month;
            }
        }
    }
    return 0;
}

/// "15 Jan", "15 January 2027", "15. Januar 2027", "Jan 15", "January 15, 2027", "15 de marzo".
QDate namedDay(const QString &text, QDate today)
{
    static const QRegularExpression dayFirst(
        QStringLiteral(
            "^(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)?[\\s-]*(?:de\\s+)?(?<month>\\p{L}+)\\.?(?:,?[\\s-]*(?:de\\s+)?(?<year>\\d{4}|\\d{2}))?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression monthFirst(
        QStringLiteral("^(?<month>\\p{L}+)\\.?[\\s-]*(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)?(?:(?:\\s*,\\s*|\\s+)(?<year>\\d{4}|\\d{2}))?$"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression &form : {dayFirst, monthFirst}) {
        const auto match = form.match(text);
        if (const int month = match.hasMatch() ? monthNamed(match.captured(u"month")) : 0; month != 0)
            return dayIn(match.captured(u"day").toInt(), month, match.captured(u"year"), today);
    }
    return {};
}

} // namespace

Result<Units> typedUnits(const QString &text, const QString &field)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return invalid(field, sentence("No number is given: enter a whole number such as 3."));
    bool isNumber = false;
    Units units = QLocale().toLongLong(trimmed, &isNumber);
    if (!isNumber)
        units = trimmed.toLongLong(&isNumber);
    static const QRegularExpression digits(QStringLiteral("^[+-]?\\d+$"));
    if (!isNumber && digits.match(QString(trimmed).remove(QLocale().groupSeparator())).hasMatch())
        return invalid(field, sentence("“%1” is too large: enter a smaller number.").arg(trimmed));
    if (!isNumber)
        return invalid(field, sentence("“%1” is not a whole number: write it like 3.").arg(trimmed));
    return units;
}

Result<std::optional<Units>> typedUnitsOrNone(const QString &text, const QString &field)
{
    if (text.trimmed().isEmpty())
        return std::optional<Units>();
    const auto units = typedUnits(text, field);
    if (!units)
        return units.error();
    return std::optional<Units>(*units);
}

Result<std::optional<QDate>> typedDay(const QString &text, QDate today, const QString &field)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::optional<QDate>();
    for (const auto &read : {relativeDay, writtenDay, numberedDay, namedDay}) {
        if (const QDate day = read(trimmed, today); day.isValid())
            return std::optional<QDate>(day);
    }
    return invalid(field,
                   sentence("“%1” is not a day: write it like %2, +7 for a week from today, or t for today.").arg(trimmed, dayText(today)));
}

} // namespace waitline
