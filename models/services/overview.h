#pragma once

#include "models/domain/money.h"
#include "models/services/cashreport.h"
#include "models/store/planstore.h"
#include "models/store/waitingstore.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// A purchase that arrives soon, and whom it will serve.
struct Arrival {
    PurchaseId purchase;
    QString supplier;
    QDate expected;
    Units units = 0; ///< still to come
    qint64 linesServed = 0; ///< waiting lines it completes, under each product's own policy
    Units unitsServed = 0; ///< waiting units it serves
    QStringList customers; ///< the first of those it gives units to, product by product in rank order
};

/// Units of a product asked for and not sold.
struct RefusedProduct {
    ProductId product;
    QString sku;
    QString name;
    Units units = 0;
};

/// Something to decide today, and where to go for it.
struct Decision {
    enum class Target { Product, Purchase, Order, LateList, Cash };
    Target target = Target::Product;
    qint64 id = 0; ///< of the product, purchase or order; 0 for the late list and the cash
    QString sentence;
};

/// The business on one page.
struct Overview {
    QDate today;
    Currency currency;
    /// What waits of one kind.
    struct Kind {
        Units units = 0;
        qint64 lines = 0;
        Money value = 0;
        std::optional<QDate> oldest; ///< the day its longest waiting line was placed
    };
    Kind preorders;
    Kind backorders;
    WaitingSum late; ///< lines whose ETA is later than their promise
    std::vector<Arrival> arriving; ///< overdue and in the next 7 days, by expected day
    std::vector<RefusedProduct> refused; ///< in the last 30 days, most units first
    Money deposits = 0; ///< customer deposits
    Money depositsAtRisk = 0; ///< the part of them on lines no supply covers
    std::vector<CashReport::Refund> refunds; ///< due back, the largest first
    std::vector<BookingAlert> bookings; ///< of the last plan
    std::vector<Decision> decisions;
    bool isEmpty = false; ///< there is no product yet
};

[[nodiscard]] Result<Overview> overviewOf(Connection &connection, QDate today);

} // namespace waitline
