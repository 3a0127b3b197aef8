#include "models/exchange/csvreader.h"

#include <new>

namespace waitline {

namespace {

// A file with this many quotes that never close is no CSV file; going on would reread it over and over.
constexpr int mostBrokenRecords = 200;

int isLineFeed(unsigned char c) { return c == '\n'; }
int isCarriageReturn(unsigned char c) { return c == '\r'; }
// The CR of a CRLF is trimmed like the blanks around a cell.
int isBlankOrReturn(unsigned char c) { return c == ' ' || c == '\t' || c == '\r'; }

struct Feed {
    QByteArray *text;
    std::vector<qsizetype> *ends;
    bool complete = false;
};

void takeCell(void *cell, size_t length, void *context)
{
    auto *feed = static_cast<Feed *>(context);
    feed->text->append(static_cast<const char *>(cell), qsizetype(length));
    feed->ends->push_back(feed->text->size());
}

void takeRecord(int, void *context) { static_cast<Feed *>(context)->complete = true; }

} // namespace

QByteArrayView CsvRecord::cell(int column) const
{
    if (column < 0 || column >= size())
        return {};
    const qsizetype from = column == 0 ? 0 : m_ends[size_t(column) - 1];
    return QByteArrayView(m_text).sliced(from, m_ends[size_t(column)] - from);
}

CsvRecord CsvRecord::ofCells(const std::vector<QByteArray> &cells, qint64 line)
{
    CsvRecord record;
    record.clear(line);
    for (const QByteArray &cell : cells)
        record.append(cell);
    record.m_raw = cells.empty() ? QByteArray() : cells.front();
    for (size_t i = 1; i < cells.size(); ++i)
        record.m_raw += ',' + cells[i];
    return record;
}

void CsvRecord::clear(qint64 line)
{
    // resize, not clear: the memory serves the next record.
    m_text.resize(0);
    m_raw.resize(0);
    m_ends.clear();
    m_line = line;
}

void CsvRecord::append(QByteArrayView cell)
{
    m_text.append(cell);
    m_ends.push_back(m_text.size());
}

CsvReader::CsvReader(TextLines &lines, char delimiter, qint64 firstLine) : m_lines(lines), m_line(firstLine)
{
    if (csv_init(&m_parser, 0) != 0)
        throw std::bad_alloc();
    csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
    // One terminator only, so that one line fed never ends two records.
    csv_set_term_func(&m_parser, lines.terminator() == '\n' ? isLineFeed : isCarriageReturn);
    csv_set_space_func(&m_parser, isBlankOrReturn);
}

CsvReader::~CsvReader() { csv_free(&m_parser); }

bool CsvReader::feed(QByteArrayView text, CsvRecord &record)
{
    Feed feed{&record.m_text, &record.m_ends};
    csv_parse(&m_parser, text.data(), size_t(text.size()), takeCell, takeRecord, &feed);
    return feed.complete;
}

CsvReader::Step CsvReader::next(CsvRecord &record)
{
    record.clear(m_line);
    while (true) {
        const QByteArrayView line = m_lines.next();
        if (line.isEmpty()) {
            if (record.m_raw.isEmpty())
                return Step::End;
            const char end = m_lines.terminator();
            return feed(QByteArrayView(&end, 1), record) ? Step::Record : giveUp(record);
        }
        record.m_raw.append(line);
        m_line += line.endsWith(m_lines.terminator());
        if (feed(line, record))
            return Step::Record;
        if (record.m_raw.size() > longestRecord)
            return giveUp(record);
        if (record.m_ends.empty() && QByteArrayView(record.m_raw).trimmed().isEmpty())
            record.clear(m_line);
    }
}

CsvReader::Step CsvReader::giveUp(CsvRecord &record)
{
    csv_fini(&m_parser, nullptr, nullptr, nullptr);
    if (++m_broken > mostBrokenRecords)
        return Step::Broken;
    // The quote's own line is the broken one; what it swallowed is read again.
    const char end = m_lines.terminator();
    const qsizetype firstLine = record.m_raw.indexOf(end) + 1;
    if (firstLine > 0 && firstLine < record.m_raw.size()) {
        const QByteArrayView rest = QByteArrayView(record.m_raw).sliced(firstLine);
        m_line -= rest.count(end);
        m_lines.putBack(rest);
        record.m_raw.truncate(firstLine);
    }
    return Step::Broken;
}

} // namespace waitline
