#include "app/console/commandline.h"

#include <QCoreApplication>
#include <QSet>
#include <QUuid>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("CommandLine", text); }

Error usage(QString message) { return invalid(QStringLiteral("usage"), std::move(message)); }

bool isGlobalFlag(const QString &name) { return name == u"json" || name == u"help" || name == u"version"; }

bool isGlobalValue(const QString &name) { return name == u"database" || name == u"actor" || name == u"now" || name == u"uuid"; }

struct GivenOption {
    QString name;
    std::optional<QString> value;
};

/// The words apart from the options.
struct Split {
    QStringList words;
    std::vector<GivenOption> options;
};

/// Whether any verb has this option with or without a value: the verb may stand after it.
std::optional<bool> takesValue(const QString &name)
{
    if (isGlobalFlag(name))
        return false;
    if (isGlobalValue(name))
        return true;
    for (const Verb &verb : allVerbs()) {
        if (const Option *option = verb.option(name))
            return option->shown != nullptr;
    }
    return std::nullopt;
}

Result<Split> split(const QStringList &given)
{
    Split split;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString &word = given[i];
        if (word == u"--") {
            split.words += given.mid(i + 1);
            break;
        }
        if (!word.startsWith(u"--")) {
            split.words += word;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        GivenOption option{word.mid(2, equals < 0 ? -1 : equals - 2), {}};
        if (equals >= 0)
            option.value = word.mid(equals + 1);
        const auto needs = takesValue(option.name);
        if (!needs)
            return usage(sentence("There is no option --%1: see waitlinectl --help.").arg(option.name));
        if (!*needs && option.value)
            return usage(sentence("--%1 takes no value: leave out “=%2”.").arg(option.name, *option.value));
        if (*needs && !option.value) {
            if (i + 1 == given.size())
                return usage(sentence("--%1 needs a value after it.").arg(option.name));
            option.value = given[++i];
        }
        split.options.push_back(std::move(option));
    }
    return split;
}

/// Finds the verb in the first one or two words and takes them away.
Result<const Verb *> takeVerb(QStringList &words)
{
    if (words.isEmpty())
        return usage(sentence("No verb is given: see waitlinectl --help."));
    for (const qsizetype length : {qsizetype(2), qsizetype(1)}) {
        if (words.size() < length)
            continue;
        if (const Verb *verb = verbNamed(words.mid(0, length).join(u' '))) {
            words.remove(0, length);
            return verb;
        }
    }
    for (const Verb &verb : allVerbs()) {
        if (QString::fromLatin1(verb.name).startsWith(words.first() + u' '))
            return usage(sentence("“%1” is half a verb: see waitlinectl --help for the words that follow it.").arg(words.first()));
    }
    return usage(sentence("There is no verb “%1”: see waitlinectl --help.").arg(words.first()));
}

Result<Done> nameWords(CommandLine &line, const QStringList &words)
{
    const std::vector<Word> &expected = line.verb->words;
    qsizetype next = 0;
    for (const Word &word : expected) {
        if (next == words.size()) {
            if (!word.isRequired)
                break;
            return usage(
                sentence("%1 needs %2: see waitlinectl %1 --help.").arg(QLatin1String(line.verb->name), QLatin1String(word.shown)));
        }
        do {
            line.arguments.add(QString::fromLatin1(word.name), words[next++]);
        } while (word.repeats && next < words.size());
    }
    if (next < words.size())
        return usage(sentence("“%1” is one word too many: see waitlinectl %2 --help.").arg(words[next], QLatin1String(line.verb->name)));
    return Done{};
}

Result<Done> applyGlobal(CommandLine &line, const GivenOption &option)
{
    if (isGlobalValue(option.name) && option.value->isEmpty())
        return usage(sentence("--%1 is empty: name one, or leave it out.").arg(option.name));
    if (option.name == u"json")
        line.json = true;
    else if (option.name == u"help")
        line.help = true;
    else if (option.name == u"version")
        line.version = true;
    else if (option.name == u"database")
        line.database = *option.value;
    else if (option.name == u"actor")
        line.actor = *option.value;
    else if (option.name == u"uuid")
        line.uuid = normalUuid(*option.value);
    else if (line.now = instantFromIso(*option.value); !line.now)
        return usage(sentence("--now “%1” is not a moment: write it like 2026-10-14T09:30:00Z.").arg(*option.value));
    return Done{};
}

Result<Done> applyOwn(CommandLine &line, const GivenOption &option)
{
    const Option *known = line.verb->option(option.name);
    if (!known)
        return usage(sentence("%1 has no option --%2: see waitlinectl %1 --help.").arg(QLatin1String(line.verb->name), option.name));
    if (!known->repeats && line.arguments.has(option.name))
        return usage(sentence("--%1 is given twice: leave one out.").arg(option.name));
    line.arguments.add(option.name, option.value ? QJsonValue(*option.value) : QJsonValue(true));
    return Done{};
}

} // namespace

QString normalUuid(const QString &text)
{
    const QUuid uuid(text);
    return uuid.isNull() ? text : uuid.toString(QUuid::WithoutBraces);
}

Result<CommandLine> parseCommandLine(const QStringList &given)
{
    auto parts = split(given);
    if (!parts)
        return parts.error();
    CommandLine line;
    std::vector<GivenOption> own;
    QSet<QString> seen;
    for (const GivenOption &option : parts->options) {
        if (isGlobalValue(option.name) && seen.contains(option.name))
            return usage(sentence("--%1 is given twice: leave one out.").arg(option.name));
        seen.insert(option.name);
        if (!isGlobalFlag(option.name) && !isGlobalValue(option.name))
            own.push_back(option);
        else if (auto applied = applyGlobal(line, option); !applied)
            return applied.error();
    }
    QStringList words = parts->words;
    if (line.version || (line.help && words.isEmpty()))
        return line;
    const auto verb = takeVerb(words);
    if (!verb)
        return verb.error();
    line.verb = *verb;
    if (line.help)
        return line;
    if (auto named = nameWords(line, words); !named)
        return named.error();
    for (const GivenOption &option : own) {
        if (auto applied = applyOwn(line, option); !applied)
            return applied.error();
    }
    return line;
}

} // namespace waitline::console
