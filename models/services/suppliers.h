#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"
#include "models/store/supplierliststore.h"

namespace waitline {

class Connection;

/// A supplier with its history in figures.
struct SupplierRow {
    StoredSupplier supplier;
    LeadTimes times;
};

struct SupplierHit {
    SupplierId id;
    QString name;
};

/// All suppliers by name.
[[nodiscard]] Result<std::vector<SupplierRow>> listSuppliers(Connection &connection, QDate today);
[[nodiscard]] Result<std::vector<SupplierHit>> searchSuppliers(Connection &connection, const QString &text, int limit);
/// Adds a supplier (an invalid id) or changes one; the name is unique.
[[nodiscard]] Result<SupplierId> saveSupplier(Connection &connection, SupplierId id, const SupplierDetails &details, const Caller &caller);

} // namespace waitline
