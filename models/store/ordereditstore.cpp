#include "models/store/ordereditstore.h"

#include "models/store/connection.h"

namespace waitline {

QString fieldWord(OrderField field)
{
    switch (field) {
    case OrderField::Customer: return QStringLiteral("customer");
    case OrderField::Priority: return QStringLiteral("priority");
    case OrderField::Campaign: return QStringLiteral("campaign");
    case OrderField::ShipComplete: return QStringLiteral("complete");
    case OrderField::Reference: return QStringLiteral("reference");
    case OrderField::Note: return QStringLiteral("note");
    case OrderField::Quantity:
    case OrderField::Removed: return QStringLiteral("units");
    case OrderField::Price: return QStringLiteral("price");
    case OrderField::Promise: return QStringLiteral("promise");
    case OrderField::Added: return QStringLiteral("added");
    }
    Q_UNREACHABLE();
}

void OrderEditStore::insert(OperationId operation, const EditedValue &change)
{
    m_connection.run("INSERT INTO order_edit (operation_id, order_id, order_line_id, field, value_before, value_after) "
                     "VALUES (?, ?, ?, ?, ?, ?)",
                     operation, change.order, change.line, change.field, change.before, change.after);
}

std::optional<Author> OrderEditStore::lastAuthor(OrderId order, const SheetChange &change)
{
    const auto author = [](Rows rows) -> std::optional<Author> {
        return rows.next() ? std::optional(Author{rows.text(0), rows.integer(1)}) : std::nullopt;
    };
#define WAITLINE_LAST_OF "SELECT p.actor, p.at FROM operation p WHERE p.id = "
    switch (change.field) {
    case OrderField::Promise:
        return author(
            m_connection.run(WAITLINE_LAST_OF "(SELECT MAX(operation_id) FROM promise_change WHERE order_line_id = ?)", change.line));
    case OrderField::Quantity:
    case OrderField::Removed:
        return author(
            m_connection.run(WAITLINE_LAST_OF
                             "(SELECT MAX(operation_id) FROM (SELECT operation_id FROM cancellation WHERE order_line_id = ? "
                             "UNION ALL SELECT operation_id FROM order_edit WHERE order_id = ? AND order_line_id = ?) AS both_kinds)",
                             change.line, order, change.line));
    case OrderField::Price:
        return author(m_connection.run(WAITLINE_LAST_OF
                                       "(SELECT MAX(operation_id) FROM order_edit WHERE order_id = ? AND order_line_id = ? AND field = ?)",
                                       order, change.line, fieldWord(change.field)));
    case OrderField::Added:
        return author(m_connection.run(WAITLINE_LAST_OF
                                       "(SELECT MIN(operation_id) FROM order_edit WHERE order_id = ? AND order_line_id = ?)",
                                       order, change.line));
    default:
        return author(m_connection.run(WAITLINE_LAST_OF "(SELECT MAX(operation_id) FROM order_edit WHERE order_id = ? AND field = ?)",
                                       order, fieldWord(change.field)));
    }
}

} // namespace waitline
