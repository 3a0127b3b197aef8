#include "models/exchange/plainreaders.h"

#include <QCoreApplication>

namespace waitline {

namespace {

// Sales of the past carry prices that other systems computed, so their excess decimals are rounded.
void readValue(CellReading &cells, const HistoryColumns &columns, SalesBook::Entry &entry)
{
    const Units units = qAbs(entry.units);
    const auto price = cells.amount(columns.price, ExcessDecimals::Round);
    const auto total = cells.money(columns.total, ExcessDecimals::Round);
    entry.price = price ? *price : total && units > 0 ? proportion(qAbs(*total), 1, units) : 0;
    if (total)
        entry.value = qAbs(*total);
    else if (__builtin_mul_overflow(entry.price, units, &entry.value) || entry.value > maximumMoney)
        cells.fail(columns.units, QCoreApplication::translate("Import", "So many units at this price are too large an amount."));
}

} // namespace

void PlainHistory::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    cells.demand(m_columns.day, QCoreApplication::translate("Import", "The day"));
    cells.demand(m_columns.units, QCoreApplication::translate("Import", "The number of units"));
    SalesBook::Entry entry;
    entry.row = record.line();
    entry.day = toDayNumber(cells.day(m_columns.day).value_or(QDate(1970, 1, 1)));
    entry.units = cells.units(m_columns.units).value_or(0);
    readValue(cells, m_columns, entry);
    TextPool &texts = m_sales.texts();
    entry.reference = texts.number(codeOf(record.cell(m_columns.reference)));
    entry.name = texts.number(record.cell(m_columns.name));
    entry.customer = texts.number(wholeCodeOf(record.cell(m_columns.customer)));
    entry.country = texts.number(record.cell(m_columns.country));
    entry.sku = texts.number(codeOf(record.cell(m_columns.sku)));
    if (entry.sku == 0 && entry.name != 0)
        entry.sku = texts.number(skuFromName(texts.text(entry.name)).toUtf8());
    if (entry.sku == 0)
        cells.fail(m_columns.sku, QCoreApplication::translate("Import", "A SKU is missing."));
    if (!cells.isGood())
        harvest.rejections.push_back(cells.rejection());
    else if (entry.units > 0)
        m_sales.sell(entry);
    else if (entry.units == 0)
        harvest.omissions.push_back({entry.row, QCoreApplication::translate("Import", "no units")});
    else
        m_sales.cancel(entry, harvest);
}

bool PlainHistory::finish(Harvest &harvest, size_t atMost) { return m_sales.handOut(harvest, atMost); }

} // namespace waitline
