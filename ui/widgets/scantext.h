#pragma once

#include "models/domain/id.h"

#include <QString>

namespace waitline {

/// What was typed or scanned into the field that counts.
struct ScanText {
    Units times = 1;
    QString code; ///< empty: only the times were given, for the next code
    bool hasTimes = false;
};

/// Reads "CODE", "12*CODE" or "12*". A star after anything but a number is part of the code.
[[nodiscard]] ScanText readScan(const QString &typed);

} // namespace waitline
