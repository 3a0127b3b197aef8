#pragma once

#include "models/exchange/fileformat.h"
#include "models/exchange/header.h"

#include <array>

namespace waitline {

/// Our own formats: whatever has their fields can be taken by saying which column holds which.
inline constexpr std::array plainFormats{FileFormat::Orders,    FileFormat::Products,  FileFormat::Customers,
                                         FileFormat::Purchases, FileFormat::Suppliers, FileFormat::History};

/// Where the fields of our own formats stand in a file; -1 for those it does not have.
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
        shipped, paid, refunded, campaign, channel, note;
};

struct PurchaseColumns {
    explicit PurchaseColumns(const Header &header);
    int reference, supplier, placed, expected, sku, units, cost, received;
};

struct HistoryColumns {
    explicit HistoryColumns(const Header &header);
    int reference, sku, name, customer, country, day, units, price, total;
};

/// A field of one of our own formats, by the name that `--map FIELD=COLUMN` gives it, and the column that holds it.
struct FoundField {
    QString name;
    int column = -1; ///< none
};
/// The fields of a format in the order in which people think of them, and where they are found; empty for the formats
/// that are told by their header, whose columns are not ours to name.
[[nodiscard]] std::vector<FoundField> plainFields(FileFormat format, const Header &header);

/// Which of our own formats these columns (or mapped fields) make, if any.
[[nodiscard]] std::optional<FileFormat> recognisePlain(const Header &header);
/// A field that the format cannot do without and the file does not have; empty when all are there.
[[nodiscard]] QString missingField(FileFormat format, const Header &header);
/// Whether `field` can be mapped at all.
[[nodiscard]] bool isPlainField(const QString &field);

} // namespace waitline
