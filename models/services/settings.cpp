#include "models/services/settings.h"

#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

namespace waitline {

Result<Currency> currencyOf(Connection &connection)
{
    return readIn(connection, [&] { return SettingStore(connection).currency(); });
}

} // namespace waitline
