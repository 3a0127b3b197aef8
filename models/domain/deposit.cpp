#include "models/domain/deposit.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {
constexpr qint64 wholeInHundredths = 10'000; // 100 % in hundredths of a percent
}

Money DepositTerms::required(Units units, Money unitPrice) const
{
    switch (kind) {
    case Kind::None: return 0;
    case Kind::Percent: return proportion(units * unitPrice, value, wholeInHundredths);
    case Kind::Fixed: return units * std::min(value, unitPrice);
    }
    Q_UNREACHABLE();
}

Result<DepositTerms> DepositTerms::parse(const QString &text, const Currency &currency)
{
    const QString field = QStringLiteral("deposit");
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return DepositTerms{};
    const bool percent = trimmed.endsWith(u'%');
    // A percentage has two decimals whatever the currency has.
    const Currency scale = percent ? Currency{QStringLiteral("%"), 2} : currency;
    const auto value = scale.parse(percent ? QStringView(trimmed).chopped(1) : QStringView(trimmed), field);
    if (!value)
        return value.error();
    if (*value < 0 || (percent && *value > wholeInHundredths))
        return invalid(field, QCoreApplication::translate("DepositTerms",
                                                          "“%1” is not a deposit: use a share from 0% to 100% or an amount such as 5.00.")
                                  .arg(text));
    if (*value == 0)
        return DepositTerms{};
    return DepositTerms{percent ? Kind::Percent : Kind::Fixed, *value};
}

QString DepositTerms::text(const Currency &currency) const
{
    switch (kind) {
    case Kind::None: return {};
    case Kind::Percent: {
        QString number = QString::number(value / 100);
        if (value % 100 != 0)
            number += u'.' + QString::number(value % 100).rightJustified(2, u'0');
        return number + u'%';
    }
    case Kind::Fixed: return currency.toDecimal(value);
    }
    Q_UNREACHABLE();
}

} // namespace waitline
