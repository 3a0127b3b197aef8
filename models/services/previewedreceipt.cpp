#include "models/services/previewedreceipt.h"

#include "models/services/unitofwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

bool isSame(const ReceiptOutcome &one, const ReceiptOutcome &other)
{
    const auto fedAlike = [](const ReceiptOutcome::Served &a, const ReceiptOutcome::Served &b) {
        return a.units.line == b.units.line && a.units.units == b.units.units && a.units.place == b.units.place &&
               a.units.unitsAhead == b.units.unitsAhead && a.units.remaining == b.units.remaining;
    };
    const auto freeAlike = [](const ReceiptOutcome::Free &a, const ReceiptOutcome::Free &b) {
        return a.sku == b.sku && a.units == b.units;
    };
    return one.lines == other.lines &&
           std::equal(one.served.begin(), one.served.end(), other.served.begin(), other.served.end(), fedAlike) &&
           std::equal(one.leftFree.begin(), one.leftFree.end(), other.leftFree.begin(), other.leftFree.end(), freeAlike);
}

} // namespace

Result<ReceiptOutcome> postAsPreviewed(Connection &connection, const ReceiptDraft &draft, const ReceiptOutcome &preview,
                                       const Caller &caller)
{
    return writeIn(connection, [&] {
        const ReceiptOutcome posted = orRefuse(ReceivingService(connection).post(draft, caller));
        if (!isSame(posted, preview)) {
            throw Refusal{
                {Error::Kind::Conflict, QStringLiteral("preview"),
                 QCoreApplication::translate(
                     "Receiving",
                     "Stock or the waiting line has changed since the preview, and nothing was posted: look at the new preview and post again.")}};
        }
        return posted;
    });
}

} // namespace waitline
