#pragma once

#include "models/domain/leadtimes.h"
#include "models/store/customerstore.h"

#include <vector>

namespace waitline {

/// A supplier with what was bought from it.
struct StoredSupplier {
    SupplierId id;
    SupplierDetails details;
    std::vector<Delivery> deliveries; ///< the latest first
    qint64 openPurchases = 0;
};

/// Reads suppliers for lists and pickers.
class SupplierListStore final {
public:
    explicit SupplierListStore(Connection &connection) : m_connection(connection) {}

    /// All of them by name, with their purchases.
    [[nodiscard]] std::vector<StoredSupplier> all();
    /// Names that contain the text, by name.
    [[nodiscard]] std::vector<std::pair<SupplierId, QString>> matching(const QString &text, int limit);

private:
    Connection &m_connection;
};

} // namespace waitline
