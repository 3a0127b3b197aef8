#include "models/exchange/layout.h"

#include <QCoreApplication>

namespace waitline {

CellReading::CellReading(const Layout &layout, const CsvRecord &record) : m_layout(layout), m_record(record)
{
    for (int column = layout.header.size(); column < record.size(); ++column) {
        if (isGiven(column))
            fail(-1, QCoreApplication::translate(
                         "Import", "The row has more cells than the header has columns: put a cell that holds the delimiter in quotes."));
    }
}

template <typename T>
std::optional<T> CellReading::taken(int column, const Result<T> &result)
{
    if (result)
        return result.value();
    fail(column, result.error().message);
    return std::nullopt;
}

std::optional<qint64> CellReading::notNegative(int column, std::optional<qint64> value)
{
    if (value && *value < 0) {
        fail(column, QCoreApplication::translate("Import", "“%1” is negative: it must be 0 or more.").arg(text(column)));
        return std::nullopt;
    }
    return value;
}

std::optional<Units> CellReading::units(int column)
{
    if (!isGiven(column))
        return std::nullopt;
    return taken(column, parseUnits(m_record.cell(column), m_layout.style(column)));
}

std::optional<Units> CellReading::count(int column) { return notNegative(column, units(column)); }

std::optional<Money> CellReading::money(int column, ExcessDecimals excess)
{
    if (!isGiven(column))
        return std::nullopt;
    return taken(column, parseMoney(m_record.cell(column), m_layout.style(column), m_layout.currency, excess));
}

std::optional<Money> CellReading::amount(int column, ExcessDecimals excess) { return notNegative(column, money(column, excess)); }

std::optional<qint64> CellReading::scaled(int column, int decimals)
{
    if (!isGiven(column))
        return std::nullopt;
    return taken(column, parseScaled(m_record.cell(column), m_layout.style(column), decimals));
}

std::optional<QDate> CellReading::day(int column)
{
    if (!isGiven(column))
        return std::nullopt;
    return taken(column, parseDay(m_record.cell(column), m_layout.style(column)));
}

std::optional<Instant> CellReading::instant(int column)
{
    if (!isGiven(column))
        return std::nullopt;
    return taken(column, parseInstant(m_record.cell(column), m_layout.style(column)));
}

std::optional<bool> CellReading::yes(int column)
{
    if (!isGiven(column))
        return std::nullopt;
    const auto answer = parseYes(m_record.cell(column));
    if (!answer)
        fail(column, QCoreApplication::translate("Import", "“%1” is neither yes nor no.").arg(text(column)));
    return answer;
}

void CellReading::demand(int column, const QString &what)
{
    if (!isGiven(column))
        fail(column, QCoreApplication::translate("Import", "%1 is missing.").arg(what));
}

void CellReading::fail(int column, const QString &message)
{
    if (std::exchange(m_failed, true))
        return;
    m_column = column;
    m_message = message;
}

Rejection CellReading::rejection() const { return {row(), m_column >= 0 ? m_layout.header.name(m_column) : QString(), m_message}; }

} // namespace waitline
