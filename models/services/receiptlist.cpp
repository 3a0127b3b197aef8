#include "models/services/receiptlist.h"

#include "models/domain/foldedtext.h"
#include "models/services/openpurchases.h"
#include "models/services/unitofwork.h"

#include <algorithm>

namespace waitline {

Result<std::vector<ReceiptId>> listReceipts(Connection &connection, const ReceiptFilter &filter)
{
    return readIn(connection, [&] {
        const qint64 number = std::max(numberAfter(QStringLiteral("GRN-"), filter.text), numberAfter(QStringLiteral("PO-"), filter.text));
        return ReceiptListStore(connection).list(folded(filter.text), number, filter.purchase);
    });
}

Result<std::vector<ListedReceipt>> receiptRows(Connection &connection, const std::vector<ReceiptId> &receipts)
{
    return readIn(connection, [&] {
        std::vector<ListedReceipt> rows;
        for (ReceiptId id : receipts)
            rows.push_back(*ReceiptListStore(connection).find(id));
        return rows;
    });
}

} // namespace waitline
