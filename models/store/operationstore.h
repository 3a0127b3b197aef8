#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <QString>

#include <optional>

namespace waitline {

class Connection;

/// Who does what, when and why: the head of every operation.
struct OperationStamp {
    QString kind;   ///< "place", "receive", "count" …
    QString uuid;   ///< empty: a fresh one
    QString actor;
    Instant at = 0;
    QString reason;
};

class OperationStore final {
public:
    explicit OperationStore(Connection &connection) : m_connection(connection) {}

    /// Records the operation; throws StoreError (unique violation) when its uuid was used before.
    OperationId insert(const OperationStamp &stamp);
    /// What the operation with this uuid answered the first time; none when the uuid is new.
    [[nodiscard]] std::optional<QString> firstResult(const QString &uuid);
    [[nodiscard]] bool exists(const QString &uuid);
    void rememberResult(const QString &uuid, const QString &result);

private:
    Connection &m_connection;
};

} // namespace waitline
