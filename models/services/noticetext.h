#pragma once

#include "models/services/orderview.h"
#include "models/store/noticestore.h"

#include <QHash>

namespace waitline {

class Connection;

/// The value of every placeholder for a notice, from its order as it stands today, in the words and numbers of the
/// program's locale. Inside a transaction; throws StoreError and Refusal.
[[nodiscard]] QHash<QString, QString> noticeValues(Connection &connection, const StoredNotice &notice, QDate today);

} // namespace waitline
