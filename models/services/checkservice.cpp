#include "models/services/checkservice.h"

#include "models/services/unitofwork.h"

#include <algorithm>

namespace waitline {

bool CheckReport::isOk() const
{
    return std::all_of(rules.begin(), rules.end(), [](const CheckedRule &rule) { return rule.broken.isEmpty(); });
}

Result<CheckReport> checkDatabase(Connection &connection)
{
    return readIn(connection, [&] { return CheckReport{CheckStore(connection).checkAll()}; });
}

} // namespace waitline
