#pragma once

#include "models/domain/clock.h"
#include "models/domain/deposit.h"
#include "models/domain/id.h"
#include "models/domain/policy.h"

#include <QStringList>

#include <map>
#include <optional>

namespace waitline {

/// What a product is and on which terms it is sold before it is there.
struct ProductTerms {
    QString sku;
    QString name;
    Money price = 0;
    Money cost = 0;
    QString category;
    QString supplier; ///< supplier's name; empty: none
    std::optional<QDate> release;
    std::optional<Units> editionSize;
    std::optional<Units> customerLimit;
    std::optional<Units> backorderLimit; ///< cap on waiting non-pre-order units; 0 refuses, none is unlimited
    DepositTerms deposit;
    AllocationPolicy policy = AllocationPolicy::FirstCome;
    int leadDays = 0;
    Units pack = 1; ///< purchases are multiples of this
    Units minimumOrder = 0; ///< smallest purchase
    Units lowStock = 0; ///< available at or below this is "low"
    bool discontinued = false;
    QStringList barcodes;
    std::map<QString, Units> packs = {}; ///< units that a barcode stands for, of those that are a carton's
    QString location = {}; ///< where it stands, as the pick list is sorted: "A-03-2"

    /// A pre-order is what is placed before the release day.
    [[nodiscard]] bool takesPreorders(QDate today) const { return release && today < *release; }
    friend bool operator==(const ProductTerms &, const ProductTerms &) = default;
};

/// The first thing wrong with the terms, field by field, or Done.
[[nodiscard]] Result<Done> validate(const ProductTerms &terms);

/// The barcodes as people read and type them, a carton's with its units: "4006381333931 14006381333938×12".
[[nodiscard]] QString barcodesText(const ProductTerms &terms);
/// Reads them into `terms`; "*12" means the same.
[[nodiscard]] Result<Done> readBarcodes(const QString &text, ProductTerms &terms);

/// What is wrong with buying so many units: they are no whole packs, or fewer than the smallest purchase. None: nothing.
[[nodiscard]] std::optional<QString> packProblem(const ProductTerms &terms, Units units);

/// A product's counters (product.md §1).
struct StockFigures {
    Units onHand = 0;
    Units allocated = 0;
    Units waitingPreorder = 0;
    Units waitingBackorder = 0;
    qint64 waitingLines = 0;
    Money waitingValue = 0;
    Units onOrder = 0;
    Units shipped = 0; ///< over the product's life

    [[nodiscard]] Units available() const { return onHand - allocated; }
    [[nodiscard]] Units waiting() const { return waitingPreorder + waitingBackorder; }
    [[nodiscard]] Units committed() const { return allocated + waiting(); }
    [[nodiscard]] Units projected() const { return onHand + onOrder - committed(); }
    /// Units counted against the edition size.
    [[nodiscard]] Units sold() const { return committed() + shipped; }
    friend bool operator==(const StockFigures &, const StockFigures &) = default;
};

} // namespace waitline
