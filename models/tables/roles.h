#pragma once

#include <Qt>

namespace waitline {

/// What the models tell beside the text. A cell without one gives an invalid QVariant.
enum ItemRole {
    IdRole = Qt::UserRole + 1, ///< qint64: the identity of what the row stands for
    StatusRole, ///< int of the model's status enum
    NumberRole, ///< the raw value for sums and exports; money in minor units, days as QDate
    ProductIdRole, ///< qint64
    OrderIdRole, ///< qint64
    KindRole, ///< int of the model's kind enum
    ExportRole ///< QString for files where NumberRole does not say it: money as a plain decimal
};

} // namespace waitline
