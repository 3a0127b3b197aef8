#include "ui/forms/typed.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace waitline {

namespace {

/// What only makes a number easier to read: blanks of every width, and the apostrophes of Switzerland.
bool isFiller(QChar sign) { return sign.isSpace() || sign == u'\'' || sign == u'\u2019'; }

/// Where the decimals begin; -1 for an amount without any. Of two different signs the last one is the decimal point, in
/// every language. One alone that is not the locale's own is one before one or two last digits, else it groups.
qsizetype decimalPoint(const QString &number, QChar localePoint)
{
    const auto isSign = [](QChar sign) { return !sign.isDigit() && sign != u'-'; };
    const auto last = std::find_if(number.crbegin(), number.crend(), isSign);
    if (last == number.crend())
        return -1;
    const qsizetype at = number.crend() - last - 1;
    const bool isOnlyOne = std::none_of(number.cbegin(), number.cbegin() + at, isSign);
    if (!isOnlyOne)
        return number.count(*last) == 1 ? at : -1;
    constexpr qsizetype digitsOfGroup = 3;
    return *last == localePoint || number.size() - at - 1 != digitsOfGroup ? at : -1;
}

/// The digits of "1,204,000"; none where the signs do not stand between groups. India's groups of two are some, too.
QString ungrouped(const QString &whole, QChar group)
{
    const QStringList groups = whole.split(group);
    const bool isNegative = groups.front().startsWith(u'-');
    bool isGrouped = groups.front().size() - isNegative <= 3 && groups.front().size() > isNegative && groups.back().size() == 3;
    for (qsizetype i = 1; i + 1 < groups.size(); ++i)
        isGrouped = isGrouped && (groups[i].size() == 2 || groups[i].size() == 3);
    const bool isOneNumber = groups.size() == 1 && whole != u'-';
    return isGrouped || isOneNumber ? groups.join(QString()) : QString();
}

QChar groupSign(const QString &whole)
{
    const auto sign = std::find_if(whole.cbegin(), whole.cend(), [](QChar each) { return !each.isDigit() && each != u'-'; });
    return sign == whole.cend() ? QChar(u',') : *sign;
}

} // namespace

Result<Money> typedMoney(const QString &text, const Currency &currency, const QString &field)
{
    QString number = text.trimmed();
    if (number.isEmpty())
        return invalid(field, QCoreApplication::translate("Typed", "No amount is given: write it like 12.50."));
    number.removeIf(isFiller);
    const qsizetype at = decimalPoint(number, QLocale().decimalPoint().front());
    const QString whole = at < 0 ? number : number.left(at);
    const QString digits = ungrouped(whole, groupSign(whole));
    const QString plain = at < 0 ? digits : digits + u'.' + number.mid(at + 1);
    if (digits.isEmpty() && !whole.isEmpty())
        return currency.parse(text, field); // which refuses it, and shows what was typed
    auto amount = currency.parse(plain, field);
    if (!amount && plain != text)
        return currency.parse(text, field);
    return amount;
}

QString moneyToType(Money amount, const Currency &currency) { return currency.toDecimal(amount).replace(u'.', QLocale().decimalPoint()); }

} // namespace waitline
