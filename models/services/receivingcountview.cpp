// A delivery that is being counted, as it is read.
#include "models/services/receivingcounts.h"
#include "models/services/unitofwork.h"

#include <algorithm>

namespace waitline {

Units ReceivingCountView::counted() const
{
    Units units = 0;
    for (const CountLine &line : lines)
        units += line.units.arrived();
    return units;
}

Units ReceivingCountView::missing() const
{
    Units units = 0;
    for (const CountLine &line : lines)
        units += std::max<Units>(0, line.units.expected - line.units.accepted);
    return units;
}

ReceiptDraft ReceivingCountView::draft() const
{
    ReceiptDraft draft;
    draft.purchase = count.purchase;
    draft.policy = count.terms.policy;
    draft.reference = count.terms.reference;
    draft.note = count.terms.note;
    for (const CountLine &line : lines) {
        if (line.units.arrived() > 0)
            draft.lines.push_back({line.sku, line.units.accepted, line.units.damaged});
    }
    return draft;
}

ReceivingCountView ReceivingCounts::read(ReceivingCountId id)
{
    ReceivingStore store(m_connection);
    const auto count = store.find(id);
    if (!count)
        throw Refusal{notFound("count", QStringLiteral("There is no such count."))};
    ReceivingCountView view;
    view.count = *count;
    const auto lineFor = [&](ProductId product) -> CountLine * {
        const auto found =
            std::find_if(view.lines.begin(), view.lines.end(), [&](const CountLine &line) { return line.product == product; });
        return found == view.lines.end() ? nullptr : &*found;
    };
    if (count->purchase.isValid()) {
        view.purchase = PurchaseStore(m_connection).find(count->purchase);
        for (const StoredPurchaseLine &line : view.purchase->lines) {
            if (CountLine *same = lineFor(line.product))
                same->units.expected += line.onOrder();
            else
                view.lines.push_back({line.product, line.sku, line.productName, {line.onOrder(), 0, 0, true}});
        }
    }
    for (const StoredScan &counted : store.counted(id)) {
        CountLine *line = lineFor(counted.product);
        if (!line) {
            const auto product = ProductStore(m_connection).find(counted.product);
            line = &view.lines.emplace_back(CountLine{counted.product, product->terms.sku, product->terms.name, {}});
        }
        line->units.accepted = counted.accepted;
        line->units.damaged = counted.damaged;
    }
    for (const auto &[code, times] : store.unknown(id))
        view.unknown.push_back({code, times});
    return view;
}

CountLine ReceivingCounts::lineOf(const StoredReceivingCount &count, ProductId product)
{
    const auto known = ProductStore(m_connection).find(product);
    const StoredScan counted = ReceivingStore(m_connection).counted(count.id, product);
    CountLine line{product, known->terms.sku, known->terms.name, {0, counted.accepted, counted.damaged, false}};
    if (!count.purchase.isValid())
        return line;
    const auto purchase = PurchaseStore(m_connection).find(count.purchase);
    for (const StoredPurchaseLine &ordered : purchase->lines) {
        if (ordered.product != product)
            continue;
        line.units.expected += ordered.onOrder();
        line.units.isOnPurchase = true;
    }
    return line;
}

ScanOutcome ReceivingCounts::outcomeOf(const StoredReceivingCount &count, ProductId product, const QString &code)
{
    ScanOutcome outcome;
    outcome.code = code;
    outcome.isBlind = !count.purchase.isValid();
    if (!product.isValid())
        return outcome;
    outcome.line = lineOf(count, product);
    outcome.verdict = verdictOf(outcome.line.units, outcome.isBlind);
    return outcome;
}

Result<ReceivingCountView> ReceivingCounts::show(ReceivingCountId id)
{
    return readIn(m_connection, [&] { return read(id); });
}

Result<std::vector<ReceivingCountView>> ReceivingCounts::openCounts()
{
    return readIn(m_connection, [&] {
        std::vector<ReceivingCountView> views;
        for (ReceivingCountId id : ReceivingStore(m_connection).open()) {
            ReceivingCountView view = read(id);
            if (view.counted() > 0 || !view.unknown.empty())
                views.push_back(std::move(view));
        }
        return views;
    });
}

Result<ReceivingCounts::Preview> ReceivingCounts::preview(ReceivingCountId id)
{
    return readIn(m_connection, [&] {
        Preview preview{read(id), std::nullopt, std::nullopt, {}};
        if (!preview.view.count.isOpen || preview.view.counted() == 0)
            return preview;
        preview.excess = excessSentence(preview.view);
        ReceiptDraft draft = preview.view.draft();
        preview.outcome = orRefuse(ReceivingService(m_connection).preview(draft));
        if (std::exchange(draft.policy, std::nullopt))
            preview.asUsual = orRefuse(ReceivingService(m_connection).preview(draft));
        return preview;
    });
}

} // namespace waitline
