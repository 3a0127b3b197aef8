#include "models/services/productview.h"

#include "models/services/punctuality.h"
#include "models/services/unitofwork.h"
#include "models/store/purchasestore.h"

#include <QCoreApplication>

namespace waitline {

Result<ProductView> viewProduct(Connection &connection, ProductId id, QDate today)
{
    return readIn(connection, [&] {
        ProductStore store(connection);
        auto product = store.find(id);
        if (!product)
            throw Refusal{notFound("product", QCoreApplication::translate("Products", "There is no product %1.").arg(id.value))};
        store.readBarcodes(id, product->terms);
        const Availability state = availability(product->terms, product->stock, today);
        ProductView view{std::move(*product), state, PurchaseStore(connection).supplies(id), {}};
        Punctuality punctuality(connection, today);
        for (const Supply &supply : view.supplies)
            view.likely.push_back(punctuality.likelyDay(supply.purchase));
        return view;
    });
}

} // namespace waitline
