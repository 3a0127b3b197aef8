#include "models/exchange/shopreaders.h"

#include <QCoreApplication>

namespace waitline {

namespace {

Money goodsOf(const OrderRecord &order)
{
    Money goods = 0;
    for (const OrderLineRecord &line : order.lines)
        goods += line.price.value_or(0) * line.units;
    return goods;
}

// Discounts on the whole order are spread over its lines by value, so that waiting units are worth what was paid.
void spreadDiscount(OrderRecord &order, std::optional<Money> subtotal)
{
    const Money goods = goodsOf(order);
    if (!subtotal || *subtotal < 0 || *subtotal >= goods)
        return;
    for (OrderLineRecord &line : order.lines)
        line.price = proportion(line.price.value_or(0), *subtotal, goods);
}

} // namespace

ShopifyOrders::ShopifyOrders(const Layout &layout)
    : m_layout(layout)
    , m_name(column(u"Name"))
    , m_lineName(column(u"Lineitem name"))
    , m_lineUnits(column(u"Lineitem quantity"))
    , m_linePrice(column(u"Lineitem price"))
    , m_lineSku(column(u"Lineitem sku"))
    , m_lineDiscount(column(u"Lineitem discount"))
    , m_lineStatus(column(u"Lineitem fulfillment status"))
{}

void ShopifyOrders::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    cells.demand(m_name, QCoreApplication::translate("Import", "The order's name"));
    const QString reference = cells.code(m_name);
    // The money is settled before the next order opens, which hands this one out.
    if (m_orders.isOpen() && m_orders.document().reference != reference)
        settle();
    bool isNew = false;
    OrderRecord &order = m_orders.open(reference, record.line(), isNew, harvest);
    if (isNew)
        readHead(cells, order);
    order.lines.push_back(readLine(cells));
    if (!cells.isGood())
        m_orders.reject(cells.rejection());
}

bool ShopifyOrders::finish(Harvest &harvest, size_t)
{
    if (m_orders.isOpen())
        settle();
    m_orders.close(harvest);
    return false;
}

void ShopifyOrders::readHead(CellReading &cells, OrderRecord &order)
{
    order.email = cells.text(column(u"Email"));
    for (const char16_t *name : {u"Billing Name", u"Shipping Name", u"Billing Company", u"Email"}) {
        if (order.customer.isEmpty())
            order.customer = cells.text(column(name));
    }
    if (order.customer.isEmpty())
        order.customer = QCoreApplication::translate("Import", "Guest");
    order.country = cells.text(m_layout.header.find({u"Shipping Country", u"Billing Country"}));
    order.placedAt = cells.instant(column(u"Created at"));
    order.cancelledAt = cells.instant(column(u"Cancelled at"));
    order.note = cells.text(column(u"Notes"));
    order.campaign = cells.text(column(u"Discount Code"));
    order.channel = cells.text(column(u"Source"));
    if (order.channel.isEmpty())
        order.channel = QStringLiteral("Shopify");
    const QString currency = cells.text(column(u"Currency"));
    if (!currency.isEmpty() && !m_layout.currency.code.isEmpty() && currency != m_layout.currency.code)
        cells.fail(column(u"Currency"), QCoreApplication::translate("Import", "“%1” is not %2, the currency of this database.")
                                            .arg(currency, m_layout.currency.code));
    m_settlement.status = cells.text(column(u"Financial Status")).toLower();
    m_settlement.subtotal = cells.money(column(u"Subtotal"), ExcessDecimals::Round);
    m_settlement.refunded = cells.amount(column(u"Refunded Amount"), ExcessDecimals::Round).value_or(0);
    m_settlement.outstanding = cells.amount(column(u"Outstanding Balance"), ExcessDecimals::Round).value_or(0);
}

OrderLineRecord ShopifyOrders::readLine(CellReading &cells) const
{
    cells.demand(m_lineUnits, QCoreApplication::translate("Import", "The quantity"));
    OrderLineRecord line;
    line.row = cells.row();
    line.name = cells.text(m_lineName);
    line.sku = cells.code(m_lineSku);
    if (line.sku.isEmpty())
        line.sku = line.name.isEmpty() ? QString() : skuFromName(line.name);
    if (line.sku.isEmpty())
        cells.fail(m_lineName, QCoreApplication::translate("Import", "Neither a SKU nor a name is given."));
    line.units = cells.units(m_lineUnits).value_or(1);
    if (line.units <= 0 || line.units > 1'000'000'000) {
        cells.fail(m_lineUnits, QCoreApplication::translate("Import", "“%1” units cannot be ordered.").arg(line.units));
        line.units = 1;
    }
    const Money price = cells.amount(m_linePrice, ExcessDecimals::Round).value_or(0);
    const Money discount = cells.amount(m_lineDiscount, ExcessDecimals::Round).value_or(0);
    if (price > maximumMoney / line.units)
        cells.fail(m_linePrice, QCoreApplication::translate("Import", "So many units at this price are too large an amount."));
    else
        line.price = proportion(qMax<Money>(0, price * line.units - discount), 1, line.units);
    const QString status = cells.text(m_lineStatus).toLower();
    line.shipped = status == u"fulfilled" ? line.units : 0;
    line.cancelled = status == u"restocked" ? line.units : 0;
    return line;
}

void ShopifyOrders::settle()
{
    OrderRecord &order = m_orders.document();
    spreadDiscount(order, m_settlement.subtotal);
    const Money goods = goodsOf(order);
    const QString &status = m_settlement.status;
    if (status == u"paid" || status == u"partially_refunded" || status == u"refunded")
        order.paid = goods;
    else if (status == u"partially_paid")
        order.paid = qMax<Money>(0, goods - m_settlement.outstanding);
    order.refunded = status == u"refunded" ? order.paid : qMin(m_settlement.refunded, order.paid);
    // Money given back whole, or never taken, ends an order as a cancellation does.
    if (!order.cancelledAt && status != u"refunded" && status != u"voided")
        return;
    if (!order.cancelledAt)
        order.cancelledAt = order.placedAt;
    for (OrderLineRecord &line : order.lines)
        line.cancelled = line.units - line.shipped;
}

} // namespace waitline
