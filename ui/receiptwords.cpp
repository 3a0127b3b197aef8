#include "ui/receiptwords.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>

namespace waitline {

namespace {

constexpr size_t mostNamed = 3;

QString sentence(const char *text) { return QCoreApplication::translate("ReceiptWords", text); }

QString customerOf(OrderId order, const OrderCustomers &before, const OrderCustomers &after)
{
    for (const OrderCustomers *customers : {&after, &before}) {
        if (const auto known = customers->find(order); known != customers->end())
            return known->second;
    }
    return sentence("order %1").arg(order.value);
}

} // namespace

QString changesSentence(const std::vector<OutcomeChange> &changes, const OrderCustomers &before, const OrderCustomers &after)
{
    if (changes.empty())
        return sentence("everybody gets the same.");
    QStringList parts;
    for (size_t i = 0; i < std::min(changes.size(), mostNamed); ++i) {
        const OutcomeChange &change = changes[i];
        const QString text = change.before == 0  ? sentence("%1 gets %2 %3")
                             : change.after == 0 ? sentence("%1 gets none of the %2 %3")
                                                 : sentence("%1 gets %2 %3 instead of %4");
        QString part =
            text.arg(customerOf(change.order, before, after), numberText(change.after == 0 ? change.before : change.after), change.sku);
        if (change.before != 0 && change.after != 0)
            part = part.arg(numberText(change.before));
        parts += part;
    }
    if (changes.size() > mostNamed)
        parts += sentence("%1 more lines change").arg(numberText(qint64(changes.size() - mostNamed)));
    return parts.join(QStringLiteral(", ")) + u'.';
}

} // namespace waitline
