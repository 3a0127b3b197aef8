#pragma once
#include "models/domain/result.h"
#include "models/services/caller.h"
namespace waitline {
class Connection;
enum class ExportSubject { Products, Waiting, Orders, Ledger, Demand, Availability };
struct ExportOutcome { QString file; qint64 rows = 0; };
inline Result<ExportOutcome> exportTo(Connection &, ExportSubject, const QString &, const Caller &) { return ExportOutcome{}; }
inline QString exportWord(ExportSubject) { return {}; }
}
