#pragma once

#include "tests/charts/shops.h"

namespace waitline::test {

// Money and days of service in SQL of the tests' own, which lays and counts them another way than the program does.

inline QString numberOf(QDate day) { return QString::number(toDayNumber(day)); }
inline QString instantAfter(QDate day) { return QString::number(toDayNumber(day.addDays(1)) * 86'400'000); }

/// What each order holds at the end of a day: all entries up to it less the value that left up to it.
inline QString heldAtEndOf(QDate day)
{
    return QStringLiteral(
               "(SELECT order_id, CAST(SUM(money) AS BIGINT) AS held FROM (SELECT p.order_id, p.amount AS money FROM payment p JOIN "
               "operation n ON n.id = p.operation_id WHERE n.at < %2 UNION ALL SELECT h.order_id, -d.units * x.unit_price FROM shipment h "
               "JOIN shipment_line d ON d.shipment_id = h.id JOIN order_line x ON x.id = d.order_line_id WHERE h.voided_by IS NULL AND "
               "h.shipped_day <= %1 UNION ALL SELECT x.order_id, (r.to_stock + r.scrapped) * x.unit_price FROM customer_return r JOIN "
               "operation n ON n.id = r.operation_id JOIN order_line x ON x.id = r.order_line_id WHERE n.at < %2) moved GROUP BY "
               "order_id) held ")
        .arg(numberOf(day), instantAfter(day));
}

inline Money depositsAtEndOf(Connection &connection, QDate day)
{
    return Money(number(connection, u"SELECT CAST(COALESCE(SUM(held), 0) AS BIGINT) FROM " + heldAtEndOf(day) + u"WHERE held > 0"));
}

/// Entries of some days; one that takes another back counts against the side of the one it names.
inline Money moved(Connection &connection, QDate from, QDate to, bool isIn)
{
    return Money(number(connection,
                        QStringLiteral("SELECT CAST(COALESCE(SUM(p.amount), 0) AS BIGINT) FROM payment p JOIN operation n ON n.id = "
                                       "p.operation_id LEFT JOIN payment q ON q.id = p.reverses WHERE COALESCE(q.amount, "
                                       "p.amount) %1 0 AND n.at >= %2 AND n.at < %3")
                            .arg(isIn ? QStringLiteral(">") : QStringLiteral("<"), instantAfter(from.addDays(-1)), instantAfter(to)))) *
           (isIn ? 1 : -1);
}

inline Money leftIn(Connection &connection, QDate from, QDate to)
{
    return Money(
        number(connection,
               QStringLiteral("SELECT CAST(COALESCE(SUM(value), 0) AS BIGINT) FROM (SELECT d.units * x.unit_price AS value FROM "
                              "shipment h JOIN shipment_line d ON d.shipment_id = h.id JOIN order_line x ON x.id = d.order_line_id "
                              "WHERE h.voided_by IS NULL AND h.shipped_day BETWEEN %1 AND %2 UNION ALL SELECT -(r.to_stock + "
                              "r.scrapped) * x.unit_price FROM customer_return r JOIN operation n ON n.id = r.operation_id JOIN "
                              "order_line x ON x.id = r.order_line_id WHERE n.at >= %3 AND n.at < %4) each")
                   .arg(numberOf(from), numberOf(to), instantAfter(from.addDays(-1)), instantAfter(to))));
}

/// Every line of an order that holds a deposit, with its share of it: by the value that has not shipped, rounded so that the
/// shares of an order add up. At risk is a share on a line that stock and purchases do not reach.
inline const QString laidDeposits = QStringLiteral(
    "WITH queue AS (SELECT w.order_line_id AS line, w.product_id AS product, CAST(SUM(w.units) OVER (PARTITION BY w.product_id ORDER BY "
    "w.urgency, w.placed_at, w.rank_line, w.sequence) AS BIGINT) AS upto FROM waiting_line w), coming AS (SELECT product_id AS product, "
    "SUM(ordered - received - closed_short) AS units FROM purchase_line WHERE ordered > received + closed_short GROUP BY product_id), "
    "reach AS (SELECT s.product_id AS product, s.on_hand - s.allocated + COALESCE(c.units, 0) AS units FROM product_stock s LEFT JOIN "
    "coming c ON c.product = s.product_id), sums AS (SELECT l.id AS line, l.order_id AS order_id, l.promise_current AS promise, "
    "o.paid - o.refunded - CAST(SUM(l.shipped * l.unit_price) OVER (PARTITION BY l.order_id) AS BIGINT) AS deposit, "
    "(l.ordered - l.cancelled - l.shipped) * l.unit_price AS open, "
    "CAST(SUM((l.ordered - l.cancelled - l.shipped) * l.unit_price) OVER (PARTITION BY l.order_id ORDER BY l.id) AS BIGINT) AS upto, "
    "CAST(SUM((l.ordered - l.cancelled - l.shipped) * l.unit_price) OVER (PARTITION BY l.order_id) AS BIGINT) AS whole "
    "FROM order_line l JOIN sales_order o ON o.id = l.order_id), held AS (SELECT line, order_id, promise, deposit, open, upto, whole, "
    "CASE WHEN deposit < whole THEN deposit ELSE whole END AS laid FROM sums WHERE deposit > 0), shares AS (SELECT held.line AS line, "
    "order_id, promise, CASE WHEN whole = 0 THEN 0 ELSE (laid * held.upto + whole / 2) / whole - (laid * (held.upto - open) + whole / 2) / "
    "whole END AS share, CASE WHEN queue.upto > reach.units THEN 1 ELSE 0 END AS at_risk FROM held LEFT JOIN queue ON queue.line = "
    "held.line LEFT JOIN reach ON reach.product = queue.product) ");

/// The day each covered line of the queue is served, where purchase `%1` comes `%2` days later.
inline const QString servedDays = QStringLiteral(
    "(SELECT queue.line AS line, queue.units AS units, queue.value AS value, queue.promise AS promise, CASE WHEN queue.upto <= queue.free "
    "THEN queue.earliest ELSE (SELECT MIN(CASE WHEN c.day > queue.earliest THEN c.day ELSE queue.earliest END) FROM (SELECT l.product_id "
    "AS product, o.expected + CASE WHEN o.id = %1 THEN %2 ELSE 0 END AS day, SUM(l.ordered - l.received - l.closed_short) OVER (PARTITION "
    "BY l.product_id ORDER BY o.expected + CASE WHEN o.id = %1 THEN %2 ELSE 0 END) AS upto FROM purchase_line l JOIN purchase_order o ON "
    "o.id = l.purchase_id WHERE l.ordered > l.received + l.closed_short) c WHERE c.product = queue.product AND c.upto + queue.free >= "
    "queue.upto) END AS day FROM (SELECT w.order_line_id AS line, w.product_id AS product, w.units AS units, w.units * l.unit_price AS "
    "value, l.promise_current AS promise, s.on_hand - s.allocated AS free, CASE WHEN p.release_day > %3 THEN p.release_day ELSE %3 END AS "
    "earliest, SUM(w.units) OVER (PARTITION BY w.product_id ORDER BY w.urgency, w.placed_at, w.rank_line, w.sequence) AS upto FROM "
    "waiting_line w JOIN order_line l ON l.id = w.order_line_id JOIN product p ON p.id = w.product_id JOIN product_stock s ON s.product_id "
    "= w.product_id) queue)");

} // namespace waitline::test
