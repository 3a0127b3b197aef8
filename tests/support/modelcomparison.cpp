#include "tests/support/modeldriver.h"

namespace waitline::test {

namespace {

/// All rows as text, one row a line, columns separated by blanks.
QString rowsOf(Connection &connection, const QString &sql, int columns)
{
    QStringList lines;
    Rows rows = connection.run(sql, {});
    while (rows.next()) {
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells += rows.isNull(i) ? QStringLiteral("-") : rows.text(i);
        lines += cells.join(u' ');
    }
    return lines.join(u'\n');
}

template <typename... Numbers>
QString cells(Numbers... numbers)
{
    return QStringList{QString::number(numbers)...}.join(u' ');
}

QString compared(const QString &what, const QString &real, const QStringList &model)
{
    const QString expected = model.join(u'\n');
    return real == expected ? QString() : QStringLiteral("%1\nservices:\n%2\nmodel:\n%3").arg(what, real, expected);
}

} // namespace

QString ModelDriver::differences()
{
    QString found = differentProducts();
    if (found.isEmpty())
        found = differentOrders();
    for (const auto &[id, product] : m_model.products) {
        if (found.isEmpty())
            found = differentQueue(id, true);
        if (found.isEmpty())
            found = differentQueue(id, false);
    }
    return found;
}

QString ModelDriver::differentProducts()
{
    QStringList model;
    for (const auto &[id, product] : m_model.products) {
        Number value = 0;
        for (const auto *line : m_model.queue(id))
            value += line->waiting * line->price;
        model += cells(id, product.onHand, m_model.allocated(id), m_model.waiting(id, true), m_model.waiting(id, false),
                       Number(m_model.queue(id).size()), value, m_model.onOrder(id), product.shipped);
    }
    return compared(QStringLiteral("products"),
                    rowsOf(m_connection,
                           QStringLiteral("SELECT product_id, on_hand, allocated, waiting_preorder, waiting_backorder, waiting_lines, "
                                          "waiting_value, on_order, shipped FROM product_stock ORDER BY product_id"),
                           9),
                    model);
}

QString ModelDriver::differentOrders()
{
    QStringList orders;
    for (const auto &[id, order] : m_model.orders)
        orders += cells(id, order.priority, order.paid, order.refunded, m_model.depositRequired(id));
    const QString found =
        compared(QStringLiteral("orders"),
                 rowsOf(m_connection, QStringLiteral("SELECT id, priority, paid, refunded, deposit_required FROM sales_order ORDER BY id"),
                        5),
                 orders);
    if (!found.isEmpty())
        return found;
    QStringList lines;
    for (const auto &[id, line] : m_model.lines) {
        lines += cells(id, line.ordered, line.cancelled, line.shipped, Number(line.preorder)) + u' ' +
                 (line.promise ? QString::number(*line.promise) : QStringLiteral("-"));
    }
    return compared(QStringLiteral("lines"),
                    rowsOf(m_connection,
                           QStringLiteral("SELECT id, ordered, cancelled, shipped, preorder, promise_current FROM order_line ORDER BY id"),
                           6),
                    lines);
}

QString ModelDriver::differentQueue(Number product, bool waiting)
{
    QStringList model;
    for (const auto *line : waiting ? m_model.queue(product) : m_model.holders(product))
        model += cells(line->id, waiting ? line->waiting : line->allocated);
    const QString table = waiting ? QStringLiteral("waiting_line") : QStringLiteral("allocated_line");
    return compared(QStringLiteral("%1 of %2").arg(table, sku(product)),
                    rowsOf(m_connection,
                           QStringLiteral(
                               "SELECT order_line_id, units FROM %1 WHERE product_id = %2 ORDER BY product_id, urgency, placed_at, "
                               "rank_line, sequence")
                               .arg(table)
                               .arg(product),
                           2),
                    model);
}

} // namespace waitline::test
