#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/productservice.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

constexpr qint64 mostDays = 100'000;

QString sentence(const char *text) { return QCoreApplication::translate("ProductVerbs", text); }

/// A cap: a number, or "none" to lift it.
void readCap(Reading &reading, const char *name, std::optional<Units> &cap)
{
    if (!reading.has(name))
        return;
    if (reading.text(name) == u"none")
        cap.reset();
    else
        cap = reading.units(name);
}

void readBackorders(Reading &reading, std::optional<Units> &limit)
{
    if (!reading.has("backorders"))
        return;
    const QString given = reading.text("backorders");
    if (given == u"allow")
        limit.reset();
    else if (given == u"refuse")
        limit = 0;
    else if (bool isNumber = false; given.trimmed().toLongLong(&isNumber), isNumber)
        limit = reading.units("backorders");
    else
        reading.refuse("backorders", sentence("“%1” is not a backorder rule: use allow, refuse or a number of units.").arg(given));
}

void readNumbers(Reading &reading, ProductTerms &terms)
{
    if (const auto price = reading.money("price"))
        terms.price = *price;
    if (const auto cost = reading.money("cost"))
        terms.cost = *cost;
    if (const auto days = reading.integer("lead-days", -mostDays, mostDays))
        terms.leadDays = int(*days);
    if (const auto pack = reading.units("pack"))
        terms.pack = *pack;
    if (const auto minimum = reading.units("minimum"))
        terms.minimumOrder = *minimum;
    if (reading.has("location"))
        terms.location = reading.text("location");
    if (const auto low = reading.units("low-stock"))
        terms.lowStock = *low;
    readCap(reading, "edition", terms.editionSize);
    readCap(reading, "per-customer", terms.customerLimit);
    readBackorders(reading, terms.backorderLimit);
}

/// Puts what was given into the terms and leaves the rest.
Result<Done> readTerms(const Desk &desk, const Arguments &arguments, ProductTerms &terms)
{
    Reading reading(arguments, desk.currency);
    readNumbers(reading, terms);
    if (reading.has("name"))
        terms.name = reading.text("name");
    if (reading.has("category"))
        terms.category = reading.text("category");
    if (reading.has("supplier"))
        terms.supplier = reading.text("supplier");
    if (reading.has("barcode"))
        terms.barcodes = reading.texts("barcode");
    if (reading.has("release") && reading.text("release") == u"none")
        terms.release.reset();
    else if (const auto release = reading.day("release"))
        terms.release = release;
    if (const auto policy = reading.policy("policy"))
        terms.policy = *policy;
    if (reading.has("discontinued"))
        terms.discontinued = reading.yesOrNo("discontinued");
    if (reading.has("deposit")) {
        const auto deposit = DepositTerms::parse(reading.text("deposit"), desk.currency);
        if (!deposit)
            return deposit.error();
        terms.deposit = *deposit;
    }
    if (reading.error())
        return *reading.error();
    return Done{};
}

Result<QJsonValue> view(const Desk &desk, const Result<StoredProduct> &product, const Caller &caller)
{
    if (!product)
        return product.error();
    return QJsonValue(JsonViews(desk.currency).product(*product, caller.today()));
}

Result<QJsonValue> add(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    ProductTerms terms;
    Reading reading(arguments, desk.currency);
    terms.sku = reading.text("sku");
    if (reading.error())
        return *reading.error();
    if (auto read = readTerms(desk, arguments, terms); !read)
        return read.error();
    return view(desk, ProductService(desk.connection).add(terms, caller), caller);
}

Result<QJsonValue> change(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString sku = reading.text("sku");
    if (reading.error())
        return *reading.error();
    return view(desk,
                ProductService(desk.connection)
                    .change(
                        sku, [&](ProductTerms &terms) { return readTerms(desk, arguments, terms); }, caller),
                caller);
}

Result<QJsonValue> show(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString sku = reading.text("sku");
    if (reading.error())
        return *reading.error();
    return view(desk, ProductService(desk.connection).show(sku), caller);
}

} // namespace

std::vector<Verb> productVerbs()
{
    const std::vector<Option> terms{{"name", "NAME"},
                                    {"price", "PRICE"},
                                    {"cost", "COST"},
                                    {"release", "DAY|none"},
                                    {"edition", "N|none"},
                                    {"per-customer", "N|none"},
                                    {"backorders", "allow|refuse|N"},
                                    {"deposit", "20%|5.00"},
                                    {"lead-days", "N"},
                                    {"policy", "POLICY"},
                                    {"barcode", "CODE", true},
                                    {"category", "CATEGORY"},
                                    {"supplier", "SUPPLIER"},
                                    {"pack", "N"},
                                    {"minimum", "N"},
                                    {"location", "TEXT"},
                                    {"low-stock", "N"},
                                    {"discontinued", "yes|no"}};
    std::vector<Option> all{{"sku", "SKU"}};
    all.insert(all.end(), terms.begin(), terms.end());
    return {{"product add", "adds a product and its terms", {}, all, Effect::Writes, &add},
            {"product set", "changes the terms given", {{"sku", "SKU"}}, terms, Effect::Writes, &change},
            {"product show", "shows a product's terms and figures", {{"sku", "SKU"}}, {}, Effect::Reads, &show}};
}

} // namespace waitline::console
