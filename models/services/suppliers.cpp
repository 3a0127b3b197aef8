#include "models/services/suppliers.h"

#include "models/services/unitofwork.h"
#include "models/store/operationstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Suppliers", text); }
} // namespace

Result<std::vector<SupplierRow>> listSuppliers(Connection &connection, QDate today)
{
    return readIn(connection, [&] {
        std::vector<SupplierRow> rows;
        for (StoredSupplier &supplier : SupplierListStore(connection).all()) {
            const LeadTimes times = leadTimes(supplier.deliveries, today);
            rows.push_back({std::move(supplier), times});
        }
        return rows;
    });
}

Result<std::vector<SupplierHit>> searchSuppliers(Connection &connection, const QString &text, int limit)
{
    return readIn(connection, [&] {
        std::vector<SupplierHit> hits;
        for (const auto &[id, name] : SupplierListStore(connection).matching(text, limit))
            hits.push_back({id, name});
        return hits;
    });
}

Result<SupplierId> saveSupplier(Connection &connection, SupplierId id, const SupplierDetails &details, const Caller &caller)
{
    return writeIn(connection, [&] {
        if (details.name.trimmed().isEmpty())
            throw Refusal{invalid("name", sentence("The supplier has no name: enter one."))};
        SupplierStore store(connection);
        if (const SupplierId known = store.idOfName(details.name); known.isValid() && known != id)
            throw Refusal{
                {Error::Kind::Conflict, "name", sentence("There is a supplier “%1” already: use another name.").arg(details.name)}};
        if (!details.reference.isEmpty()) {
            if (const SupplierId known = store.idOfReference(details.reference); known.isValid() && known != id)
                throw Refusal{{Error::Kind::Conflict, "reference",
                               sentence("The number “%1” belongs to another supplier: use another one.").arg(details.reference)}};
        }
        OperationStore(connection).insert(caller.stamp("supplier", details.name));
        if (!id.isValid())
            return store.insert(details);
        store.update(id, details);
        return id;
    });
}

} // namespace waitline
