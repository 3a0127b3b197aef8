#pragma once

#include "models/domain/id.h"

#include <QString>

namespace waitline {

/// What was typed or scanned at the dock.
struct ScanText {
    enum class Kind {
        Product, ///< a SKU or barcode
        Times, ///< only how often the next code counts
        NoTimes, ///< a number before the star that is none of units: 0, below 0, too large or with a fraction
        Purchase, ///< a purchase's label
        Done, ///< the label that posts
        Undo, ///< the label that takes the last scan back
        Damaged ///< the label before a unit that is rejected
    };
    Units times = 1;
    QString code; ///< as read; empty for times alone
    bool hasTimes = false;
    Kind kind = Kind::Product;
    PurchaseId purchase = {}; ///< of a purchase's label
};

// What the labels say.
[[nodiscard]] QString purchaseCode(PurchaseId purchase); ///< "PO-118"
inline constexpr QLatin1String doneCode("DONE");
inline constexpr QLatin1String undoCode("UNDO");
inline constexpr QLatin1String damagedCode("DAMAGED");

/// Reads a label, "CODE", "12*CODE" or "12*". A star after anything but a number is part of the code.
[[nodiscard]] ScanText readScan(const QString &typed);

} // namespace waitline
