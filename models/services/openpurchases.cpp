#include "models/services/openpurchases.h"

#include "models/domain/foldedtext.h"
#include "models/services/unitofwork.h"

namespace waitline {

qint64 numberAfter(const QString &prefix, const QString &text)
{
    const QString typed = text.trimmed().toUpper();
    if (typed.startsWith(prefix))
        return typed.mid(prefix.size()).toLongLong();
    return typed.startsWith(u'#') ? typed.mid(1).toLongLong() : typed.toLongLong();
}

Result<std::vector<OpenPurchase>> openPurchases(Connection &connection, const QString &text, QDate today)
{
    const QString sought = folded(text);
    const PurchaseId number{numberAfter(QStringLiteral("PO-"), text)};
    return readIn(connection, [&] {
        std::vector<OpenPurchase> found;
        for (StoredOpenPurchase &purchase : OpenPurchaseStore(connection).all()) {
            const bool isMeant = sought.isEmpty() || purchase.id == number || folded(purchase.supplier).contains(sought) ||
                                 folded(purchase.reference).contains(sought);
            const qint64 late = std::max<qint64>(purchase.expected.daysTo(today), 0);
            if (isMeant)
                found.push_back({std::move(purchase), late});
        }
        return found;
    });
}

} // namespace waitline
