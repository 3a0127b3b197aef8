#include "models/exchange/knownnames.h"

#include "models/domain/foldedtext.h"
#include "models/services/productservice.h"

#include <QCoreApplication>
#include <QSet>

namespace waitline {

CustomerId KnownCustomers::idFor(const CustomerDetails &told)
{
    if (told.name.isEmpty())
        return {};
    const QString key = told.reference.isEmpty() ? told.name : told.reference + u'\n' + told.name;
    const auto known = m_ids.constFind(key);
    if (known != m_ids.cend())
        return *known;
    return *m_ids.insert(key, lookUp(told));
}

void KnownCustomers::learn(const std::vector<CustomerDetails> &told)
{
    QStringList names; // folded, each once
    std::vector<CustomerDetails> first;
    QSet<QString> seen;
    for (const CustomerDetails &each : told) {
        if (!each.reference.isEmpty() || each.name.isEmpty() || m_ids.contains(each.name))
            continue;
        const QString name = folded(each.name);
        if (seen.contains(name))
            continue;
        seen.insert(name);
        names += name;
        first.push_back(each);
    }
    QHash<QString, CustomerId> ids = CustomerStore(m_connection).idsOfFoldedNames(names);
    std::vector<CustomerDetails> unknown;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!ids.contains(names[i]))
            unknown.push_back(first[size_t(i)]);
    }
    const std::vector<CustomerId> made = CustomerStore(m_connection).insertAll(unknown);
    for (size_t i = 0; i < made.size(); ++i)
        ids.insert(folded(unknown[i].name), made[i]);
    for (const CustomerDetails &each : told) {
        if (each.reference.isEmpty() && !each.name.isEmpty() && !m_ids.contains(each.name))
            m_ids.insert(each.name, ids.value(folded(each.name)));
    }
}

CustomerId KnownCustomers::lookUp(const CustomerDetails &told)
{
    CustomerStore store(m_connection);
    if (told.reference.isEmpty()) {
        const CustomerId named = store.idOfName(told.name);
        return named.isValid() ? named : store.insert(told);
    }
    if (const CustomerId numbered = store.idOfReference(told.reference); numbered.isValid())
        return numbered;
    const CustomerId named = store.idOfName(told.name);
    if (named.isValid()) {
        CustomerDetails details = *store.find(named);
        // Of two with the same name, the number says that they are two.
        if (details.reference.isEmpty()) {
            details.reference = told.reference;
            store.update(named, details);
            return named;
        }
    }
    return store.insert(told);
}

Result<ProductId> KnownProducts::idFor(const QString &sku, const QString &name, std::optional<Money> price)
{
    if (const auto known = m_ids.constFind(sku); known != m_ids.cend())
        return *known;
    ProductId id = ProductStore(m_connection).idOfSku(sku);
    if (!id.isValid() && name.isEmpty())
        return notFound(
            "line",
            QCoreApplication::translate("Import", "There is no product with SKU or barcode “%1”: correct it or add the product.").arg(sku));
    if (!id.isValid()) {
        ProductTerms terms;
        terms.sku = sku;
        terms.name = name;
        terms.price = price.value_or(0);
        const auto added = ProductService(m_connection).add(terms, m_caller);
        if (!added)
            return added.error();
        id = added->id;
        ++m_made;
    }
    m_ids.insert(sku, id);
    return id;
}

} // namespace waitline
