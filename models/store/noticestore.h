#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <QString>

#include <vector>

namespace waitline {

class Connection;

/// What a customer is to be told: the release of a product they wait for has moved.
struct Notice {
    qint64 id = 0;
    CustomerId customer;
    QString customerName;
    QString email;
    ProductId product;
    QString sku;
    QDate before;
    QDate after;
};

class NoticeStore final {
public:
    explicit NoticeStore(Connection &connection) : m_connection(connection) {}

    /// One for each customer with a pre-order of the product that has not shipped in full; answers how many.
    qint64 prepare(OperationId operation, ProductId product, QDate before, QDate after);
    /// Those nobody was told of yet, oldest first.
    [[nodiscard]] std::vector<Notice> open();
    /// False where there is none, or it was told before.
    [[nodiscard]] bool markTold(qint64 notice, OperationId by);

private:
    Connection &m_connection;
};

} // namespace waitline
