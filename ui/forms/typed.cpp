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
    if (text == u"t" || text == u"=")
        return today;
    if (text == u"+" || text == u"-")
        return today.addDays(text == u"+" ? 1 : -1);
    static const QRegularExpression steps(QStringLiteral("^(?:([+-]\\d{1,4})|w(\\d{1,3})|(\\d{1,2}))$"));
    const auto match = steps.match(text);
    if (!match.captured(1).isEmpty())
        return today.addDays(match.captured(1).toInt());
    if (!match.captured(2).isEmpty())
        return today.addDays(7 * match.captured(2).toInt());
    if (!match.captured(3).isEmpty())
        return nextDayNumbered(match.captured(3).toInt(), today);
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

Result<Money> typedMoney(const QString &text, const Currency &currency, const QString &field)
{
    const QLocale locale;
    QString plain = text.trimmed();
    plain.remove(QChar(u'\u00a0')).remove(u' ');
    const QString point = locale.decimalPoint();
    const QString group = locale.groupSeparator();
    // A lone group sign before one or two last digits is meant as the decimal point.
    if (plain.contains(point) || plain.count(group) > 1 || plain.section(group, -1).size() == 3)
        plain.remove(group);
    else
        plain.replace(group, QStringLiteral("."));
    plain.replace(point, QStringLiteral("."));
    auto amount = currency.parse(plain, field);
    if (!amount && amount.error().message.contains(plain) && plain != text)
        return currency.parse(text, field); // the error shows what was typed
    return amount;
}

QString moneyToType(Money amount, const Currency &currency) { return currency.toDecimal(amount).replace(u'.', QLocale().decimalPoint()); }

Result<std::optional<QDate>> typedDay(const QString &text, QDate today, const QString &field)
{
    const QString trimmed = text.trimmed().toLower();
    if (trimmed.isEmpty())
        return std::optional<QDate>();
    QDate day = relativeDay(trimmed, today);
    for (int attempt = 0; !day.isValid() && attempt < 3; ++attempt) {
        const QString as = text.trimmed();
        day = attempt == 0 ? QDate::fromString(as, Qt::ISODate)
                           : QLocale().toDate(as, attempt == 1 ? QLocale::ShortFormat : QLocale::LongFormat);
    }
    if (!day.isValid())
        return invalid(field, sentence("“%1” is not a day: write it like %2, +7 for a week from today, or t for today.")
                                  .arg(text.trimmed(), dayText(today)));
    // Two digits of the year mean this century.
    if (day.year() < 1970)
        day = day.addYears(100);
    return std::optional<QDate>(day);
}

} // namespace waitline
