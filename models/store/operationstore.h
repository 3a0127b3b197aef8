#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <QString>

#include <optional>

namespace waitline {

class Connection;

/// Who does what, when and why: the head of every operation.
struct OperationStamp {
    QString kind; ///< "place", "receive", "count" …
    QString uuid; ///< empty: a fresh one
    QString actor;
    Instant at = 0;
    QString reason;
};

/// What an operation answered the first time, and what it had been asked.
struct FirstAnswer {
    QString request; ///< names verb and arguments; empty where none was kept
    QString answer;
};

class OperationStore final {
public:
    explicit OperationStore(Connection &connection) : m_connection(connection) {}

    /// Records the operation; throws StoreError (unique violation) when its uuid was used before.
    OperationId insert(const OperationStamp &stamp);
    /// The same, but none when the uuid was used before.
    [[nodiscard]] std::optional<OperationId> insertUnlessKnown(const OperationStamp &stamp);
    /// What the operation with this uuid answered; none when the uuid is new.
    [[nodiscard]] std::optional<FirstAnswer> firstAnswer(const QString &uuid);
    /// Keeps the answer with its operation. `request` is one line.
    void rememberAnswer(const QString &uuid, const FirstAnswer &first);

private:
    Connection &m_connection;
};

} // namespace waitline
