#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"

#include <QRandomGenerator>

namespace waitline {
class Connection;
}

namespace waitline::test {

/// A desk that does one random thing after another in a small business which others work in too.
class RandomDesk final {
public:
    static constexpr int products = 5;

    RandomDesk(Connection &connection, quint32 seed) : m_connection(connection), m_random(seed) {}

    /// Five products of different policies and caps; once for each database.
    static void open(Connection &connection);
    static QString sku(int product) { return QStringLiteral("P%1").arg(product); }

    /// The UUID of the operation, where it was done; else why not.
    Result<QString> step();

private:
    [[nodiscard]] qint64 upTo(qint64 most) { return m_random.bounded(most + 1); }
    [[nodiscard]] QString anySku() { return sku(1 + int(upTo(products - 1))); }
    /// An id of a table, if it has any.
    [[nodiscard]] qint64 any(const char *table);
    Result<Done> perform(const Caller &caller);
    Result<Done> place(const Caller &caller);
    Result<Done> receive(const Caller &caller);
    Result<Done> returnSome(const Caller &caller, qint64 shipmentLine);
    Result<Done> changeOrder(const Caller &caller, qint64 order);
    Result<Done> changeLine(const Caller &caller, qint64 line);

    Connection &m_connection;
    QRandomGenerator m_random;
};

} // namespace waitline::test
