#pragma once

#include <QJsonValue>
#include <QString>

namespace waitline::console {

/// An answer for a person: the same value that --json gives, as facts and aligned tables, numbers to the right.
[[nodiscard]] QString textView(const QJsonValue &answer);

} // namespace waitline::console
