#include "app/console/usage.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Usage", text); }

QString wordsOf(const Verb &verb)
{
    QString text = QString::fromLatin1(verb.name);
    for (const Word &word : verb.words) {
        const QString shown = QString::fromLatin1(word.shown) + (word.repeats ? QStringLiteral("…") : QString());
        text += word.isRequired ? QString(u' ' + shown) : QString(QStringLiteral(" [") + shown + u']');
    }
    return text;
}

QString shown(const Option &option)
{
    QString text = QStringLiteral("--") + QLatin1String(option.name);
    if (option.shown)
        text += u' ' + QString::fromLatin1(option.shown);
    return option.repeats ? QString(text + u'…') : text;
}

} // namespace

QString usageText()
{
    QString text = sentence("Usage: waitlinectl [--database LOCATION] [--json] [--actor NAME] [--now ISO8601] [--uuid UUID] VERB …\n"
                            "LOCATION is a file or postgresql://user@host:port/name. Verbs:\n");
    qsizetype widest = 0;
    for (const Verb &verb : allVerbs())
        widest = std::max(widest, wordsOf(verb).size());
    for (const Verb &verb : allVerbs())
        text += QStringLiteral("  ") + wordsOf(verb).leftJustified(widest + 2) + QString::fromUtf8(verb.purpose) + u'\n';
    return text + sentence("waitlinectl VERB --help tells a verb's options. Exit status: 0 done, 1 refused, 2 wrong usage,\n"
                           "3 the database could not be used.\n");
}

QString usageText(const Verb &verb)
{
    QString text = sentence("Usage: waitlinectl %1").arg(wordsOf(verb));
    for (const Option &option : verb.options)
        text += QStringLiteral(" [") + shown(option) + u']';
    return text + u'\n' + sentence("It %1.").arg(QString::fromUtf8(verb.purpose)) + u'\n';
}

} // namespace waitline::console
