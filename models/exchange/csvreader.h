#pragma once

#include "models/exchange/textlines.h"

#include <csv.h>

#include <vector>

namespace waitline {

/// One record of a CSV file. Views into it are valid until the next record is read into it.
class CsvRecord final {
public:
    [[nodiscard]] int size() const { return int(m_ends.size()); }
    /// The cell in column `column`, without its quotes; empty where the record is shorter, or column is -1.
    [[nodiscard]] QByteArrayView cell(int column) const;
    [[nodiscard]] bool isBlank() const { return m_text.isEmpty(); }
    /// The line of the file, counted from 1, on which the record starts.
    [[nodiscard]] qint64 line() const { return m_line; }
    /// The record as it stands in the file (in UTF-8), with its line end.
    [[nodiscard]] const QByteArray &raw() const { return m_raw; }

    /// A record of these cells, as a test or a form would give it.
    [[nodiscard]] static CsvRecord ofCells(const std::vector<QByteArray> &cells, qint64 line = 1);

private:
    friend class CsvReader;
    void clear(qint64 line);
    void append(QByteArrayView cell);

    QByteArray m_text; ///< all cells, one after another
    std::vector<qsizetype> m_ends;
    QByteArray m_raw;
    qint64 m_line = 0;
};

/// Reads the records of a CSV file through libcsv. Blank lines are stepped over.
class CsvReader final {
public:
    enum class Step {
        Record,
        Broken, ///< a quote was opened and not closed: record.raw() holds the line; reading goes on after it
        End
    };
    /// Quoted cells may run over lines, but a record longer than this is taken for a quote never closed.
    static constexpr qsizetype longestRecord = 1 << 20;

    /// `lines` outlives this; its next line is the file's line `firstLine`.
    CsvReader(TextLines &lines, char delimiter, qint64 firstLine = 1);
    ~CsvReader();
    Q_DISABLE_COPY_MOVE(CsvReader)

    [[nodiscard]] Step next(CsvRecord &record);

private:
    bool feed(QByteArrayView text, CsvRecord &record);
    Step giveUp(CsvRecord &record);

    TextLines &m_lines;
    csv_parser m_parser;
    qint64 m_line;
    int m_broken = 0;
};

} // namespace waitline
