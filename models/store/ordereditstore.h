#pragma once

#include "models/domain/clock.h"
#include "models/domain/ordersheet.h"

namespace waitline {

class Connection;

/// One value of an order that an operation changed after it was placed. Values as in SheetChange, units as ordered.
struct EditedValue {
    OrderId order;
    OrderLineId line; ///< invalid: a value of the order itself
    QString field; ///< "priority", "campaign", "complete", "reference", "note", "units" or "added"
    QString before;
    QString after;
};

/// Who did something, and when.
struct Author {
    QString actor;
    Instant at = 0;
};

class OrderEditStore final {
public:
    explicit OrderEditStore(Connection &connection) : m_connection(connection) {}

    void insert(OperationId operation, const EditedValue &change);
    /// Who changed such a value last; none where no document tells.
    [[nodiscard]] std::optional<Author> lastAuthor(OrderId order, const SheetChange &change);

private:
    Connection &m_connection;
};

/// The word of a header's or line's value in EditedValue::field.
[[nodiscard]] QString fieldWord(OrderField field);

} // namespace waitline
