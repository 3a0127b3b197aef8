#include "models/exchange/partyimport.h"

#include "models/store/customerstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

void tell(QString &field, const QString &told)
{
    if (!told.isEmpty())
        field = told;
}

template <typename Record>
QString addressOf(const Record &record)
{
    QStringList lines{record.contact, record.street, QString(record.postcode + u' ' + record.city).trimmed()};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

// The suppliers' table keeps how to reach them as one text.
QString detailsOf(const SupplierRecord &record)
{
    QStringList lines{addressOf(record), record.country, record.email, record.phone};
    if (record.leadDays)
        lines += QCoreApplication::translate("Import", "Lead time: %1 days").arg(*record.leadDays);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

// The party of this number, else the one of this name that has no other number.
template <typename Store>
auto partyOf(Store &store, const QString &code, const QString &name)
{
    if (!code.isEmpty()) {
        if (const auto numbered = store.idOfReference(code); numbered.isValid())
            return numbered;
    }
    auto named = store.idOfName(name);
    if (named.isValid() && !code.isEmpty() && !store.find(named)->reference.isEmpty())
        named = {};
    return named;
}

template <typename Store, typename PartyId, typename Details>
void save(Store &store, PartyId known, const Details &before, const Details &after, BatchTally &tally)
{
    if (!known.isValid()) {
        store.insert(after);
        ++tally.created;
    } else if (after == before) {
        ++tally.skipped;
    } else {
        store.update(known, after);
        ++tally.updated;
    }
}

} // namespace

Result<Done> PartyImport::take(const std::vector<NeutralRecord> &records, BatchTally &tally)
{
    for (const NeutralRecord &each : records) {
        if (const auto *customer = std::get_if<CustomerRecord>(&each))
            takeCustomer(*customer, tally);
        else if (const auto *supplier = std::get_if<SupplierRecord>(&each))
            takeSupplier(*supplier, tally);
    }
    return Done{};
}

void PartyImport::takeCustomer(const CustomerRecord &record, BatchTally &tally)
{
    CustomerStore store(m_connection);
    const CustomerId known = partyOf(store, record.code, record.name);
    const CustomerDetails before = known.isValid() ? *store.find(known) : CustomerDetails{};
    CustomerDetails after = before;
    // What leads here from a merged duplicate does not rename the customer it became.
    if (!known.isValid() || !store.isAlias(known, record.code, record.name)) {
        tell(after.name, record.name);
        tell(after.reference, record.code);
    }
    tell(after.email, record.email);
    tell(after.phone, record.phone);
    tell(after.country, record.country);
    tell(after.address, addressOf(record));
    save(store, known, before, after, tally);
}

void PartyImport::takeSupplier(const SupplierRecord &record, BatchTally &tally)
{
    SupplierStore store(m_connection);
    const SupplierId known = partyOf(store, record.code, record.name);
    const SupplierId namesake = store.idOfName(record.name);
    // Names of suppliers are their own: purchases find them by it.
    if (namesake.isValid() && namesake != known) {
        tally.rejections.push_back(
            {record.row,
             {},
             QCoreApplication::translate("Import", "The supplier “%1” has another number already: correct the number or the name.")
                 .arg(record.name)});
        return;
    }
    const SupplierDetails before = known.isValid() ? *store.find(known) : SupplierDetails{};
    SupplierDetails after = before;
    tell(after.name, record.name);
    tell(after.reference, record.code);
    tell(after.details, detailsOf(record));
    save(store, known, before, after, tally);
}

} // namespace waitline
