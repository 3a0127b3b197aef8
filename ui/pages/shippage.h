#pragma once

#include "models/services/shippinglist.h"
#include "ui/pages/page.h"

class QStackedWidget;

namespace waitline {

class ParcelBar;
class ReadyView;
class ReasonBar;
class Segments;
class ShipmentsView;

/// Goods out: what may leave and what keeps the rest, and what has left.
class ShipPage final : public Page {
    Q_OBJECT

public:
    ShipPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

private:
    enum View { Ready, Shipments };
    void connectReady();
    void connectShipments();
    void showView(int view);
    void updatePrimary();
    void ship();
    void review(const std::vector<OrderId> &orders);
    void shipNow(const std::vector<OrderId> &orders);
    void tellShipped(const ShippingService::ManyShipped &many);
    void askVoid(ShipmentId shipment);
    void voidShipment(const QString &reason);
    void askParcels(const std::vector<ShipmentId> &shipments);
    void setParcel(const StoredShipment &before, const Parcel &parcel);
    void openReturn(ShipmentId shipment);
    void openShortPick();
    void print();

    Segments *m_views;
    QStackedWidget *m_stack;
    ReadyView *m_ready;
    ShipmentsView *m_shipments;
    ReasonBar *m_reason;
    ParcelBar *m_parcels;
    QAction *m_ship;
    ShipmentId m_toVoid;
    bool m_isActive = false;
    bool m_isShipping = false;
};

} // namespace waitline
