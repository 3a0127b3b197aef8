#include "models/store/wordmatch.h"

#include "models/domain/foldedtext.h"
#include "models/store/sqldialect.h"

namespace waitline {

namespace {

constexpr qsizetype trigram = 3;

} // namespace

WordMatch WordMatch::beginning(const SqlDialect &dialect, const QStringList &columns, const QString &text)
{
    WordMatch match;
    QStringList either;
    for (const QString &column : columns) {
        either += dialect.beginsWith(column);
        match.values += dialect.beginningValues(folded(text));
    }
    match.condition = u'(' + either.join(u" OR "_qs) + u')';
    return match;
}

WordMatch WordMatch::of(const SqlDialect &dialect, const QString &table, const QStringList &columns, const QString &text)
{
    QStringList longWords;
    QStringList shortWords;
    for (const QString &word : folded(text).split(u' ', Qt::SkipEmptyParts))
        (word.size() >= trigram ? longWords : shortWords) += word;
    WordMatch match;
    QStringList all;
    for (const QString &word : longWords) {
        all += dialect.containsWord(table);
        match.values += dialect.wordPattern(word);
    }
    if (longWords.isEmpty()) {
        WordMatch first = beginning(dialect, columns, shortWords.takeFirst());
        all += first.condition;
        match.values += first.values;
    }
    for (const QString &word : shortWords) {
        all += QStringLiteral("(' ' || %1.search) LIKE ? ESCAPE '\\'").arg(table);
        match.values += QString(u"% "_qs + likeEscaped(word) + u'%');
    }
    match.condition = all.join(u" AND "_qs);
    return match;
}

} // namespace waitline
