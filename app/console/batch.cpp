#include "app/console/batch.h"

#include "app/console/commandline.h"
#include "models/exchange/jsonviews.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>
#include <cstdlib>
#include <memory>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Batch", text); }

/// A value as JSON, of any kind.
QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray refusal(const QJsonValue &id, const Error &error)
{
    return QByteArrayLiteral("{\"id\":") + jsonOf(id) + QByteArrayLiteral(",\"ok\":false,\"error\":") + jsonOf(toJson(error)) + '}';
}

/// {"SKU":UNITS, …} said as one line for each.
void addLines(Arguments &arguments, const QString &name, const QJsonObject &lines)
{
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        QJsonObject one = line.value().toObject();
        if (line.value().isString()) {
            arguments.add(name, QString(line.key() + u'=' + line.value().toString()));
            continue;
        }
        if (!line.value().isObject())
            one.insert(QStringLiteral("units"), line.value());
        one.insert(QStringLiteral("sku"), line.key());
        arguments.add(name, one);
    }
}

bool isLineItself(const QJsonObject &object)
{
    return object.contains(QStringLiteral("units")) && (object.contains(QStringLiteral("sku")) || object.contains(QStringLiteral("line")));
}

Result<Done> addValue(Arguments &arguments, const QString &name, const QJsonValue &value, bool isFlag, bool repeats)
{
    if (value.isNull() || (isFlag && value.isBool() && !value.toBool()))
        return Done{};
    if (isFlag != value.isBool() && name != u"discontinued")
        return invalid(name, isFlag ? sentence("“%1” is true or false.").arg(name)
                                    : sentence("“%1” is not true or false, it has a value.").arg(name));
    if (value.isObject() && name != u"line")
        return invalid(name, sentence("“%1” is a text or a number, not an object.").arg(name));
    if (value.isObject() && !isLineItself(value.toObject())) {
        addLines(arguments, name, value.toObject());
    } else if (value.isArray()) {
        if (!repeats && name != u"line")
            return invalid(name, sentence("“%1” takes one value, not a list.").arg(name));
        for (const QJsonValue &each : value.toArray()) {
            if (each.isArray() || each.isNull() || each.isBool())
                return invalid(name, sentence("The list “%1” holds something that is neither text, number nor line.").arg(name));
            if (auto added = addValue(arguments, name, each, false, false); !added)
                return added;
        }
    } else {
        arguments.add(name, value);
    }
    return Done{};
}

Result<Arguments> argumentsOf(const Verb &verb, const QJsonValue &args)
{
    if (!args.isObject() && !args.isUndefined() && !args.isNull())
        return invalid("args", sentence("“args” is not an object of options."));
    Arguments arguments;
    const QJsonObject given = args.toObject();
    for (auto entry = given.begin(); entry != given.end(); ++entry) {
        const QString name = QString(entry.key()).replace(u'_', u'-');
        const Option *option = verb.option(name);
        const Word *word = verb.word(name);
        if (!option && !word)
            return invalid(entry.key(), sentence("%1 has no argument “%2”.").arg(QLatin1String(verb.name), entry.key()));
        const bool isFlag = option && !option->shown;
        if (auto added = addValue(arguments, name, entry.value(), isFlag, option ? option->repeats : word->repeats); !added)
            return added.error();
    }
    for (const Word &word : verb.words) {
        if (word.isRequired && !arguments.has(QString::fromLatin1(word.name)))
            return invalid(QString::fromLatin1(word.name),
                           sentence("%1 needs “%2” in its args.").arg(QLatin1String(verb.name), QLatin1String(word.name)));
    }
    return arguments;
}

Result<const Verb *> verbOf(const QJsonValue &name)
{
    if (!name.isString())
        return invalid("verb", sentence("The line has no “verb”: name one such as \"receive\"."));
    const Verb *verb = verbNamed(name.toString().simplified());
    if (!verb)
        return invalid("verb", sentence("There is no verb “%1”: see waitlinectl --help.").arg(name.toString().left(60)));
    if (!verb->work)
        return invalid("verb", sentence("“%1” works on the command line only.").arg(QLatin1String(verb->name)));
    return verb;
}

Result<QString> textOf(const QJsonObject &request, const QString &key, const QString &otherwise)
{
    const QJsonValue value = request.value(key);
    if (value.isUndefined() || value.isNull())
        return otherwise;
    if (!value.isString() || value.toString().trimmed().isEmpty())
        return invalid(key, sentence("“%1” is not a text: put one in quotes or leave it out.").arg(key));
    return value.toString();
}

/// Whole numbers of more than 64 bits are read as the nearest one that fits.
bool isInexact(const QJsonValue &id)
{
    constexpr double largest = 9223372036854775808.0; // 2^63
    const bool isWhole = id.toInteger(0) == id.toInteger(1); // what is no whole number gives back what it is asked with
    return id.isDouble() && !isWhole && std::abs(id.toDouble()) >= largest;
}

Result<Done> knowsKeys(const QJsonObject &request)
{
    static const QStringList known{"id", "verb", "args", "uuid", "actor", "now"};
    const QStringList keys = request.keys();
    for (const QString &key : keys) {
        if (!known.contains(key))
            return invalid(key, sentence("The line has an unknown key “%1”: use id, verb, args, uuid, actor and now.").arg(key.left(60)));
    }
    return Done{};
}

} // namespace

Result<QString> Batch::carryOut(const QJsonObject &request)
{
    if (auto known = knowsKeys(request); !known)
        return known.error();
    const auto verb = verbOf(request.value(QStringLiteral("verb")));
    if (!verb)
        return verb.error();
    const auto arguments = argumentsOf(**verb, request.value(QStringLiteral("args")));
    if (!arguments)
        return arguments.error();
    const auto uuid = textOf(request, QStringLiteral("uuid"), {});
    const auto actor = textOf(request, QStringLiteral("actor"), m_actor);
    const auto now = textOf(request, QStringLiteral("now"), {});
    for (const auto *text : {&uuid, &actor, &now}) {
        if (!*text)
            return text->error();
    }
    Caller caller{*actor, 0, normalUuid(*uuid)};
    if (now->isEmpty()) {
        caller.now = m_clock();
    } else {
        const auto moment = instantFromIso(*now);
        if (!moment)
            return invalid("now", sentence("“%1” is not a moment: write it like 2026-10-14T09:30:00Z.").arg(*now));
        caller.now = *moment;
    }
    return perform(m_desk, **verb, *arguments, caller);
}

QByteArray Batch::answer(const QByteArray &line)
{
    QJsonParseError mistake{};
    const QJsonDocument document = QJsonDocument::fromJson(line, &mistake);
    if (mistake.error != QJsonParseError::NoError)
        return refusal({},
                       invalid({},
                               sentence("The line is not JSON (%1 at character %2).").arg(mistake.errorString()).arg(mistake.offset + 1)));
    if (!document.isObject())
        return refusal({}, invalid({}, sentence("The line is not a JSON object.")));
    const QJsonObject request = document.object();
    const QJsonValue id = request.contains(QStringLiteral("id")) ? request.value(QStringLiteral("id")) : QJsonValue();
    if (isInexact(id))
        return refusal({}, invalid("id", sentence("The “id” is a number too large to be given back as it is: put it in quotes.")));
    const auto result = carryOut(request);
    if (!result)
        return refusal(id, result.error());
    return QByteArrayLiteral("{\"id\":") + jsonOf(id) + QByteArrayLiteral(",\"ok\":true,\"result\":") + result->toUtf8() + '}';
}

bool Batch::run(std::FILE *input, std::FILE *output)
{
    char *text = nullptr;
    size_t room = 0;
    ssize_t length = 0;
    bool isWritten = true;
    while (isWritten && (length = ::getline(&text, &room, input)) >= 0) {
        const QByteArray line = QByteArray(text, length).trimmed();
        if (line.isEmpty())
            continue;
        const QByteArray reply = answer(line) + '\n';
        isWritten = std::fwrite(reply.constData(), 1, size_t(reply.size()), output) == size_t(reply.size()) && std::fflush(output) == 0;
    }
    std::free(text);
    return isWritten;
}

} // namespace waitline::console
