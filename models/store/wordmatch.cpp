#include "models/store/wordmatch.h"

#include "models/domain/foldedtext.h"
#include "models/domain/spelling.h"
#include "models/store/sqldialect.h"

#include <vector>

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

WordMatch WordMatch::of(const SqlDialect &dialect, const QString &table, const QStringList &columns, const QString &text,
                        std::optional<int> enough)
{
    std::vector<QStringList> longWords;
    std::vector<QStringList> shortWords;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        QStringList ways = spellings(word);
        if (ways.isEmpty())
            continue;
        const bool isLong = ways.front().size() >= trigram;
        if (isLong)
            ways.removeIf([](const QString &way) { return way.size() < trigram; });
        (isLong ? longWords : shortWords).push_back(ways);
    }
    WordMatch match;
    QStringList all;
    const bool isOneWord = longWords.size() == 1 && shortWords.empty(); // some of one word's rows may lack another
    for (const QStringList &ways : longWords) {
        all += isOneWord && enough ? dialect.containsWordInSome(table, int(ways.size()), *enough)
                                   : dialect.containsWord(table, int(ways.size()));
        match.values += dialect.wordPatterns(ways);
    }
    if (longWords.empty()) {
        WordMatch first = beginning(dialect, columns, shortWords.front().front());
        shortWords.erase(shortWords.begin());
        all += first.condition;
        match.values += first.values;
    }
    for (const QStringList &ways : shortWords) {
        all += QStringLiteral("(' ' || %1.search) LIKE ? ESCAPE '\\'").arg(table);
        match.values += QString(u"% "_qs + likeEscaped(ways.front()) + u'%');
    }
    match.condition = all.join(u" AND "_qs);
    return match;
}

} // namespace waitline
