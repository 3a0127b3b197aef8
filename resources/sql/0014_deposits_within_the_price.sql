-- A fixed deposit asks for no more than the price: what was asked for beyond it is asked no longer.

UPDATE sales_order SET deposit_required = (
    SELECT SUM(CASE l.deposit_kind
        WHEN 1 THEN ((l.ordered - l.cancelled) * l.unit_price * l.deposit_value + 5000) / 10000
        WHEN 2 THEN (l.ordered - l.cancelled) * CASE WHEN l.deposit_value < l.unit_price THEN l.deposit_value ELSE l.unit_price END
        ELSE 0 END)
    FROM order_line l WHERE l.order_id = sales_order.id)
WHERE id IN (SELECT order_id FROM order_line WHERE deposit_kind = 2 AND deposit_value > unit_price)
