#include "models/exchange/cells.h"

#include <QCoreApplication>

namespace waitline {

namespace {

enum class Fault { None, NoNumber, Grouping, TooLarge };

/// A decimal number as written: digits ÷ 10^decimals.
struct Decimal {
    qint64 digits = 0;
    int decimals = 0;
    bool negative = false;
    Fault fault = Fault::None;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

QString shown(QByteArrayView cell)
{
    QString text = QString::fromUtf8(cell.trimmed());
    if (text.size() > 40)
        text = text.left(40) + u'…';
    return text;
}

// Groups are three digits each, after one to three in front: "1,00" is no thousand.
class Scanner final {
public:
    Scanner(char decimalSign, int keptDecimals)
        : m_decimalSign(decimalSign)
        , m_groupSign(decimalSign == '.' ? ',' : '.')
        , m_kept(keptDecimals)
    {}

    Decimal scan(QByteArrayView text)
    {
        for (const char c : text) {
            if (isDigit(c))
                takeDigit(c);
            else if (c == m_decimalSign && !m_inDecimals)
                endWhole();
            else if ((c == m_groupSign || c == '\'' || c == ' ') && !m_inDecimals)
                takeGroup(c);
            else
                m_number.fault = Fault::NoNumber;
            if (m_number.fault != Fault::None)
                return m_number;
        }
        endWhole();
        if (m_anyDigit)
            return m_number;
        m_number.fault = Fault::NoNumber;
        return m_number;
    }

private:
    void takeDigit(char c)
    {
        m_anyDigit = true;
        ++m_run;
        if (m_inDecimals && m_number.decimals == m_kept) {
            // One digit more decides the rounding; zeros behind it change nothing.
            if (std::exchange(m_decided, true))
                return;
            m_roundUp = c >= '5';
            return;
        }
        if (m_number.digits > 900'000'000'000'000) {
            m_number.fault = Fault::TooLarge;
            return;
        }
        m_number.digits = m_number.digits * 10 + (c - '0');
        m_number.decimals += m_inDecimals;
    }
    void takeGroup(char sign)
    {
        if ((m_usedGroup != '\0' && (m_usedGroup != sign || m_run != 3)) || m_run == 0 || m_run > 3)
            m_number.fault = Fault::Grouping;
        m_usedGroup = sign;
        m_run = 0;
    }
    void endWhole()
    {
        if (m_inDecimals) {
            m_number.digits += m_roundUp;
            return;
        }
        if (m_usedGroup != '\0' && m_run != 3)
            m_number.fault = Fault::Grouping;
        m_inDecimals = true;
    }

    char m_decimalSign;
    char m_groupSign;
    int m_kept;
    Decimal m_number;
    char m_usedGroup = '\0';
    int m_run = 0;
    bool m_inDecimals = false;
    bool m_anyDigit = false;
    bool m_decided = false;
    bool m_roundUp = false;
};

// No-break spaces, plain and narrow, group thousands in French files; U+2212 is the typesetter's minus.
QByteArray plainSigns(QByteArrayView text)
{
    QByteArray plain = text.toByteArray();
    plain.replace("\xC2\xA0", " ").replace("\xE2\x80\xAF", " ").replace("\xE2\x88\x92", "-");
    return plain;
}

bool isPlainAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
}

Decimal scanDecimal(QByteArrayView cell, char decimalSign, int keptDecimals)
{
    QByteArrayView text = cell.trimmed();
    bool negative = false;
    if (text.startsWith('-') || text.startsWith('+')) {
        negative = text.front() == '-';
        text = text.sliced(1).trimmed();
    }
    Decimal number = Scanner(decimalSign, keptDecimals).scan(text);
    number.negative = negative;
    return number;
}

Error numberError(const Decimal &number, QByteArrayView cell, const QString &example)
{
    if (number.fault == Fault::TooLarge)
        return invalid({}, QCoreApplication::translate("Import", "“%1” is too large a number.").arg(shown(cell)));
    if (number.fault == Fault::Grouping)
        return invalid(
            {}, QCoreApplication::translate("Import", "“%1” mixes up decimals and thousands: write it like %2.").arg(shown(cell), example));
    return invalid({}, QCoreApplication::translate("Import", "“%1” is not a number: write it like %2.").arg(shown(cell), example));
}

bool isCurrencyCharacter(char c)
{
    return static_cast<uchar>(c) >= 0x80 || c == '$' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '\t';
}

struct Amount {
    QByteArray number;
    QByteArray code; ///< the three letters beside it, if any
};

// Takes the currency signs and codes off both ends: "US$ 5" , "$25.00 USD", "12,00 €", "(5.00)".
Amount bareAmount(QByteArrayView cell)
{
    QByteArray text = plainSigns(cell.trimmed());
    const bool bracketed = text.startsWith('(') && text.endsWith(')');
    if (bracketed)
        text = text.mid(1, text.size() - 2);
    const bool minus = text.startsWith('-');
    qsizetype from = minus ? 1 : 0;
    qsizetype to = text.size();
    while (from < to && isCurrencyCharacter(text[from]))
        ++from;
    while (to > from && isCurrencyCharacter(text[to - 1]))
        --to;
    Amount amount;
    for (const QByteArray &side : {text.mid(minus ? 1 : 0, from - (minus ? 1 : 0)).trimmed(), text.mid(to).trimmed()}) {
        const bool letters = std::all_of(side.begin(), side.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (side.size() == 3 && letters)
            amount.code = side;
        else if (from == to)
            break;
    }
    amount.number = text.mid(from, to - from);
    if (minus || bracketed)
        amount.number.prepend('-');
    return amount;
}

qint64 scaled(const Decimal &number, int decimals)
{
    qint64 value = number.digits;
    for (int i = number.decimals; i < decimals; ++i)
        value *= 10;
    return number.negative ? -value : value;
}

} // namespace

Result<Units> parseUnits(QByteArrayView cell, CellStyle style)
{
    const Decimal number =
        isPlainAscii(cell) ? scanDecimal(cell, style.decimalSign, 6) : scanDecimal(plainSigns(cell), style.decimalSign, 6);
    if (number.fault != Fault::None)
        return numberError(number, cell, QStringLiteral("5"));
    qint64 value = number.digits;
    for (int i = 0; i < number.decimals; ++i) {
        if (value % 10 != 0)
            return invalid({}, QCoreApplication::translate("Import", "“%1” is not a whole number of units.").arg(shown(cell)));
        value /= 10;
    }
    return number.negative ? -value : value;
}

Result<Money> parseMoney(QByteArrayView cell, CellStyle style, const Currency &currency, ExcessDecimals excess)
{
    // Refusing looks at six decimals more; rounding cuts where the currency ends.
    const int kept = excess == ExcessDecimals::Round ? currency.exponent : currency.exponent + 6;
    Amount amount;
    QByteArrayView text = cell.trimmed();
    if (!text.isEmpty() && !(isDigit(text.front()) && isDigit(text.back()) && isPlainAscii(text))) {
        amount = bareAmount(text);
        text = amount.number;
    }
    Decimal number = scanDecimal(text, style.decimalSign, kept);
    if (number.fault != Fault::None)
        return numberError(number, cell, style.decimalSign == '.' ? QStringLiteral("12.50") : QStringLiteral("12,50"));
    if (!amount.code.isEmpty() && !currency.code.isEmpty() && QLatin1String(amount.code) != currency.code)
        return invalid(
            {}, QCoreApplication::translate("Import", "“%1” is not in %2, the currency of this database.").arg(shown(cell), currency.code));
    for (; number.decimals > currency.exponent; --number.decimals) {
        if (number.digits % 10 != 0)
            return invalid({}, QCoreApplication::translate("Import", "“%1” has more decimals than %2 has: use at most %3.")
                                   .arg(shown(cell), currency.code)
                                   .arg(currency.exponent));
        number.digits /= 10;
    }
    // Checked before the scaling, which then cannot overflow.
    if (number.digits > maximumMoney || scaled(number, currency.exponent) > maximumMoney ||
        scaled(number, currency.exponent) < -maximumMoney)
        return invalid({}, QCoreApplication::translate("Import", "“%1” is too large an amount.").arg(shown(cell)));
    return scaled(number, currency.exponent);
}

Result<qint64> parseScaled(QByteArrayView cell, CellStyle style, int decimals)
{
    const Decimal number = scanDecimal(cell, style.decimalSign, decimals);
    if (number.fault != Fault::None || number.digits > maximumMoney)
        return numberError(number, cell, QStringLiteral("0.15"));
    return scaled(number, decimals);
}

} // namespace waitline
