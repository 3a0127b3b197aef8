#include "models/exchange/plaincolumns.h"

#include <algorithm>

namespace waitline {

namespace {

/// A field of a format: the names a column of it may have, our own one first.
template <typename Columns>
struct Field {
    int Columns::*column;
    std::initializer_list<QStringView> names;
};

const Field<ProductColumns> productFields[] = {
    {&ProductColumns::sku, {u"sku", u"stock code", u"item code", u"product code", u"item number", u"article"}},
    {&ProductColumns::name, {u"name", u"product name", u"product", u"title", u"item name", u"description"}},
    {&ProductColumns::price, {u"price", u"unit price", u"sale price", u"retail price"}},
    {&ProductColumns::cost, {u"cost", u"unit cost", u"cost price", u"cost per item", u"default unit cost"}},
    {&ProductColumns::release, {u"release", u"release date", u"released"}},
    {&ProductColumns::editionSize, {u"edition", u"edition size"}},
    {&ProductColumns::customerLimit, {u"per-customer", u"customer limit", u"per customer limit", u"limit per customer"}},
    {&ProductColumns::backorders, {u"backorders", u"backorder", u"backorder limit", u"backorders allowed"}},
    {&ProductColumns::deposit, {u"deposit"}},
    {&ProductColumns::policy, {u"policy", u"allocation policy"}},
    {&ProductColumns::leadDays, {u"lead-days", u"lead time", u"lead time days"}},
    {&ProductColumns::pack, {u"pack", u"pack size"}},
    {&ProductColumns::minimum, {u"minimum", u"minimum order", u"moq"}},
    {&ProductColumns::lowStock, {u"low stock", u"low", u"low stock amount", u"reorder level"}},
    {&ProductColumns::stock, {u"stock", u"on hand", u"in stock", u"units in stock", u"quantity on hand", u"qty"}},
    {&ProductColumns::discontinued, {u"discontinued"}},
    {&ProductColumns::barcode, {u"barcode", u"barcodes", u"ean", u"gtin", u"upc", u"isbn"}},
    {&ProductColumns::category, {u"category", u"categories", u"product type"}},
    {&ProductColumns::supplier, {u"supplier", u"vendor", u"default vendor name"}},
    {&ProductColumns::location, {u"location", u"bin", u"shelf", u"bin location"}},
};

const Field<PartyColumns> partyFields[] = {
    {&PartyColumns::code, {u"code", u"customer id", u"customer code", u"supplier id", u"supplier code", u"id"}},
    {&PartyColumns::name, {u"name", u"customer", u"supplier", u"customer name", u"supplier name", u"company", u"company name"}},
    {&PartyColumns::contact, {u"contact", u"contact name"}},
    {&PartyColumns::email, {u"email", u"e-mail", u"email address"}},
    {&PartyColumns::phone, {u"phone", u"telephone"}},
    {&PartyColumns::street, {u"street", u"address", u"address1", u"address line 1"}},
    {&PartyColumns::city, {u"city", u"town"}},
    {&PartyColumns::postcode, {u"postcode", u"zip", u"postal code", u"zip code"}},
    {&PartyColumns::country, {u"country"}},
    {&PartyColumns::note, {u"note", u"notes"}},
    {&PartyColumns::leadDays, {u"lead-days", u"lead time"}},
};

const Field<OrderColumns> orderFields[] = {
    {&OrderColumns::reference, {u"reference", u"order", u"order id", u"order number", u"order no"}},
    {&OrderColumns::customer, {u"customer", u"customer name", u"buyer", u"ship name"}},
    {&OrderColumns::email, {u"email", u"e-mail"}},
    {&OrderColumns::country, {u"country", u"ship country"}},
    {&OrderColumns::placed, {u"placed", u"placed at", u"order date", u"ordered at", u"created at", u"sale date", u"date"}},
    {&OrderColumns::sku, {u"sku", u"stock code", u"product code", u"item code"}},
    {&OrderColumns::name, {u"name", u"product name", u"product", u"item name", u"title"}},
    {&OrderColumns::units, {u"units", u"quantity", u"qty", u"ordered"}},
    {&OrderColumns::price, {u"price", u"unit price"}},
    {&OrderColumns::total, {u"total", u"line total"}},
    {&OrderColumns::priority, {u"priority"}},
    {&OrderColumns::complete, {u"complete", u"ship complete"}},
    {&OrderColumns::promise, {u"promise", u"promised", u"promise date", u"required date"}},
    {&OrderColumns::cancelledAt, {u"cancelled-at", u"canceled at", u"cancelled on"}},
    {&OrderColumns::cancelled, {u"cancelled", u"cancelled units"}},
    {&OrderColumns::shipped, {u"shipped", u"shipped units"}},
    {&OrderColumns::paid, {u"paid", u"deposit", u"amount paid"}},
    {&OrderColumns::refunded, {u"refunded", u"amount refunded", u"refunded amount"}},
    {&OrderColumns::campaign, {u"campaign"}},
    {&OrderColumns::channel, {u"channel", u"sales channel"}},
    {&OrderColumns::note, {u"note", u"notes"}},
};

const Field<PurchaseColumns> purchaseFields[] = {
    {&PurchaseColumns::reference, {u"reference", u"purchase", u"purchase order", u"po", u"po number"}},
    {&PurchaseColumns::supplier, {u"supplier", u"vendor", u"supplier name"}},
    {&PurchaseColumns::placed, {u"placed", u"placed at", u"ordered at", u"order date", u"date"}},
    {&PurchaseColumns::expected, {u"expected", u"expected date", u"due", u"due date", u"eta"}},
    {&PurchaseColumns::sku, {u"sku", u"stock code", u"product code", u"item code"}},
    {&PurchaseColumns::units, {u"units", u"quantity", u"qty", u"ordered"}},
    {&PurchaseColumns::cost, {u"cost", u"unit cost", u"price", u"unit price"}},
    {&PurchaseColumns::received, {u"received", u"received units", u"quantity received"}},
};

const Field<HistoryColumns> historyFields[] = {
    {&HistoryColumns::reference, {u"reference", u"order", u"order id", u"invoice", u"invoice no", u"transaction id"}},
    {&HistoryColumns::sku, {u"sku", u"stock code", u"product code", u"item code"}},
    {&HistoryColumns::name, {u"name", u"product name", u"product", u"item name", u"description"}},
    {&HistoryColumns::customer, {u"customer", u"customer id", u"customer name", u"buyer"}},
    {&HistoryColumns::country, {u"country", u"ship country"}},
    {&HistoryColumns::day, {u"date", u"day", u"sold on", u"sold", u"sale date", u"invoice date", u"period"}},
    {&HistoryColumns::units, {u"units", u"quantity", u"qty", u"units sold"}},
    {&HistoryColumns::price, {u"price", u"unit price"}},
    {&HistoryColumns::total, {u"total", u"value", u"revenue", u"line total"}},
};

template <typename Columns, size_t count>
void findAll(Columns &columns, const Header &header, const Field<Columns> (&fields)[count])
{
    for (const Field<Columns> &field : fields)
        columns.*field.column = header.find(field.names);
}

template <typename Columns, size_t count>
std::vector<FoundField> listed(const Header &header, const Field<Columns> (&fields)[count])
{
    std::vector<FoundField> found;
    for (const Field<Columns> &field : fields)
        found.push_back({field.names.begin()->toString(), header.find(field.names)});
    return found;
}

} // namespace

ProductColumns::ProductColumns(const Header &header) { findAll(*this, header, productFields); }
PartyColumns::PartyColumns(const Header &header) { findAll(*this, header, partyFields); }
OrderColumns::OrderColumns(const Header &header) { findAll(*this, header, orderFields); }
PurchaseColumns::PurchaseColumns(const Header &header) { findAll(*this, header, purchaseFields); }
HistoryColumns::HistoryColumns(const Header &header) { findAll(*this, header, historyFields); }

std::vector<FoundField> plainFields(FileFormat format, const Header &header)
{
    switch (format) {
    case FileFormat::Products: return listed(header, productFields);
    case FileFormat::Customers:
    case FileFormat::Suppliers: return listed(header, partyFields);
    case FileFormat::Orders: return listed(header, orderFields);
    case FileFormat::Purchases: return listed(header, purchaseFields);
    case FileFormat::History: return listed(header, historyFields);
    default: return {};
    }
}

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
    return std::any_of(plainFormats.begin(), plainFormats.end(), [&](FileFormat format) {
        const auto fields = plainFields(format, header);
        return std::any_of(fields.begin(), fields.end(), [](const FoundField &each) { return each.column == 0; });
    });
}

} // namespace waitline
