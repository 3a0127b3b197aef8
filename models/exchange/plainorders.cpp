#include "models/exchange/plainreaders.h"

#include <QCoreApplication>

namespace waitline {

namespace {

Units positiveUnits(CellReading &cells, int column)
{
    cells.demand(column, QCoreApplication::translate("Import", "The number of units"));
    const Units units = cells.units(column).value_or(1);
    if (units <= 0)
        cells.fail(column,
                   QCoreApplication::translate("Import", "“%1” units cannot be ordered: it must be 1 or more.").arg(cells.text(column)));
    return units;
}

// Units of a line that were cancelled, shipped or received: no more than `most`.
Units partOf(CellReading &cells, int column, Units most)
{
    const Units part = cells.count(column).value_or(0);
    if (part > most)
        cells.fail(column, QCoreApplication::translate("Import", "%1 are more than the line has left: %2.").arg(part).arg(most));
    return part;
}

// One cell says how many units are cancelled, or just that the line is.
Units cancelledUnits(CellReading &cells, int column, Units ordered)
{
    const QString word = cells.text(column).toLower();
    if (word == u"yes" || word == u"true" || word == u"x")
        return ordered;
    if (word == u"no" || word == u"false")
        return 0;
    return partOf(cells, column, ordered);
}

} // namespace

void PlainOrders::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    bool isNew = false;
    OrderRecord &order = m_orders.open(cells.code(m_columns.reference), record.line(), isNew, harvest);
    if (isNew)
        readHead(cells, order);
    order.lines.push_back(readLine(cells));
    if (!cells.isGood())
        m_orders.reject(cells.rejection());
}

bool PlainOrders::finish(Harvest &harvest, size_t)
{
    m_orders.close(harvest);
    return false;
}

void PlainOrders::readHead(CellReading &cells, OrderRecord &order) const
{
    cells.demand(m_columns.customer, QCoreApplication::translate("Import", "The customer"));
    order.customer = cells.text(m_columns.customer);
    order.email = cells.text(m_columns.email);
    order.country = cells.text(m_columns.country);
    order.placedAt = cells.instant(m_columns.placed);
    order.cancelledAt = cells.instant(m_columns.cancelledAt);
    order.promise = cells.day(m_columns.promise);
    if (const auto priority = cells.units(m_columns.priority)) {
        if (*priority < -1'000'000 || *priority > 1'000'000)
            cells.fail(m_columns.priority, QCoreApplication::translate("Import", "The priority must lie within a million."));
        order.priority = int(qBound(Units(-1'000'000), *priority, Units(1'000'000)));
    }
    order.shipComplete = cells.yes(m_columns.complete);
    order.paid = cells.amount(m_columns.paid).value_or(0);
    order.refunded = cells.amount(m_columns.refunded).value_or(0);
    order.campaign = cells.text(m_columns.campaign);
    order.channel = cells.text(m_columns.channel);
    order.note = cells.text(m_columns.note);
}

OrderLineRecord PlainOrders::readLine(CellReading &cells) const
{
    OrderLineRecord line;
    line.row = cells.row();
    line.sku = cells.code(m_columns.sku);
    line.name = cells.text(m_columns.name);
    if (line.sku.isEmpty() && !line.name.isEmpty())
        line.sku = skuFromName(line.name);
    if (line.sku.isEmpty())
        cells.fail(m_columns.sku, QCoreApplication::translate("Import", "A SKU is missing."));
    line.units = positiveUnits(cells, m_columns.units);
    line.price = cells.amount(m_columns.price);
    // A total is divided by the units and rounded anyway, so its own decimals may be too many.
    if (const auto total = cells.amount(m_columns.total, ExcessDecimals::Round); total && !line.price && line.units > 0)
        line.price = proportion(*total, 1, line.units);
    line.cancelled = cancelledUnits(cells, m_columns.cancelled, line.units);
    line.shipped = partOf(cells, m_columns.shipped, line.units - line.cancelled);
    return line;
}

void PlainPurchases::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    bool isNew = false;
    PurchaseRecord &purchase = m_purchases.open(cells.code(m_columns.reference), record.line(), isNew, harvest);
    if (isNew) {
        cells.demand(m_columns.supplier, QCoreApplication::translate("Import", "The supplier"));
        purchase.supplier = cells.text(m_columns.supplier);
        purchase.placedAt = cells.instant(m_columns.placed);
        purchase.expected = cells.day(m_columns.expected);
    }
    cells.demand(m_columns.sku, QCoreApplication::translate("Import", "A SKU"));
    PurchaseLineRecord line;
    line.row = record.line();
    line.sku = cells.code(m_columns.sku);
    line.units = positiveUnits(cells, m_columns.units);
    line.cost = cells.amount(m_columns.cost);
    line.received = cells.count(m_columns.received).value_or(0);
    purchase.lines.push_back(std::move(line));
    if (!cells.isGood())
        m_purchases.reject(cells.rejection());
}

bool PlainPurchases::finish(Harvest &harvest, size_t)
{
    m_purchases.close(harvest);
    return false;
}

} // namespace waitline
