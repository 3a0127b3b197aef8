#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <vector>

namespace waitline {

class Connection;

/// A sale from before this database, as another system kept it.
struct PastSale {
    QString reference; ///< the other system's document
    qint64 position = 0; ///< of the sale in it, so that it is taken once only
    ProductId product;
    CustomerId customer; ///< invalid where nobody is told
    QDate day;
    Units units = 0;
    Money unitPrice = 0;
    QString country;
};

/// Sales history. It stands beside the demand summaries, which are of this database's own orders.
class HistoryStore final {
public:
    explicit HistoryStore(Connection &connection) : m_connection(connection) {}

    /// Adds those that (source, reference, position) does not know yet; answers how many.
    qint64 insert(const QString &source, const std::vector<PastSale> &sales);

private:
    Connection &m_connection;
};

} // namespace waitline
