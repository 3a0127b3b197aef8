#include "models/exchange/standingtext.h"
#include "models/domain/daytext.h"
#include "models/domain/moneytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Customers", text); }
QString number(qint64 value) { return QLocale().toString(value); }

QString expected(const OrderLineView &line)
{
    return line.coverage.isCovered() ? sentence("expected on %1").arg(dayText(line.coverage.eta))
                                     : sentence("not on order with our supplier yet");
}

/// "  LAMP  Brass lamp: 5 ordered, 2 set aside for you, 3 wait: 2nd …"
QString lineText(const OrderLineView &view)
{
    const StoredOrderLine &line = view.line;
    QStringList parts{sentence("%1 ordered").arg(number(line.active()))};
    if (line.shipped > 0)
        parts += sentence("%1 shipped").arg(number(line.shipped));
    if (line.allocated > 0)
        parts += sentence("%1 set aside for you").arg(number(line.allocated));
    if (line.waiting > 0)
        parts += sentence("%1 waiting at place %2 in line").arg(number(line.waiting), number(view.place.value_or(0)));
    if (line.waiting > 0)
        parts += expected(view);
    if (line.promise)
        parts += sentence("promised for %1").arg(dayText(*line.promise));
    return QStringLiteral("  %1  %2\n    %3").arg(line.sku, line.productName, parts.join(QStringLiteral(", ")));
}

} // namespace

QString standingText(const CustomerView &view, QDate today, const Currency &currency)
{
    QStringList text{sentence("Where your orders stand on %1").arg(dayText(today)), view.customer.details.name, {}};
    if (view.open.empty())
        text +=
            view.orders.empty() ? sentence("There is no order of yours yet.") : sentence("All your orders have shipped: nothing is open.");
    for (const OrderView &order : view.open) {
        const QString reference = order.order.reference.isEmpty() ? QString() : sentence(", your reference %1").arg(order.order.reference);
        text += sentence("Order %1 of %2%3").arg(QString::number(order.order.id.value), dayText(dayOf(order.order.placedAt)), reference);
        for (const OrderLineView &line : order.lines) {
            if (line.line.active() > 0)
                text += lineText(line);
        }
        text += QStringLiteral("  ") + sentence("Total %1 %4, paid %2 %4, still to pay %3 %4")
                                           .arg(moneyText(order.total, currency), moneyText(order.order.held(), currency),
                                                moneyText(order.balanceDue(), currency), currency.code);
        if (const Money missing = order.order.depositRequired - order.order.held(); missing > 0)
            text += QStringLiteral("  ") +
                    sentence("Deposit still to pay before goods leave: %1 %2").arg(moneyText(missing, currency), currency.code);
        text += QString();
    }
    for (const CustomerRefund &refund : view.refunds)
        text += sentence("Order %1: we owe you %2 %3, which was paid beyond what is left of it.")
                    .arg(QString::number(refund.order.value), moneyText(refund.amount, currency), currency.code);
    return text.join(u'\n').trimmed() + u'\n';
}

} // namespace waitline
