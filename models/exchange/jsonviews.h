#pragma once

#include "models/domain/money.h"
#include "models/services/cashreport.h"
#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/receivingservice.h"
#include "models/services/reports.h"
#include "models/services/returnservice.h"
#include "models/services/shippingservice.h"
#include "models/services/whatif.h"
#include "models/store/productstore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace waitline {

/// What the services answer, as JSON whose keys are a contract: money is a decimal string of the store's
/// currency, units are integers, days YYYY-MM-DD, instants ISO 8601 UTC, and what is not known is null.
class JsonViews final {
public:
    explicit JsonViews(Currency currency) : m_currency(std::move(currency)) {}

    [[nodiscard]] QJsonObject product(const StoredProduct &product, QDate today) const;
    [[nodiscard]] QJsonObject order(const OrderView &view) const;
    /// The order, with its line's old and new place and who was pushed back.
    [[nodiscard]] QJsonObject moved(const MoveOutcome &outcome) const;
    [[nodiscard]] QJsonObject purchase(const StoredPurchase &purchase) const;
    [[nodiscard]] QJsonObject receipt(const ReceiptOutcome &outcome) const;
    /// Who would be served on another day, and what breaks.
    [[nodiscard]] QJsonObject whatIf(const WhatIfOutcome &outcome) const;
    [[nodiscard]] QJsonObject voided(const VoidOutcome &outcome) const;
    [[nodiscard]] QJsonObject shipments(const std::vector<ShipmentView> &shipments) const;
    [[nodiscard]] QJsonObject shipment(const StoredShipment &shipment) const;
    [[nodiscard]] QJsonObject voided(const ShipmentVoidOutcome &outcome) const;
    [[nodiscard]] QJsonObject returned(const ReturnOutcome &outcome) const;
    [[nodiscard]] QJsonObject count(const CountOutcome &outcome) const;
    [[nodiscard]] QJsonObject counts(const std::vector<CountOutcome> &outcomes) const;
    [[nodiscard]] QJsonArray queue(const std::vector<QueueEntry> &entries) const;
    [[nodiscard]] QJsonArray late(const std::vector<QueueEntry> &entries) const;
    [[nodiscard]] QJsonArray demand(const std::vector<DemandReportRow> &rows) const;
    [[nodiscard]] QJsonObject cash(const CashReport &report) const;
    [[nodiscard]] QJsonObject deposits(const DepositsReport &report) const;
    [[nodiscard]] QJsonObject payment(const StoredPayment &payment) const;
    [[nodiscard]] QJsonObject check(const CheckReport &report) const;

private:
    [[nodiscard]] QJsonObject orderLine(const OrderLineView &view) const;
    [[nodiscard]] QString money(Money amount) const { return m_currency.toDecimal(amount); }

    Currency m_currency;
};

/// {"kind","field","message"}.
[[nodiscard]] QJsonObject toJson(const Error &error);

} // namespace waitline
