#pragma once

#include "models/services/caller.h"
#include "models/services/stockbook.h"

namespace waitline {

class Connection;

struct CountOutcome {
    QString sku;
    Units before = 0;
    Units after = 0;
    std::vector<LineUnits> takenBack;
    std::vector<LineUnits> served;
};

/// Stock counts: on hand becomes what was counted.
class CountService final {
public:
    explicit CountService(Connection &connection) : m_connection(connection) {}

    /// With fewer units than are allocated, the lowest-ranked lines give theirs back; with more, the line is served.
    Result<CountOutcome> count(const QString &sku, Units counted, const QString &reason, const Caller &caller);

private:
    Connection &m_connection;
};

} // namespace waitline
