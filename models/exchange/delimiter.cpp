#include "models/exchange/delimiter.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace waitline {

namespace {

constexpr qsizetype recordsSampled = 60;

// How many separators each sampled record has. A quote opens only where a cell starts, as libcsv reads it.
std::vector<int> separatorsPerRecord(QByteArrayView sample, char delimiter)
{
    std::vector<int> counts;
    int count = 0;
    bool quoted = false;
    bool cellStart = true;
    bool blank = true;
    for (const char c : sample) {
        if (quoted) {
            quoted = c != '"';
            continue;
        }
        if (c == '\n' || c == '\r') {
            if (!blank)
                counts.push_back(count);
            if (counts.size() >= size_t(recordsSampled))
                return counts;
            count = 0;
            blank = cellStart = true;
            continue;
        }
        // A doubled quote closes the cell and opens it again at once, which comes to the same here.
        if (c == '"')
            quoted = cellStart;
        else
            cellStart = c == delimiter || (cellStart && c == ' ');
        count += c == delimiter;
        blank = false;
    }
    // The sample may end in the middle of a record: its last piece counts only when it is all there is.
    if (!blank && counts.empty())
        counts.push_back(count);
    return counts;
}

// Share of the records that have as many separators as the header, in thousandths; then how many those are.
std::pair<int, int> evenness(QByteArrayView sample, char delimiter)
{
    const std::vector<int> counts = separatorsPerRecord(sample, delimiter);
    if (counts.empty() || counts.front() == 0)
        return {-1, 0};
    const auto same = std::count(counts.begin(), counts.end(), counts.front());
    return {int(same * 1000 / std::ptrdiff_t(counts.size())), counts.front()};
}

} // namespace

char detectDelimiter(QByteArrayView sample)
{
    char best = ',';
    std::pair<int, int> bestEvenness{-1, 0};
    for (const char candidate : {',', ';', '\t', '|'}) {
        const auto found = evenness(sample, candidate);
        if (found > bestEvenness) {
            best = candidate;
            bestEvenness = found;
        }
    }
    return best;
}

Result<char> delimiterNamed(const QString &name)
{
    const QString key = name.toLower();
    if (key == u"," || key == u"comma")
        return ',';
    if (key == u";" || key == u"semicolon")
        return ';';
    if (key == u"\t" || key == u"\\t" || key == u"tab")
        return '\t';
    if (key == u"|" || key == u"pipe" || key == u"bar")
        return '|';
    if (name.size() == 1 && name[0].unicode() > ' ' && name[0].unicode() < 127 && !name[0].isLetterOrNumber() && name[0] != u'"')
        return name[0].toLatin1();
    return invalid(QStringLiteral("delimiter"),
                   QCoreApplication::translate("Import", "“%1” is not a delimiter: use comma, semicolon, tab, bar or one sign.").arg(name));
}

} // namespace waitline
