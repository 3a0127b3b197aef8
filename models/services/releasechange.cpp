#include "models/services/releasechange.h"

#include "models/services/unitofwork.h"
#include "models/store/releasestore.h"

namespace waitline {

Result<ReleaseChange> previewRelease(Connection &connection, ProductId product)
{
    return readIn(connection, [&] {
        ReleaseStore store(connection);
        return ReleaseChange{store.promises(product), store.orders(product), store.customers(product)};
    });
}

} // namespace waitline
