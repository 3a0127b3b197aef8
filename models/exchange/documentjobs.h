#pragma once

#include "models/exchange/documents.h"
#include "models/services/session.h"

/// The dock's papers, each composed by one job of a session.
namespace waitline::jobs {

/// What is printed at once: papers, then labels.
struct Papers {
    std::vector<PrintDocument> documents;
    std::vector<PrintLabel> labels;
};

QFuture<Result<Papers>> packingSlips(Session &session, const std::vector<ShipmentId> &shipments);
QFuture<Result<Papers>> pickListPaper(Session &session, const std::vector<OrderId> &orders);
/// The order as the supplier gets it.
QFuture<Result<Papers>> purchasePaper(Session &session, PurchaseId purchase);
/// What is scanned when its goods come: its own label, those of its products, and those that stand for keys.
QFuture<Result<Papers>> receivingLabels(Session &session, PurchaseId purchase);
/// What has come of a purchase.
QFuture<Result<Papers>> receiptPaper(Session &session, ReceiptId receipt);
/// DONE, UNDO and DAMAGED.
QFuture<Result<Papers>> commandLabels(Session &session);
QFuture<Result<Papers>> productLabels(Session &session, const std::vector<ProductId> &products);

} // namespace waitline::jobs
