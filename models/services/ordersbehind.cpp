#include "models/services/ordersbehind.h"

#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

namespace waitline {

Result<OrdersBehind> ordersBehind(Connection &connection, const BehindQuestion &question)
{
    return readIn(connection, [&] {
        BehindFound found = BehindStore(connection).find(question, OrdersBehind::mostRows);
        return OrdersBehind{question, std::move(found.rows), found.all, SettingStore(connection).currency()};
    });
}

} // namespace waitline
