#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <vector>

namespace waitline {

class Connection;

/// A sale from before Waitline.
struct HistorySale {
    QString reference; ///< the invoice or week it comes from
    qint64 position = 0;
    ProductId product;
    QDate day;
    Units units = 0;
    Money unitPrice = 0;
    QString country;
};

/// Sales from before Waitline: what forecasts learn from.
class SalesHistoryStore final {
public:
    explicit SalesHistoryStore(Connection &connection) : m_connection(connection) {}

    /// (source, reference, position) must be new.
    void insertAll(const QString &source, const std::vector<HistorySale> &sales);

private:
    Connection &m_connection;
};

} // namespace waitline
