#include "models/exchange/documentjobs.h"

namespace waitline::jobs {

namespace {

Result<Papers> papersOf(Result<std::vector<PrintDocument>> documents)
{
    if (!documents)
        return documents.error();
    return Papers{std::move(documents).value(), {}};
}

} // namespace

QFuture<Result<Papers>> packingSlips(Session &session, const std::vector<ShipmentId> &shipments)
{
    return session.read([shipments](Connection &c) { return papersOf(waitline::packingSlips(c, shipments)); });
}

QFuture<Result<Papers>> pickListPaper(Session &session, const std::vector<OrderId> &orders)
{
    return session.read([orders, today = session.today()](Connection &c) { return papersOf(waitline::pickListPaper(c, orders, today)); });
}

QFuture<Result<Papers>> purchasePaper(Session &session, PurchaseId purchase)
{
    return session.read([purchase](Connection &c) { return papersOf(purchaseOrder(c, purchase)); });
}

QFuture<Result<Papers>> receivingLabels(Session &session, PurchaseId purchase)
{
    return session.read([purchase](Connection &c) -> Result<Papers> {
        auto labels = purchaseLabels(c, purchase);
        if (!labels)
            return labels.error();
        return Papers{{}, std::move(labels).value()};
    });
}

QFuture<Result<Papers>> receiptPaper(Session &session, ReceiptId receipt)
{
    return session.read([receipt](Connection &c) { return papersOf(goodsReceived(c, receipt)); });
}

QFuture<Result<Papers>> commandLabels(Session &session)
{
    return session.read([](Connection &) -> Result<Papers> { return Papers{{}, waitline::commandLabels()}; });
}

QFuture<Result<Papers>> productLabels(Session &session, const std::vector<ProductId> &products)
{
    return session.read([products](Connection &c) -> Result<Papers> {
        Papers papers;
        for (ProductId product : products) {
            auto label = productLabel(c, product);
            if (!label)
                return label.error();
            papers.labels.push_back(*label);
        }
        return papers;
    });
}

} // namespace waitline::jobs
