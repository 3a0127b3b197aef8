#pragma once

#include "models/domain/result.h"
#include "models/store/searchstore.h"

namespace waitline {

class Connection;

/// Something a typed text can mean, to go to.
struct SearchHit {
    enum class Kind { Order, Customer, Product, Purchase, Receipt };
    Kind kind = Kind::Order;
    qint64 id = 0;
    QString title; ///< "LAMP · Brass lamp"
    QString detail; ///< "42 wait · next 14 Oct"
};

/// Orders (number, reference), purchases (number with or without "PO-", reference), receipts ("GRN-7", supplier's note
/// number), products (SKU, barcode, any word) and customers (any word, e-mail, phone), best first; at most `limit`. An
/// empty text finds nothing.
[[nodiscard]] Result<std::vector<SearchHit>> searchAll(Connection &connection, const QString &text, int limit);
/// For pickers: exact SKU or barcode first, then those that begin with the text, then those that contain its words.
[[nodiscard]] Result<std::vector<ProductHit>> searchProducts(Connection &connection, const QString &text, int limit);
/// For pickers whose list is opened before anything is typed.
[[nodiscard]] Result<std::vector<ProductHit>> firstProducts(Connection &connection, int limit);
[[nodiscard]] Result<std::vector<CustomerHit>> firstCustomers(Connection &connection, int limit);
/// For pickers: the same name or reference first, then names that begin with the text, then those that contain its words.
[[nodiscard]] Result<std::vector<CustomerHit>> searchCustomers(Connection &connection, const QString &text, int limit);

} // namespace waitline
