#pragma once

#include "models/domain/ordersheet.h"
#include "models/services/orderview.h"
#include "models/services/refuseddemand.h"
#include "models/services/stockbook.h"
#include "models/store/ordereditstore.h"

namespace waitline {

class Connection;

/// What a desk saw of an order and what it wants of it.
struct OrderEdit {
    OrderId order;
    OrderSheet before;
    OrderSheet after;
    QString reason; ///< needed where lines are removed, which cancels what is open of them
    std::vector<UnwaitedUnits> unwaited = {}; ///< kept as refused demand with the edit
};

/// What somebody else changed of an order meanwhile.
struct OthersChange {
    SheetChange change;
    std::optional<Author> author; ///< none where no document tells
    bool collides = false; ///< the edit changes the same value
};

struct EditOutcome {
    std::optional<OrderView> saved; ///< none: others changed the order, and nothing was written
    std::vector<OthersChange> others;
    OrderSheet current; ///< the order as it is now
};

/// An order's values that can be edited. Lines that are cancelled wholly are left out.
[[nodiscard]] OrderSheet sheetOf(const StoredOrder &order, const std::vector<StoredOrderLine> &lines);
[[nodiscard]] OrderSheet sheetOf(const OrderView &order);

/// Changes several values of an order in one operation, all or none, and only if nobody changed the order since.
class OrderEditing final {
public:
    explicit OrderEditing(Connection &connection) : m_connection(connection) {}

    Result<EditOutcome> save(const OrderEdit &edit, const Caller &caller);
    /// What save() would make of it, taken back at once; a conflict is an error.
    Result<OrderView> rehearse(const OrderEdit &edit, const Caller &caller);

private:
    EditOutcome apply(const OrderEdit &edit, const Caller &caller);
    void write(const OrderEdit &edit, const std::vector<SheetChange> &wanted, StockBook &book, const StoredOrder &order,
               const Caller &caller);
    void writeCustomer(const OrderEdit &edit, const StoredOrder &order, OperationId operation);
    void writeTerms(const OrderEdit &edit, const std::vector<SheetChange> &wanted, OperationId operation);
    void writeLines(const OrderEdit &edit, const std::vector<SheetChange> &wanted, StockBook &book, const StoredOrder &order,
                    const Caller &caller);
    [[nodiscard]] std::map<ProductId, Units> added(const OrderEdit &edit);
    void writeUnwaited(const OrderEdit &edit, OperationId operation, const Caller &caller);
    StoredOrderLine toAdd(const SheetLine &line, const StoredProduct &product, const Caller &caller);
    std::vector<ProductId> products(const OrderEdit &edit);

    Connection &m_connection;
    std::optional<RefusedWish> m_refused;
};

} // namespace waitline
