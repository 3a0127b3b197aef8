#pragma once

#include "models/services/democatalogue.h"
#include "models/services/demodesk.h"

namespace waitline {

/// What the demo business buys: purchases by supplier, received in full, in part, late or not yet.
class DemoPurchases final {
public:
    DemoPurchases(Connection &connection, DemoDesk &desk, const DemoCatalogue &catalogue, qint64 seed)
        : m_connection(connection)
        , m_desk(desk)
        , m_catalogue(catalogue)
        , m_chance(seed, 4)
    {}

    /// Buys and receives so many units of each product, to be there on `day`.
    void deliver(const std::vector<Units> &units, QDate day);
    /// A part of what was bought for those who wait arrives on `day`; the rest is late from then on, mostly with a new day.
    void deliverPart(QDate day);
    /// What is still to come for those who wait, and for the shelf.
    void orderMore();

private:
    struct Wish {
        size_t product = 0;
        Units units = 0;
    };
    struct Bought {
        PurchaseId purchase;
        std::vector<Wish> wishes;
    };
    using PlacedOn = std::function<QDate(const QString &supplier)>;
    std::vector<Bought> buy(const std::vector<Wish> &wishes, const PlacedOn &placedOn, QDate expected);
    [[nodiscard]] PlacedOn placedFor(QDate day) const;
    [[nodiscard]] Units waitingFor(size_t product) const;

    Connection &m_connection;
    DemoDesk &m_desk;
    const DemoCatalogue &m_catalogue;
    Chance m_chance;
    qint64 m_purchases = 0;
};

} // namespace waitline
