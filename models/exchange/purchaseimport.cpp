#include "models/exchange/purchaseimport.h"

#include "models/exchange/gathering.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/unitofwork.h"

#include <algorithm>
#include <map>

namespace waitline {

namespace {

// When goods come whose day nobody told.
constexpr int usualLeadDays = 14;

QByteArray contentOf(const PurchaseRecord &record)
{
    QByteArray content = record.supplier.toUtf8() + '\n' + QByteArray::number(record.placedAt.value_or(0)) + '\n' +
                         (record.expected ? record.expected->toString(Qt::ISODate).toUtf8() : QByteArray());
    for (const PurchaseLineRecord &line : record.lines)
        content += '\n' + line.sku.toUtf8() + '\t' + QByteArray::number(line.units) + '\t' + QByteArray::number(line.cost.value_or(-1));
    return content;
}

/// Whether the file tells other units of a product, or a day the purchase was never expected on.
bool tellsOtherwise(const PurchaseRecord &record, const StoredPurchase &known)
{
    std::map<QString, Units> units;
    for (const PurchaseLineRecord &line : record.lines)
        units[line.sku.toCaseFolded()] += line.units;
    for (const StoredPurchaseLine &line : known.lines)
        units[line.sku.toCaseFolded()] -= line.ordered;
    const bool isOfOtherDay = record.expected && record.expected != known.expected && record.expected != known.expectedFirst;
    return isOfOtherDay || std::any_of(units.begin(), units.end(), [](const auto &each) { return each.second != 0; });
}

} // namespace

void PurchaseImport::prepare(std::vector<NeutralRecord> &records)
{
    for (NeutralRecord &each : records) {
        auto &record = std::get<PurchaseRecord>(each);
        if (record.reference.isEmpty())
            record.reference = m_references.of(contentOf(record));
    }
}

Result<Done> PurchaseImport::take(const std::vector<NeutralRecord> &records, BatchTally &tally)
{
    for (const NeutralRecord &each : records) {
        const auto &record = std::get<PurchaseRecord>(each);
        PurchaseStore purchases(m_connection);
        if (const PurchaseId before = purchases.idOfReference(record.reference); before.isValid()) {
            ++tally.skipped;
            if (const auto known = purchases.find(before); known && tellsOtherwise(record, *known))
                tally.differingPurchases.push_back(before.value);
            continue;
        }
        const auto taken = writeIn(m_connection, [&] { return takeOne(record); });
        if (!taken && taken.error().kind == Error::Kind::Storage)
            return taken.error();
        if (taken) {
            ++tally.created;
            continue;
        }
        for (const PurchaseLineRecord &line : record.lines)
            tally.rejections.push_back({line.row, {}, line.row == record.row ? taken.error().message : rowGoesWith(record.row)});
    }
    return Done{};
}

Done PurchaseImport::takeOne(const PurchaseRecord &record)
{
    Caller then = m_caller;
    then.now = record.placedAt.value_or(m_caller.now);
    PurchaseDraft draft;
    draft.supplier = record.supplier;
    draft.expected = record.expected.value_or(then.today().addDays(usualLeadDays));
    draft.reference = record.reference;
    ReceiptDraft receipt;
    for (const PurchaseLineRecord &line : record.lines) {
        draft.lines.push_back({line.sku, line.units, line.cost});
        if (line.received > 0)
            receipt.lines.push_back({line.sku, line.received, 0});
    }
    receipt.purchase = orRefuse(PurchaseService(m_connection).place(draft, then)).id;
    receipt.reference = record.reference;
    if (!receipt.lines.empty())
        orRefuse(ReceivingService(m_connection).post(receipt, m_caller));
    return Done{};
}

} // namespace waitline
