#include "models/services/productlist.h"

#include "models/services/unitofwork.h"

#include <algorithm>

namespace waitline {

Result<std::vector<ProductId>> listProducts(Connection &connection, const ProductQuestion &question)
{
    return readIn(connection, [&] {
        ProductListStore store(connection);
        const QString &text = question.filter.text;
        const auto &state = question.filter.state;
        if (!state && question.sort != ProductSort::State)
            return store.ids(text, question.sort, question.descending);
        // The state is a rule's word, not a column.
        std::vector<std::pair<Availability, ProductId>> found;
        const bool bySku = question.sort == ProductSort::State;
        store.walk(text, question.sort, !bySku && question.descending, [&](const StoredProduct &product) {
            const Availability here = availability(product.terms, product.stock, question.today);
            if (!state || here == *state)
                found.emplace_back(here, product.id);
        });
        if (question.sort == ProductSort::State) {
            std::stable_sort(found.begin(), found.end(),
                             [&](const auto &a, const auto &b) { return question.descending ? a.first > b.first : a.first < b.first; });
        }
        std::vector<ProductId> ids;
        for (const auto &[here, id] : found)
            ids.push_back(id);
        return ids;
    });
}

Result<std::vector<ProductRow>> productRows(Connection &connection, const std::vector<ProductId> &products, QDate today)
{
    return readIn(connection, [&] {
        std::vector<ProductRow> rows;
        for (ProductId id : products) {
            if (auto product = ProductStore(connection).find(id))
                rows.push_back({*product, availability(product->terms, product->stock, today)});
        }
        return rows;
    });
}

} // namespace waitline
