#include "models/domain/currencycodes.h"

#include <QCoreApplication>

namespace waitline {

namespace {

/// The money of ISO 4217 that is paid with or counted in; without metals, funds and test codes.
constexpr const char *codesOfToday =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UYW UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ";

} // namespace

Result<Currency> enteredCurrency(const QString &code)
{
    auto currency = Currency::fromCode(code);
    if (!currency || QLatin1String(codesOfToday).contains(QString(currency->code + u' ')))
        return currency;
    return invalid(QStringLiteral("currency"),
                   QCoreApplication::translate("Money", "“%1” is no currency of ISO 4217: use its three letters, such as EUR, USD or JPY.")
                       .arg(code.trimmed()));
}

} // namespace waitline
