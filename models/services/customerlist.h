#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"
#include "models/store/customerliststore.h"
#include "models/store/customerstore.h"

namespace waitline {

class Connection;

/// Which customers a list shows.
struct CustomerFilter {
    enum class Only { All, WithOpenOrders, Late, WithMoneyHeld, Alike };
    QString text; ///< words of the name, number, e-mail or phone
    Only only = Only::All; ///< Alike: another customer has the same name, e-mail or phone

    friend bool operator==(const CustomerFilter &, const CustomerFilter &) = default;
};

struct CustomerQuestion {
    CustomerFilter filter;
    CustomerSort sort = CustomerSort::Name;
    bool descending = false;
    QDate today;
};

/// The customers a list holds, in its order, and how many late lines those have that have any.
struct CustomerListing {
    std::vector<CustomerId> ids;
    std::map<CustomerId, qint64> late;
};

struct CustomerRow {
    CustomerId id;
    CustomerDetails details;
    CustomerFigures figures;
    qint64 late = 0; ///< lines expected later than promised
};

[[nodiscard]] Result<CustomerListing> listCustomers(Connection &connection, const CustomerQuestion &question);
/// Rows `first` … `first + count - 1` of a listing.
[[nodiscard]] Result<std::vector<CustomerRow>> customerRows(Connection &connection, const CustomerListing &listing, qint64 first,
                                                            qint64 count);

} // namespace waitline
