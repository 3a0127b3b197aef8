#pragma once

#include "models/domain/id.h"

#include <QDate>
#include <QString>

#include <vector>

namespace waitline {

class Connection;

struct StoredOpenPurchase {
    PurchaseId id;
    QString supplier;
    QString reference;
    QDate expected;
    qint64 lines = 0; ///< with units still to come
    Units toCome = 0;
};

class OpenPurchaseStore final {
public:
    explicit OpenPurchaseStore(Connection &connection) : m_connection(connection) {}

    /// Purchases with units still to come, by expected day. Reads the open lines only, however many are closed.
    [[nodiscard]] std::vector<StoredOpenPurchase> all();

private:
    Connection &m_connection;
};

} // namespace waitline
