#pragma once

#include "models/services/shippinglist.h"
#include "models/tables/windowedmodel.h"

namespace waitline {

/// Orders with units set aside. IdRole and OrderIdRole are the order; StatusRole a ReadyState.
class ReadyModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Order, Customer, State, Units_, Value, Location, Placed, Blocker };

    explicit ReadyModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] const ReadyFilter &filter() const { return m_filter; }
    void setFilter(const ReadyFilter &filter);
    /// How many are ready and how many are not, whatever the filter's state.
    [[nodiscard]] qint64 ready() const;
    [[nodiscard]] qint64 blocked() const;
    /// Whether the order of a row may leave, read or not.
    [[nodiscard]] bool isReady(int row) const;
    /// The orders of rows, read or not.
    [[nodiscard]] std::vector<OrderId> orders(const QList<int> &rows) const;

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Orders;
    [[nodiscard]] const Orders *orders() const;
    ReadyFilter m_filter;
};

/// Shipments, the latest first. IdRole is the shipment, OrderIdRole its order; StatusRole 1 for a void one.
class ShipmentModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Shipment, Shipped, Order, Customer, Units_, Carrier, Tracking, State };

    explicit ShipmentModel(Session &session, QObject *parent = nullptr);
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filter; }

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Shipments;
    QString m_filter;
};

} // namespace waitline
