#include "models/exchange/cells.h"

#include "models/domain/foldedtext.h"

#include <QCryptographicHash>

namespace waitline {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool allDigits(QByteArrayView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit); }

} // namespace

void CellStyleEvidence::see(QByteArrayView cell)
{
    m_seen += !cell.isEmpty();
    if (cell.isEmpty() || cell.size() > 40)
        return;
    seeDate(cell);
    seeNumber(cell);
}

void CellStyleEvidence::add(const CellStyleEvidence &other)
{
    m_seen += other.m_seen;
    m_commas += other.m_commas;
    m_points += other.m_points;
    m_daysFirst += other.m_daysFirst;
    m_monthsFirst += other.m_monthsFirst;
    m_unclearDates += other.m_unclearDates;
}

CellStyle CellStyleEvidence::style(CellStyle fallback) const
{
    if (m_commas != m_points)
        fallback.decimalSign = m_commas > m_points ? ',' : '.';
    if (m_daysFirst != m_monthsFirst)
        fallback.dayBeforeMonth = m_daysFirst > m_monthsFirst;
    return fallback;
}

void CellStyleEvidence::seeNumber(QByteArrayView cell)
{
    const qsizetype comma = cell.lastIndexOf(',');
    const qsizetype point = cell.lastIndexOf('.');
    const qsizetype last = qMax(comma, point);
    if (last < 0)
        return;
    // Not a number at all when other text stands around or between the digits and signs.
    qsizetype end = last + 1;
    while (end < cell.size() && isDigit(cell[end]))
        ++end;
    for (qsizetype i = 0; i < last; ++i) {
        if (isDigit(cell[i]) && i + 1 < last && !isDigit(cell[i + 1]) && !QByteArrayView(",.' \xC2\xE2").contains(cell[i + 1]))
            return;
    }
    const qsizetype decimals = end - last - 1;
    const bool bothSigns = comma >= 0 && point >= 0;
    const bool repeated = cell.count(cell[last]) > 1;
    // A lone sign before exactly three digits may be either; one that comes twice groups.
    if (decimals == 0 || (repeated && decimals != 3) || (!bothSigns && !repeated && decimals == 3))
        return;
    const bool decimalComma = repeated ? cell[last] == '.' : last == comma;
    ++(decimalComma ? m_commas : m_points);
}

void CellStyleEvidence::seeDate(QByteArrayView cell)
{
    const qsizetype sign = cell.indexOf('/') >= 0 ? cell.indexOf('/') : cell.indexOf('-');
    if (sign < 1 || sign > 2 || !allDigits(cell.first(sign)))
        return;
    const qsizetype next = cell.indexOf(cell[sign], sign + 1);
    if (next < 0 || !allDigits(cell.sliced(sign + 1, next - sign - 1)))
        return;
    const int first = cell.first(sign).toByteArray().toInt();
    const int second = cell.sliced(sign + 1, next - sign - 1).toByteArray().toInt();
    m_daysFirst += first > 12 && second <= 12;
    m_monthsFirst += second > 12 && first <= 12;
    m_unclearDates += first != second && first <= 12 && second <= 12;
}

std::optional<bool> parseYes(QByteArrayView cell)
{
    const QByteArray word = cell.trimmed().toByteArray().toLower();
    for (const char *yes : {"yes", "true", "1", "y", "x", "on"}) {
        if (word == yes)
            return true;
    }
    for (const char *no : {"", "no", "false", "0", "n", "off"}) {
        if (word == no)
            return false;
    }
    return std::nullopt;
}

QString textOf(QByteArrayView cell)
{
    QString text = QString::fromUtf8(cell.trimmed());
    if (text.contains(QChar(u'\0')))
        text.remove(QChar(u'\0'));
    if (text.size() > 1 && text[0] == u'\'' && QStringView(u"=+-@").contains(text[1]))
        text.remove(0, 1);
    return text;
}

QByteArrayView codeOf(QByteArrayView cell)
{
    QByteArrayView code = cell.trimmed();
    if (code.size() > 3 && code.startsWith("=\"") && code.endsWith('"'))
        return code.sliced(2).chopped(1).trimmed();
    if (code.size() > 1 && code.front() == '\'')
        return code.sliced(1).trimmed();
    return code;
}

QByteArrayView wholeCodeOf(QByteArrayView cell)
{
    const QByteArrayView code = codeOf(cell);
    if (code.endsWith(".0") && allDigits(code.chopped(2)))
        return code.chopped(2);
    return code;
}

QString skuFromName(const QString &name)
{
    constexpr qsizetype longest = 60;
    QString sku;
    for (const QChar c : folded(name)) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            sku.append(c);
        else if (!sku.isEmpty() && !sku.endsWith(u'-'))
            sku.append(u'-');
    }
    while (sku.endsWith(u'-'))
        sku.chop(1);
    if (!sku.isEmpty() && sku.size() <= longest)
        return sku;
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex().first(8);
    return (sku.isEmpty() ? QStringLiteral("item") : sku.left(longest - 9)) + u'-' + QString::fromLatin1(digest);
}

} // namespace waitline
