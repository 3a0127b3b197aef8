#include "models/exchange/plaincolumns.h"

namespace waitline {

ProductColumns::ProductColumns(const Header &h)
    : sku(h.find({u"sku", u"stock code", u"item code", u"product code", u"item number", u"article"}))
    , name(h.find({u"name", u"product name", u"product", u"title", u"item name", u"description"}))
    , price(h.find({u"price", u"unit price", u"sale price", u"retail price"}))
    , cost(h.find({u"cost", u"unit cost", u"cost price", u"cost per item", u"default unit cost"}))
    , release(h.find({u"release", u"release date", u"released"}))
    , editionSize(h.find({u"edition", u"edition size"}))
    , customerLimit(h.find({u"per-customer", u"customer limit", u"per customer limit", u"limit per customer"}))
    , backorders(h.find({u"backorders", u"backorder", u"backorder limit", u"backorders allowed"}))
    , deposit(h.find({u"deposit"}))
    , policy(h.find({u"policy", u"allocation policy"}))
    , leadDays(h.find({u"lead-days", u"lead time", u"lead time days"}))
    , pack(h.find({u"pack", u"pack size"}))
    , minimum(h.find({u"minimum", u"minimum order", u"moq"}))
    , lowStock(h.find({u"low stock", u"low", u"low stock amount", u"reorder level"}))
    , stock(h.find({u"stock", u"on hand", u"in stock", u"units in stock", u"quantity on hand", u"qty"}))
    , discontinued(h.find({u"discontinued"}))
    , barcode(h.find({u"barcode", u"barcodes", u"ean", u"gtin", u"upc", u"isbn"}))
    , category(h.find({u"category", u"categories", u"product type"}))
    , supplier(h.find({u"supplier", u"vendor", u"default vendor name"}))
    , location(h.find({u"location", u"bin", u"shelf", u"bin location"}))
{}

PartyColumns::PartyColumns(const Header &h)
    : code(h.find({u"code", u"customer id", u"customer code", u"supplier id", u"supplier code", u"id"}))
    , name(h.find({u"name", u"customer", u"supplier", u"customer name", u"supplier name", u"company", u"company name"}))
    , contact(h.find({u"contact", u"contact name"}))
    , email(h.find({u"email", u"e-mail", u"email address"}))
    , phone(h.find({u"phone", u"telephone"}))
    , street(h.find({u"street", u"address", u"address1", u"address line 1"}))
    , city(h.find({u"city", u"town"}))
    , postcode(h.find({u"postcode", u"zip", u"postal code", u"zip code"}))
    , country(h.find({u"country"}))
    , note(h.find({u"note", u"notes"}))
    , leadDays(h.find({u"lead-days", u"lead time"}))
{}

OrderColumns::OrderColumns(const Header &h)
    : reference(h.find({u"reference", u"order", u"order id", u"order number", u"order no"}))
    , customer(h.find({u"customer", u"customer name", u"buyer", u"ship name"}))
    , email(h.find({u"email", u"e-mail"}))
    , country(h.find({u"country", u"ship country"}))
    , placed(h.find({u"placed", u"placed at", u"order date", u"ordered at", u"created at", u"sale date", u"date"}))
    , sku(h.find({u"sku", u"stock code", u"product code", u"item code"}))
    , name(h.find({u"name", u"product name", u"product", u"item name", u"title"}))
    , units(h.find({u"units", u"quantity", u"qty", u"ordered"}))
    , price(h.find({u"price", u"unit price"}))
    , total(h.find({u"total", u"line total"}))
    , priority(h.find({u"priority"}))
    , complete(h.find({u"complete", u"ship complete"}))
    , promise(h.find({u"promise", u"promised", u"promise date", u"required date"}))
    , cancelledAt(h.find({u"cancelled-at", u"canceled at", u"cancelled on"}))
    , cancelled(h.find({u"cancelled", u"cancelled units"}))
    , shipped(h.find({u"shipped", u"shipped units"}))
    , paid(h.find({u"paid", u"deposit", u"amount paid"}))
    , refunded(h.find({u"refunded", u"amount refunded", u"refunded amount"}))
    , campaign(h.find({u"campaign"}))
    , note(h.find({u"note", u"notes"}))
{}

PurchaseColumns::PurchaseColumns(const Header &h)
    : reference(h.find({u"reference", u"purchase", u"purchase order", u"po", u"po number"}))
    , supplier(h.find({u"supplier", u"vendor", u"supplier name"}))
    , placed(h.find({u"placed", u"placed at", u"ordered at", u"order date", u"date"}))
    , expected(h.find({u"expected", u"expected date", u"due", u"due date", u"eta"}))
    , sku(h.find({u"sku", u"stock code", u"product code", u"item code"}))
    , units(h.find({u"units", u"quantity", u"qty", u"ordered"}))
    , cost(h.find({u"cost", u"unit cost", u"price", u"unit price"}))
    , received(h.find({u"received", u"received units", u"quantity received"}))
{}

HistoryColumns::HistoryColumns(const Header &h)
    : reference(h.find({u"reference", u"order", u"order id", u"invoice", u"invoice no", u"transaction id"}))
    , sku(h.find({u"sku", u"stock code", u"product code", u"item code"}))
    , name(h.find({u"name", u"product name", u"product", u"item name", u"description"}))
    , customer(h.find({u"customer", u"customer id", u"customer name", u"buyer"}))
    , country(h.find({u"country", u"ship country"}))
    , day(h.find({u"date", u"day", u"sold on", u"sold", u"sale date", u"invoice date", u"period"}))
    , units(h.find({u"units", u"quantity", u"qty", u"units sold"}))
    , price(h.find({u"price", u"unit price"}))
    , total(h.find({u"total", u"value", u"revenue", u"line total"}))
{}

std::optional<FileFormat> recognisePlain(const Header &header)
{
    const bool named = header.find({u"sku", u"stock code", u"product code", u"item code"}) >= 0;
    const bool units = header.find({u"units", u"quantity", u"qty", u"ordered"}) >= 0;
    const OrderColumns order(header);
    const PurchaseColumns purchase(header);
    const HistoryColumns history(header);
    // A products file may have a quantity and a supplier too: only a purchase is due, received or numbered.
    const bool bought = purchase.expected >= 0 || purchase.received >= 0 || purchase.reference >= 0 || history.name < 0;
    if (named && units && order.customer < 0 && purchase.supplier >= 0 && bought)
        return FileFormat::Purchases;
    // Sales of the past have customers and dates as well; what only orders have decides, and else the date.
    const bool placed = header.find({u"placed", u"placed at", u"order date", u"ordered at"}) >= 0 || order.priority >= 0 ||
                        order.complete >= 0 || order.promise >= 0 || order.campaign >= 0 || order.paid >= 0;
    // Products by name only are taken where the user says which columns are which, and not by guess.
    const bool told = named || (header.isMapped() && order.name >= 0);
    if (units && order.customer >= 0 && told && (placed || history.day < 0))
        return FileFormat::Orders;
    if (history.units >= 0 && history.day >= 0 && told)
        return FileFormat::History;
    if (named && ProductColumns(header).name >= 0)
        return FileFormat::Products;
    const PartyColumns party(header);
    if (!named && !units && party.name >= 0 && header.find({u"supplier", u"supplier name", u"lead-days"}) >= 0)
        return FileFormat::Suppliers;
    if (!named && !units && party.name >= 0 &&
        (party.email >= 0 || party.phone >= 0 || party.city >= 0 || party.country >= 0 || party.street >= 0 || party.code >= 0 ||
         header.find({u"customer", u"customer name"}) >= 0))
        return FileFormat::Customers;
    return std::nullopt;
}

namespace {

QString firstMissing(std::initializer_list<std::pair<int, QStringView>> demanded)
{
    for (const auto &[column, field] : demanded) {
        if (column < 0)
            return field.toString();
    }
    return {};
}

} // namespace

QString missingField(FileFormat format, const Header &header)
{
    if (format == FileFormat::Products)
        return firstMissing({{ProductColumns(header).sku, u"sku"}});
    if (format == FileFormat::Customers || format == FileFormat::Suppliers)
        return firstMissing({{PartyColumns(header).name, u"name"}});
    if (format == FileFormat::Orders) {
        const OrderColumns c(header);
        return firstMissing({{c.customer, u"customer"}, {qMax(c.sku, c.name), u"sku"}, {c.units, u"units"}});
    }
    if (format == FileFormat::Purchases) {
        const PurchaseColumns c(header);
        return firstMissing({{c.supplier, u"supplier"}, {c.sku, u"sku"}, {c.units, u"units"}});
    }
    if (format == FileFormat::History) {
        const HistoryColumns c(header);
        return firstMissing({{c.day, u"date"}, {qMax(c.sku, c.name), u"sku"}, {c.units, u"units"}});
    }
    return {};
}

bool isPlainField(const QString &field)
{
    const Header header = Header::ofNames({field});
    const auto has = [](std::initializer_list<int> columns) {
        return std::any_of(columns.begin(), columns.end(), [](int column) { return column == 0; });
    };
    const ProductColumns p(header);
    const PartyColumns c(header);
    const OrderColumns o(header);
    const PurchaseColumns b(header);
    const HistoryColumns h(header);
    return has({p.sku,      p.name,     p.price,       p.cost,      p.release,  p.editionSize, p.customerLimit, p.backorders, p.deposit,
                p.policy,   p.leadDays, p.pack,        p.minimum,   p.lowStock, p.stock,       p.discontinued,  p.barcode,    p.category,
                p.supplier, p.location, c.code,        c.name,      c.contact,  c.email,       c.phone,         c.street,     c.city,
                c.postcode, c.country,  c.note,        o.reference, o.customer, o.placed,      o.units,         o.total,      o.priority,
                o.complete, o.promise,  o.cancelledAt, o.cancelled, o.shipped,  o.paid,        o.refunded,      o.campaign,   b.expected,
                b.received, h.day});
}

} // namespace waitline
