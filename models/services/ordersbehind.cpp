#include "models/services/ordersbehind.h"

#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

namespace waitline {

Result<OrdersBehind> ordersBehind(Connection &connection, const BehindQuestion &question)
{
    return readIn(connection, [&] {
        BehindStore store(connection);
        return OrdersBehind{question, store.rows(question, OrdersBehind::mostRows), store.sum(question),
                            SettingStore(connection).currency()};
    });
}

} // namespace waitline
