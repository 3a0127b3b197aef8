#include "models/services/storesettings.h"

#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

namespace waitline {

Result<Currency> storeCurrency(Connection &connection)
{
    return readIn(connection, [&] { return SettingStore(connection).currency(); });
}

} // namespace waitline
