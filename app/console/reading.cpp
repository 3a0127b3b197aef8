#include "app/console/reading.h"

#include "models/domain/order.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Arguments", text); }
constexpr qsizetype longestText = 10'000;

/// How a value looks in a sentence; long ones are cut.
QString shown(const QJsonValue &value)
{
    constexpr qsizetype longest = 60;
    QString text;
    if (value.isString())
        text = value.toString();
    else if (value.isBool())
        text = value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    else if (value.isDouble())
        text = QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    else
        text = value.isArray() ? QStringLiteral("[…]") : QStringLiteral("{…}");
    return text.size() > longest ? text.left(longest) + u'…' : text;
}

/// Whether it is a whole number that is larger than any the program counts with.
bool isTooLarge(const QJsonValue &value)
{
    constexpr double limit = 9.2e18;
    static const QRegularExpression digits(QStringLiteral("^\\s*[+-]?[0-9]{19,}\\s*$"));
    return value.isDouble() ? std::abs(value.toDouble()) >= limit : digits.match(value.toString()).hasMatch();
}

} // namespace

QString Reading::fieldOf(const char *name) { return QString::fromLatin1(name).replace(u'-', u'_'); }

void Reading::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void Reading::refuse(const char *name, const QString &message) { fail(invalid(fieldOf(name), message)); }

QJsonValue Reading::value(const char *name) const
{
    const QJsonArray values = m_arguments.values(QString::fromLatin1(name));
    return values.isEmpty() ? QJsonValue(QJsonValue::Undefined) : values.last();
}

QString Reading::textOf(const QJsonValue &value, const QString &field)
{
    if (const QString text = value.toString(); value.isString()) {
        if (text.contains(QChar(u'\0')) || !text.isValidUtf16())
            fail(invalid(field, sentence("%1 holds a sign that is no character: write it without.").arg(field)));
        if (text.size() > longestText)
            fail(invalid(field, sentence("%1 is too long: use at most 10,000 characters.").arg(field)));
        return text;
    }
    // Numbers stand for their digits: 4006381333931 is a barcode.
    if (value.isDouble() && value.toInteger(-1) >= 0)
        return QString::number(value.toInteger());
    fail(invalid(field, sentence("“%1” is not a text for %2: put it in quotes.").arg(shown(value), field)));
    return {};
}

QString Reading::text(const char *name) { return has(name) ? textOf(value(name), fieldOf(name)) : QString(); }

QStringList Reading::texts(const char *name)
{
    QStringList texts;
    for (const QJsonValue &each : m_arguments.values(QString::fromLatin1(name)))
        texts += textOf(each, fieldOf(name));
    return texts;
}

bool Reading::flag(const char *name)
{
    if (!has(name))
        return false;
    const QJsonValue given = value(name);
    if (!given.isBool())
        refuse(name, sentence("“%1” is not true or false.").arg(shown(given)));
    return given.toBool();
}

bool Reading::yesOrNo(const char *name)
{
    const QJsonValue given = value(name);
    if (given.isBool())
        return given.toBool();
    if (given.toString() != u"yes" && given.toString() != u"no")
        refuse(name, sentence("“%1” is not yes or no.").arg(shown(given)));
    return given.toString() == u"yes";
}

std::optional<qint64> Reading::integerOf(const QJsonValue &value, const QString &field, qint64 least, qint64 most)
{
    bool isWhole = false;
    qint64 number = 0;
    if (value.isString()) {
        number = value.toString().trimmed().toLongLong(&isWhole);
    } else if (value.isDouble()) {
        // Two different defaults tell a whole number from one that is none.
        number = value.toInteger(0);
        isWhole = number != 0 || value.toInteger(1) == 0;
    }
    if (!isWhole && isTooLarge(value)) {
        fail(invalid(field, sentence("“%1” is out of range for %2: use %3 to %4.").arg(shown(value), field).arg(least).arg(most)));
        return std::nullopt;
    }
    if (!isWhole) {
        fail(invalid(field, sentence("“%1” is not a whole number for %2.").arg(shown(value), field)));
        return std::nullopt;
    }
    if (number < least || number > most) {
        fail(invalid(field, sentence("%1 is out of range for %2: use %3 to %4.").arg(number).arg(field).arg(least).arg(most)));
        return std::nullopt;
    }
    return number;
}

/// Any number: which units are right says the service. What is no number any more is told the limit of a line.
std::optional<Units> Reading::unitsOf(const QJsonValue &value, const QString &field, Units least)
{
    if (isTooLarge(value)) {
        fail(invalid(field, sentence("“%1” is out of range for %2: use %3 to %4.")
                                .arg(shown(value), field, QString::number(0), QLocale(QLocale::English).toString(mostUnitsOfALine))));
        return std::nullopt;
    }
    return integerOf(value, field, least, std::numeric_limits<Units>::max());
}

std::optional<qint64> Reading::integer(const char *name, qint64 least, qint64 most)
{
    if (!has(name))
        return std::nullopt;
    return integerOf(value(name), fieldOf(name), least, most);
}

std::optional<Units> Reading::units(const char *name)
{
    if (!has(name))
        return std::nullopt;
    return unitsOf(value(name), fieldOf(name), std::numeric_limits<Units>::min());
}

std::optional<Money> Reading::moneyOf(const QJsonValue &value, const QString &field)
{
    if (!value.isString() && !value.isDouble()) {
        fail(invalid(field, sentence("“%1” is not an amount: write it like \"12.50\".").arg(shown(value))));
        return std::nullopt;
    }
    const auto amount = m_currency.parse(shown(value).trimmed(), field);
    if (!amount) {
        fail(amount.error());
        return std::nullopt;
    }
    return *amount;
}

std::optional<Money> Reading::money(const char *name)
{
    if (!has(name))
        return std::nullopt;
    return moneyOf(value(name), fieldOf(name));
}

std::optional<QDate> Reading::day(const char *name)
{
    if (!has(name))
        return std::nullopt;
    const QString given = text(name).trimmed();
    const QDate day = given.size() == 10 ? QDate::fromString(given, QStringLiteral("yyyy-MM-dd")) : QDate();
    if (!day.isValid()) {
        refuse(name, sentence("“%1” is not a day: write it like 2026-10-14.").arg(given));
        return std::nullopt;
    }
    return day;
}

std::optional<Instant> Reading::instant(const char *name)
{
    if (!has(name))
        return std::nullopt;
    const QString given = text(name);
    const auto moment = instantFromIso(given);
    if (!moment)
        refuse(name, sentence("“%1” is not a moment: write it like 2026-10-14T09:30:00Z.").arg(given));
    return moment;
}

std::optional<AllocationPolicy> Reading::policy(const char *name)
{
    if (!has(name))
        return std::nullopt;
    const QString given = text(name);
    const auto policy = policyFromWord(given);
    if (!policy)
        refuse(name, sentence("“%1” is not a policy: use first-come, whole-lines, fair-share, one-each or paid-first.").arg(given));
    return policy;
}

std::vector<LineWords> Reading::lines(const char *name)
{
    std::vector<LineWords> lines;
    for (const QJsonValue &each : m_arguments.values(QString::fromLatin1(name)))
        lines.push_back(line(each, fieldOf(name)));
    return lines;
}

LineWords Reading::line(const QJsonValue &value, const QString &field)
{
    if (value.isObject())
        return lineOfObject(value.toObject(), field);
    if (value.isString())
        return lineOfText(textOf(value, field), field);
    return {textOf(value, field), {}, {}, 0};
}

/// The parts from the end forward, because a SKU may hold any sign.
LineWords Reading::lineOfText(QString text, const QString &field)
{
    LineWords words;
    static const QString damagedMark = QStringLiteral(",damaged=");
    if (const qsizetype mark = text.lastIndexOf(damagedMark); mark >= 0) {
        words.damaged = unitsOf(text.mid(mark + damagedMark.size()), field, 0).value_or(0);
        text.truncate(mark);
    }
    const qsizetype equals = text.lastIndexOf(u'=');
    words.name = equals < 0 ? text : text.left(equals);
    if (equals < 0)
        return words;
    QString units = text.mid(equals + 1);
    if (const qsizetype at = units.indexOf(u'@'); at >= 0) {
        words.price = moneyOf(units.mid(at + 1), field);
        units.truncate(at);
    }
    words.units = unitsOf(units, field, std::numeric_limits<Units>::min());
    return words;
}

LineWords Reading::lineOfObject(const QJsonObject &object, const QString &field)
{
    LineWords words;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString key = entry.key();
        if (key == u"sku" || key == u"line")
            words.name = textOf(entry.value(), field);
        else if (key == u"units" || key == u"accepted")
            words.units = unitsOf(entry.value(), field, std::numeric_limits<Units>::min());
        else if (key == u"price" || key == u"cost")
            words.price = moneyOf(entry.value(), field);
        else if (key == u"damaged")
            words.damaged = unitsOf(entry.value(), field, 0).value_or(0);
        else
            fail(invalid(field, sentence("A line has no “%1”: use sku or line, units, price or cost, damaged.").arg(key)));
    }
    return words;
}

} // namespace waitline::console
