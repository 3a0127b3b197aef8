#include "models/domain/spelling.h"

#include "models/domain/foldedtext.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr qsizetype mostSpellings = 12;
constexpr qsizetype fewestLetters = 3; ///< of a word that one letter more or less does not make another one

struct Letter {
    char16_t letter;
    QStringList ways; ///< as it may stand folded, its own way first
};

const Letter letters[] = {
    {u'ä', {u"a"_qs, u"ae"_qs}},          {u'ö', {u"o"_qs, u"oe"_qs, u"ø"_qs}}, {u'ü', {u"u"_qs, u"ue"_qs}}, {u'å', {u"a"_qs, u"aa"_qs}},
    {u'ø', {u"ø"_qs, u"o"_qs, u"oe"_qs}}, {u'æ', {u"æ"_qs, u"ae"_qs, u"a"_qs}}, {u'œ', {u"œ"_qs, u"oe"_qs}}, {u'ł', {u"ł"_qs, u"l"_qs}},
    {u'đ', {u"đ"_qs, u"d"_qs}},           {u'ß', {u"ß"_qs, u"ss"_qs}},
};

/// A plain letter that may stand for one with a stroke, which folding leaves as it is.
constexpr std::pair<char16_t, char16_t> stroked[] = {{u'l', u'ł'}, {u'o', u'ø'}, {u'd', u'đ'}};

/// Whether two letters stand for an umlaut: not at the end of a word, where "shoe" would be "sho" too, and no "eue", "aue"
/// or "que".
bool isUmlaut(QStringView word, qsizetype at)
{
    if (at + 2 >= word.size() || word[at + 1] != u'e')
        return false;
    if (word[at] == u'a' || word[at] == u'o')
        return true;
    return word[at] == u'u' && (at == 0 || !QStringView(u"aeq").contains(word[at - 1]));
}

bool isDoubleS(QStringView word, qsizetype at) { return word[at] == u's' && at + 1 < word.size() && word[at + 1] == u's'; }

QStringList waysOf(char16_t umlaut)
{
    switch (umlaut) {
    case u'a': return {u"ae"_qs, u"a"_qs, u"æ"_qs};
    case u'o': return {u"oe"_qs, u"o"_qs, u"ø"_qs};
    default: return {u"ue"_qs, u"u"_qs};
    }
}

const Letter *letterOf(QChar c)
{
    const auto *found = std::find_if(std::begin(letters), std::end(letters), [c](const Letter &each) { return c == each.letter; });
    return found == std::end(letters) ? nullptr : found;
}

/// The plain letter that a special one is taken for.
QString plainLetter(const Letter &letter)
{
    if (letter.letter == u'ß')
        return u"ss"_qs;
    constexpr char16_t firstBeyondAscii = 0x80;
    return std::find_if(letter.ways.begin(), letter.ways.end(), [](const QString &way) { return way.front() < firstBeyondAscii; })->left(1);
}

/// Each beginning with each way to go on, as many as are looked for.
void goOn(QStringList &begun, const QStringList &ways)
{
    QStringList longer;
    for (const QString &way : ways) {
        for (const QString &beginning : std::as_const(begun))
            longer += beginning + way;
    }
    begun = longer.mid(0, mostSpellings);
}

/// Small letters, each in one character with its accents; white space is left as it is.
QString smallLetters(QStringView text) { return text.toString().normalized(QString::NormalizationForm_C).toCaseFolded(); }

} // namespace

QStringList spellings(QStringView text)
{
    const QString word = smallLetters(text);
    QStringList found{QString()};
    for (qsizetype at = 0; at < word.size(); ++at) {
        if (const Letter *letter = letterOf(word[at]))
            goOn(found, letter->ways);
        else if (isUmlaut(word, at))
            goOn(found, waysOf(word[at++].unicode()));
        else if (isDoubleS(word, at)) {
            goOn(found, {u"ss"_qs, u"ß"_qs});
            ++at;
        } else
            goOn(found, {folded(QStringView(word).mid(at, 1))});
    }
    const QString plain = folded(text);
    for (qsizetype at = 0; plain.size() >= fewestLetters && at < plain.size(); ++at) {
        for (const auto &[letter, other] : stroked) {
            if (plain[at] == letter && found.size() < mostSpellings)
                found += QString(plain).replace(at, 1, QChar(other));
        }
    }
    found.removeAll(plain);
    if (!plain.isEmpty())
        found.prepend(plain);
    found.removeAll(QString());
    found.removeDuplicates();
    return found;
}

QString nameKey(QStringView name)
{
    QString spelled;
    for (QChar c : smallLetters(name))
        spelled += c.isLetterOrNumber() || c.isMark() ? c : QChar(u' ');
    QStringList words;
    for (const QString &word : spelled.split(u' ', Qt::SkipEmptyParts)) {
        QString key;
        for (qsizetype at = 0; at < word.size(); ++at) {
            const Letter *letter = letterOf(word[at]);
            key += letter ? plainLetter(*letter) : folded(QStringView(word).mid(at, 1));
            at += !letter && isUmlaut(word, at) ? 1 : 0;
        }
        words += key;
    }
    words.sort();
    return words.join(u' ');
}

} // namespace waitline
