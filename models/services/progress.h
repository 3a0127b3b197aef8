#pragma once

#include <QtGlobal>

#include <functional>

namespace waitline {

/// How far a long job is, told from its thread. Returns false when it is to stop.
using Progress = std::function<bool(qint64 done, qint64 total)>;

} // namespace waitline
