#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// What somebody expects of a product in some days, and what the method expected of them when it was said.
struct StoredOverride {
    OverrideId id;
    ProductId product;
    QDate first;
    QDate last;
    Units units = 0;
    double said = 0;
    QString reason;
    QString actor;
    Instant at = 0;
    bool isEnded = false; ///< taken back, or another one was put in its place
};

class OverrideStore final {
public:
    explicit OverrideStore(Connection &connection) : m_connection(connection) {}

    OverrideId insert(OperationId operation, const StoredOverride &wanted);
    void end(OverrideId id, OperationId by);
    [[nodiscard]] std::optional<StoredOverride> find(OverrideId id);
    /// All of a product, or of every product where it is not valid, by product and first day.
    [[nodiscard]] std::vector<StoredOverride> all(ProductId product);

private:
    Connection &m_connection;
};

} // namespace waitline
