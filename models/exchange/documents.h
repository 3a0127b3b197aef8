#pragma once

#include "models/domain/result.h"
#include "models/exchange/printdocument.h"
#include "models/services/shippinglist.h"
#include "models/store/purchasestore.h"
#include "models/store/receiptstore.h"

namespace waitline {

class Connection;

/// The dock's papers, composed from what the database holds; each refuses what does not exist.

/// One for each shipment, in the order given. Its code is the shipment's number: "SHIP-12".
[[nodiscard]] Result<std::vector<PrintDocument>> packingSlips(Connection &connection, const std::vector<ShipmentId> &shipments);
/// For those of the orders that may leave now, by location.
[[nodiscard]] Result<std::vector<PrintDocument>> pickListPaper(Connection &connection, const std::vector<OrderId> &orders, QDate today);
/// The order as the supplier gets it. Its code is that of the purchase label: "PO-118".
[[nodiscard]] Result<std::vector<PrintDocument>> purchaseOrder(Connection &connection, PurchaseId purchase);
/// What came in. Its code is "GRN-7".
[[nodiscard]] Result<std::vector<PrintDocument>> goodsReceived(Connection &connection, ReceiptId receipt);

/// The label that opens a purchase at the dock, those of its products, and those that stand for keys.
[[nodiscard]] Result<std::vector<PrintLabel>> purchaseLabels(Connection &connection, PurchaseId purchase);
/// What is scanned instead of pressing a key: DONE, UNDO and DAMAGED.
[[nodiscard]] std::vector<PrintLabel> commandLabels();
/// A product's own label: its first barcode, or its SKU where it has none.
[[nodiscard]] Result<PrintLabel> productLabel(Connection &connection, ProductId product);

} // namespace waitline
