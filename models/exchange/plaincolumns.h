#pragma once

#include "models/exchange/fileformat.h"
#include "models/exchange/header.h"

namespace waitline {

/// Where the fields of our own formats stand in a file; -1 for those it does not have. The first name of each is
/// the field of `--map FIELD=COLUMN`; the others are names that columns have in the wild.
struct ProductColumns {
    explicit ProductColumns(const Header &header);
    int sku, name, price, cost, release, editionSize, customerLimit, backorders, deposit, policy, leadDays, pack, minimum, lowStock, stock,
        discontinued, barcode, category, supplier, location;
};

struct PartyColumns {
    explicit PartyColumns(const Header &header);
    int code, name, contact, email, phone, street, city, postcode, country, note, leadDays;
};

struct OrderColumns {
    explicit OrderColumns(const Header &header);
    int reference, customer, email, country, placed, sku, name, units, price, total, priority, complete, promise, cancelledAt, cancelled,
        shipped, paid, refunded, campaign, note;
};

struct PurchaseColumns {
    explicit PurchaseColumns(const Header &header);
    int reference, supplier, placed, expected, sku, units, cost, received;
};

struct HistoryColumns {
    explicit HistoryColumns(const Header &header);
    int reference, sku, name, customer, country, day, units, price, total;
};

/// Which of our own formats these columns (or mapped fields) make, if any.
[[nodiscard]] std::optional<FileFormat> recognisePlain(const Header &header);
/// A field that the format cannot do without and the file does not have; empty when all are there.
[[nodiscard]] QString missingField(FileFormat format, const Header &header);
/// Whether `field` can be mapped at all.
[[nodiscard]] bool isPlainField(const QString &field);

} // namespace waitline
