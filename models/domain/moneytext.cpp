#include "models/domain/moneytext.h"

#include <QLocale>

namespace waitline {

QString moneyText(Money amount, const Currency &currency)
{
    const QLocale locale;
    const QString plain = currency.toDecimal(amount);
    const QString whole = plain.section(u'.', 0, 0);
    // "-0" keeps its sign: the number alone would lose it.
    QString text = locale.toString(whole.toLongLong());
    if (amount < 0 && whole.toLongLong() == 0)
        text.prepend(locale.negativeSign());
    if (currency.exponent == 0)
        return text;
    text += locale.decimalPoint();
    for (QChar digit : plain.section(u'.', 1))
        text += locale.toString(digit.digitValue());
    return text;
}

QString moneyWithCode(Money amount, const Currency &currency) { return moneyText(amount, currency) + u' ' + currency.code; }

} // namespace waitline
