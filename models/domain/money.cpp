#include "models/domain/money.h"

#include <QCoreApplication>
#include <QHash>

namespace waitline {

namespace {

// Exponents that differ from 2, of ISO 4217 list one.
const QHash<QString, int> &unusualExponents()
{
    static const QHash<QString, int> table{{"BIF", 0}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"ISK", 0}, {"JPY", 0}, {"KMF", 0},
                                           {"KRW", 0}, {"PYG", 0}, {"RWF", 0}, {"UGX", 0}, {"UYI", 0}, {"VND", 0}, {"VUV", 0},
                                           {"XAF", 0}, {"XOF", 0}, {"XPF", 0}, {"BHD", 3}, {"IQD", 3}, {"JOD", 3}, {"KWD", 3},
                                           {"LYD", 3}, {"OMR", 3}, {"TND", 3}, {"CLF", 4}, {"UYW", 4}};
    return table;
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

Error notAnAmount(QStringView text, const QString &field)
{
    return invalid(field, QCoreApplication::translate("Money", "“%1” is not an amount: write it like 12.50.").arg(text));
}

} // namespace

Result<Currency> Currency::fromCode(const QString &code)
{
    const QString upper = code.trimmed().toUpper();
    bool letters = upper.size() == 3;
    for (QChar c : upper)
        letters = letters && c >= u'A' && c <= u'Z';
    if (!letters)
        return invalid(QStringLiteral("currency"),
                       QCoreApplication::translate("Money", "“%1” is not a currency code: use three letters such as EUR.").arg(code));
    return Currency{upper, unusualExponents().value(upper, 2)};
}

QString Currency::toDecimal(Money amount) const
{
    const quint64 magnitude = amount < 0 ? quint64(0) - quint64(amount) : quint64(amount);
    QString digits = QString::number(magnitude);
    if (exponent > 0) {
        digits = digits.rightJustified(exponent + 1, u'0');
        digits.insert(digits.size() - exponent, u'.');
    }
    return amount < 0 ? u'-' + digits : digits;
}

Result<Money> Currency::parse(QStringView text, const QString &field) const
{
    QStringView rest = text.trimmed();
    const bool negative = rest.startsWith(u'-');
    if (negative || rest.startsWith(u'+'))
        rest = rest.mid(1);
    Money whole = 0;
    int decimals = -1;
    int digits = 0;
    for (QChar c : rest) {
        if (c == u'.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < u'0' || c > u'9')
            return notAnAmount(text, field);
        ++digits;
        if (decimals >= 0 && ++decimals > exponent) {
            if (c != u'0')
                return invalid(field, QCoreApplication::translate("Money", "“%1” has more decimals than %2 has: use at most %3.")
                                          .arg(text)
                                          .arg(code)
                                          .arg(exponent));
            --decimals;
            continue;
        }
        whole = whole * 10 + (c.unicode() - u'0');
        if (whole > maximumMoney)
            return invalid(field, QCoreApplication::translate("Money", "“%1” is too large an amount.").arg(text));
    }
    if (digits == 0)
        return notAnAmount(text, field);
    whole *= powerOfTen(exponent - qMax(decimals, 0));
    if (whole > maximumMoney)
        return invalid(field, QCoreApplication::translate("Money", "“%1” is too large an amount.").arg(text));
    return negative ? -whole : whole;
}

Money proportion(Money amount, qint64 numerator, qint64 denominator)
{
    Q_ASSERT(denominator > 0);
    // __extension__: 128-bit integers are outside ISO C++, and the product may need them.
    __extension__ using Wide = __int128;
    const Wide product = Wide(amount) * numerator;
    const Wide half = denominator / 2;
    return Money((product >= 0 ? product + half : product - half) / denominator);
}

} // namespace waitline
