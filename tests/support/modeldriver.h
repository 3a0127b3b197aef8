#pragma once

#include "models/services/caller.h"
#include "models/store/connection.h"
#include "tests/support/referencemodel.h"

#include <QRandomGenerator>
#include <QStringList>

namespace waitline::test {

/// A small business run twice: by the services on a database and by the reference model. Every step is one random
/// operation, after which all counters, lines, queues and answers of both are compared.
class ModelDriver final {
public:
    ModelDriver(Connection &connection, quint32 seed);

    /// What differs after one more operation; empty while both agree.
    [[nodiscard]] QString step();
    /// The operations so far, oldest first.
    [[nodiscard]] const QStringList &log() const { return m_log; }

private:
    using Number = ReferenceModel::Number;
    [[nodiscard]] Number upTo(Number most) { return m_random.bounded(qint64(most) + 1); }
    [[nodiscard]] bool oneIn(int times) { return m_random.bounded(times) == 0; }
    template <typename Map>
    [[nodiscard]] Number anyKey(const Map &map)
    {
        return std::next(map.begin(), upTo(Number(map.size()) - 1))->first;
    }
    [[nodiscard]] Caller caller() const;
    [[nodiscard]] QString sku(Number product) const { return QStringLiteral("P%1").arg(product); }
    void note(const QString &what) { m_log += what; }

    void addProducts();
    QString perform();
    QString placeOne();
    QString receiveOne();
    QString changeOne();
    QString moveOne(bool undo);
    QString shipOne(Number order);
    QString shipmentOne();
    QString orderOne(int kind);
    QString purchaseOne(bool close);
    [[nodiscard]] std::vector<ReferenceModel::Wish> wishes(Number mostLines, Number mostUnits);
    [[nodiscard]] ReferenceModel::Terms anyTerms(Number product);
    [[nodiscard]] QString differences();
    [[nodiscard]] QString differentProducts();
    [[nodiscard]] QString differentOrders();
    [[nodiscard]] QString differentQueue(Number product, bool waiting);

    Connection &m_connection;
    QRandomGenerator m_random;
    ReferenceModel m_model;
    Instant m_now;
    QStringList m_log;
};

} // namespace waitline::test
