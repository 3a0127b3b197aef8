#include "models/exchange/productimport.h"

#include "models/services/countservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/unitofwork.h"
#include "models/store/stockstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

// When goods come whose day nobody told and whose product has no lead time.
constexpr int usualLeadDays = 14;

template <typename Field, typename Told>
void tell(Field &field, const std::optional<Told> &told)
{
    if (told)
        field = *told;
}

void tell(QString &field, const QString &told)
{
    if (!told.isEmpty())
        field = told;
}

void applyTo(ProductTerms &terms, const ProductRecord &record)
{
    tell(terms.name, record.name);
    tell(terms.category, record.category);
    tell(terms.supplier, record.supplier);
    tell(terms.location, record.location);
    tell(terms.price, record.price);
    tell(terms.cost, record.cost);
    tell(terms.release, record.release);
    tell(terms.editionSize, record.editionSize);
    tell(terms.customerLimit, record.customerLimit);
    tell(terms.deposit, record.deposit);
    tell(terms.policy, record.policy);
    tell(terms.leadDays, record.leadDays);
    tell(terms.pack, record.pack);
    tell(terms.minimumOrder, record.minimumOrder);
    tell(terms.lowStock, record.lowStock);
    tell(terms.discontinued, record.discontinued);
    if (record.backorders)
        terms.backorderLimit =
            record.backorders->kind == BackorderTerms::Kind::Allow ? std::nullopt : std::optional(record.backorders->limit);
    if (!record.barcodes.isEmpty()) {
        terms.barcodes = record.barcodes;
        terms.barcodes.removeDuplicates();
        terms.barcodes.sort();
    }
}

} // namespace

Result<Done> ProductImport::take(const std::vector<NeutralRecord> &records, BatchTally &tally)
{
    for (const NeutralRecord &each : records) {
        const auto &record = std::get<ProductRecord>(each);
        const auto outcome = writeIn(m_connection, [&] { return takeOne(record); });
        if (!outcome && outcome.error().kind == Error::Kind::Storage)
            return outcome.error();
        if (!outcome)
            tally.rejections.push_back({record.row, {}, outcome.error().message});
        else
            ++(*outcome == Outcome::Created ? tally.created : *outcome == Outcome::Updated ? tally.updated : tally.skipped);
    }
    return Done{};
}

ProductImport::Outcome ProductImport::takeOne(const ProductRecord &record)
{
    ProductStore store(m_connection);
    ProductId known = store.idOfSku(record.sku);
    // A barcode that reads like the SKU is of another product; adding says so.
    if (known.isValid() && store.find(known)->terms.sku != record.sku)
        known = {};
    Outcome outcome = takeTerms(record, known);
    const ProductId id = store.idOfSku(record.sku);
    const bool stocked = openStock(record, id);
    const bool bought = openPurchase(record, id);
    if (outcome == Outcome::Skipped && (stocked || bought))
        outcome = Outcome::Updated;
    return outcome;
}

ProductImport::Outcome ProductImport::takeTerms(const ProductRecord &record, ProductId known)
{
    ProductService service(m_connection);
    if (!known.isValid()) {
        ProductTerms terms;
        terms.sku = record.sku;
        applyTo(terms, record);
        orRefuse(service.add(terms, m_caller));
        return Outcome::Created;
    }
    ProductTerms before = ProductStore(m_connection).find(known)->terms;
    ProductStore(m_connection).readBarcodes(known, before);
    before.barcodes.sort();
    ProductTerms after = before;
    applyTo(after, record);
    if (after == before)
        return Outcome::Skipped;
    const auto change = [&](ProductTerms &terms) -> Result<Done> {
        terms = after;
        return Done{};
    };
    orRefuse(service.change(record.sku, change, m_caller));
    return Outcome::Updated;
}

bool ProductImport::openStock(const ProductRecord &record, ProductId id)
{
    if (record.stock.value_or(0) == 0 || StockStore(m_connection).hasComeIn(id))
        return false;
    const QString reason = QCoreApplication::translate("Import", "Opening stock from %1").arg(m_fileName);
    orRefuse(CountService(m_connection).count(record.sku, *record.stock, reason, m_caller));
    return true;
}

bool ProductImport::openPurchase(const ProductRecord &record, ProductId id)
{
    const QString reference = QStringLiteral("opening-") + record.sku;
    if (record.onOrder.value_or(0) == 0 || PurchaseStore(m_connection).idOfReference(reference).isValid())
        return false;
    const ProductTerms terms = ProductStore(m_connection).find(id)->terms;
    PurchaseDraft draft;
    draft.supplier = terms.supplier.isEmpty() ? QCoreApplication::translate("Import", "Supplier not told") : terms.supplier;
    draft.lines.push_back({record.sku, *record.onOrder, {}});
    draft.expected = m_caller.today().addDays(terms.leadDays > 0 ? terms.leadDays : usualLeadDays);
    draft.reference = reference;
    orRefuse(PurchaseService(m_connection).place(draft, m_caller));
    return true;
}

} // namespace waitline
