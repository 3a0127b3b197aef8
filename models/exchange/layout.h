#pragma once

#include "models/exchange/cells.h"
#include "models/exchange/csvreader.h"
#include "models/exchange/header.h"
#include "models/exchange/records.h"

namespace waitline {

/// What is known about a file before its first record: its columns and how each writes numbers and dates.
struct Layout {
    QString fileName; ///< without folders, as messages name it
    Header header;
    std::vector<CellStyle> styles; ///< by column
    Currency currency;
    std::optional<bool> assumedDayFirst; ///< of dates that can be read both ways; none: all tell, or it was said

    [[nodiscard]] CellStyle style(int column) const
    {
        return column >= 0 && size_t(column) < styles.size() ? styles[size_t(column)] : CellStyle();
    }
};

/// Reads the cells of one record by column and remembers the first that is wrong. An empty cell, or a column the
/// file does not have (-1), is none.
class CellReading final {
public:
    /// A record with more than its header has columns is wrong from the start: which cell is too many, nobody can tell.
    CellReading(const Layout &layout, const CsvRecord &record);

    [[nodiscard]] bool isGiven(int column) const { return !m_record.cell(column).trimmed().isEmpty(); }
    [[nodiscard]] QString text(int column) const { return textOf(m_record.cell(column)); }
    [[nodiscard]] QString code(int column) const { return textOf(codeOf(m_record.cell(column))); }
    [[nodiscard]] QString wholeCode(int column) const { return textOf(wholeCodeOf(m_record.cell(column))); }
    [[nodiscard]] std::optional<Units> units(int column);
    /// Units that may be 0 but not negative.
    [[nodiscard]] std::optional<Units> count(int column);
    [[nodiscard]] std::optional<Money> money(int column, ExcessDecimals excess = ExcessDecimals::Refuse);
    /// Money that may be 0 but not negative.
    [[nodiscard]] std::optional<Money> amount(int column, ExcessDecimals excess = ExcessDecimals::Refuse);
    [[nodiscard]] std::optional<qint64> scaled(int column, int decimals);
    [[nodiscard]] std::optional<QDate> day(int column);
    [[nodiscard]] std::optional<Instant> instant(int column);
    [[nodiscard]] std::optional<bool> yes(int column);

    /// Fails unless the cell holds something; `what` begins the sentence ("A SKU").
    void demand(int column, const QString &what);
    /// Notes what is wrong with the cell; only the first note counts.
    void fail(int column, const QString &message);
    [[nodiscard]] bool isGood() const { return !m_failed; }
    [[nodiscard]] Rejection rejection() const;
    [[nodiscard]] qint64 row() const { return m_record.line(); }

private:
    template <typename T>
    std::optional<T> taken(int column, const Result<T> &result);
    std::optional<qint64> notNegative(int column, std::optional<qint64> value);

    const Layout &m_layout;
    const CsvRecord &m_record;
    bool m_failed = false;
    int m_column = -1;
    QString m_message;
};

} // namespace waitline
