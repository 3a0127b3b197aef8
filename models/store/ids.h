#pragma once

#include "models/store/connection.h"

#include <vector>

namespace waitline {

/// The ids in the first column, in the order of the rows.
template <typename IdType>
[[nodiscard]] std::vector<IdType> idsOf(Rows rows)
{
    std::vector<IdType> ids;
    while (rows.next())
        ids.push_back(rows.id<IdType>(0));
    return ids;
}

} // namespace waitline
