#pragma once

#include "models/domain/money.h"
#include "models/store/demandscope.h"

#include <QString>

#include <vector>

namespace waitline {

class Connection;

/// Which order lines a figure is made of.
struct BehindQuestion {
    enum class Lines {
        Waiting, ///< lines with waiting units; the scope's days are those of their orders
        Queued, ///< ordered as pre-order or backorder within the scope's days
        Ordered, ///< everything ordered within the scope's days
        Preordered, ///< ordered as pre-order within the scope's days
        Withdrawn, ///< cancelled while they waited, within the scope's days
        Together, ///< of the scope's two products, in orders of the scope's days that hold both
        Refused ///< no lines of orders: wishes refused within the scope's days
    };
    Lines lines = Lines::Waiting;
    DemandScope scope;
    QString title; ///< what the figure is, in words
    std::optional<QString> country = {}; ///< of the customer
    std::optional<QString> channel = {}; ///< of the order
    bool isWithoutCampaign = false; ///< only orders that name none
};

/// One line behind a figure.
struct BehindRow {
    OrderId order; ///< none of a wish that was refused
    QString customer;
    QDate placed;
    QString sku;
    Units units = 0;
    Money value = 0;
};

struct BehindSum {
    qint64 lines = 0;
    Units units = 0;
    Money value = 0;
};

/// The newest lines first, up to a limit, and all of them added up.
struct BehindFound {
    std::vector<BehindRow> rows;
    BehindSum all;
};

/// Reads the order lines behind the figures of charts.
class BehindStore final {
public:
    explicit BehindStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] BehindFound find(const BehindQuestion &question, int limit);

private:
    [[nodiscard]] BehindFound findRefused(const DemandScope &scope, int limit);

    Connection &m_connection;
};

} // namespace waitline
