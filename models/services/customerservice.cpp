#include "models/services/customerservice.h"

#include "models/domain/order.h"
#include "models/domain/visibletext.h"
#include "models/services/stockbook.h"
#include "models/services/unitofwork.h"
#include "models/store/orderstore.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Customers", text); }
constexpr qsizetype longestName = 500;

CustomerDetails tidied(CustomerDetails details)
{
    for (QString *text :
         {&details.name, &details.reference, &details.email, &details.phone, &details.country, &details.address, &details.note})
        *text = text->trimmed();
    return details;
}

/// What a customer that says nothing of it takes from one that is merged into it. The number stays with its customer: it leads
/// here all the same.
struct Taken {
    const char *name;
    QString CustomerDetails::*member;
    const char *inWords;
};
constexpr Taken takenOver[] = {{"took email", &CustomerDetails::email, QT_TRANSLATE_NOOP("Customers", "e-mail")},
                               {"took phone", &CustomerDetails::phone, QT_TRANSLATE_NOOP("Customers", "phone")},
                               {"took country", &CustomerDetails::country, QT_TRANSLATE_NOOP("Customers", "country")},
                               {"took address", &CustomerDetails::address, QT_TRANSLATE_NOOP("Customers", "address")},
                               {"took note", &CustomerDetails::note, QT_TRANSLATE_NOOP("Customers", "note")}};
const QString priorityBefore = QStringLiteral("priority before");

/// What `details` do not say, as `other` says it; noted beside the merge, so that it can be taken back.
CustomerDetails completed(CustomerMergeStore &store, qint64 merge, CustomerDetails details, const CustomerDetails &other)
{
    for (const Taken &taken : takenOver) {
        if (!(details.*taken.member).isEmpty() || (other.*taken.member).isEmpty())
            continue;
        details.*taken.member = other.*taken.member;
        store.note(merge, QString::fromLatin1(taken.name), 0);
    }
    if (other.priority > details.priority)
        store.note(merge, priorityBefore, std::exchange(details.priority, other.priority));
    return details;
}

/// What it took is gone again, but where it says something else since.
CustomerDetails withoutTaken(CustomerMergeStore &store, qint64 merge, CustomerDetails details, const CustomerDetails &other)
{
    for (const Taken &taken : takenOver) {
        if (details.*taken.member == other.*taken.member && store.noted(merge, QString::fromLatin1(taken.name)))
            (details.*taken.member).clear();
    }
    if (const auto before = store.noted(merge, priorityBefore); before && details.priority == other.priority)
        details.priority = int(*before);
    return details;
}

/// Where somebody lives: the last line of an address, and the country.
QString placeOf(const CustomerDetails &details)
{
    QStringList place{details.address.trimmed().section(u'\n', -1).trimmed(), details.country.trimmed()};
    place.removeAll(QString());
    return place.join(QStringLiteral(", "));
}

} // namespace

QStringList marksOf(CustomerId id, const CustomerDetails &details)
{
    QStringList marks{details.reference, details.email, details.phone, placeOf(details)};
    marks.removeAll(QString());
    if (marks.isEmpty())
        marks += sentence("customer %1").arg(id.value);
    return marks;
}

QStringList takenOverInWords(const CustomerDetails &stays, const CustomerDetails &goes)
{
    QStringList words;
    for (const Taken &taken : takenOver) {
        if ((stays.*taken.member).isEmpty() && !(goes.*taken.member).isEmpty())
            words += sentence(taken.inWords);
    }
    if (goes.priority > stays.priority)
        words += sentence("priority");
    return words;
}

Result<Done> validate(const CustomerDetails &details)
{
    if (!isVisible(details.name))
        return invalid("name", sentence("The customer has no name: enter one."));
    if (details.name.size() > longestName)
        return invalid("name", sentence("The name is too long: use at most 500 characters."));
    if (!details.email.trimmed().isEmpty() && !details.email.contains(u'@'))
        return invalid("email", sentence("“%1” is no e-mail address: it has no @.").arg(details.email.trimmed()));
    static const QRegularExpression address(QStringLiteral("^[^@\\s,;]+@[^@\\s,;]+$"));
    if (!details.email.trimmed().isEmpty() && !address.match(details.email.trimmed()).hasMatch())
        return invalid("email", sentence("“%1” is no e-mail address: write one, like ann@example.com.").arg(details.email.trimmed()));
    return validatePriority(details.priority);
}

StoredCustomer CustomerService::read(CustomerId id)
{
    const auto details = CustomerStore(m_connection).find(id);
    if (!details)
        throw Refusal{notFound("customer", sentence("There is no customer %1.").arg(id.value))};
    return {id, *details};
}

void CustomerService::refuseTaken(const QString &reference, CustomerId self)
{
    if (reference.isEmpty())
        return;
    const CustomerId owner = CustomerStore(m_connection).idOfReference(reference);
    if (owner.isValid() && (owner != self || CustomerStore(m_connection).isAlias(self, reference, {})))
        throw Refusal{{Error::Kind::Conflict, "reference",
                       sentence("The number “%1” belongs to %2 already: use another one.").arg(reference, read(owner).details.name)}};
}

Result<StoredCustomer> CustomerService::add(const CustomerDetails &given, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const CustomerDetails details = tidied(given);
        orRefuse(validate(details));
        refuseTaken(details.reference, {});
        OperationStore(m_connection).insert(caller.stamp("add_customer"));
        m_connection.changes().everything = true;
        return read(CustomerStore(m_connection).insert(details));
    });
}

Result<StoredCustomer> CustomerService::change(CustomerId id, const CustomerDetails &given, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const CustomerDetails details = tidied(given);
        orRefuse(validate(details));
        static_cast<void>(read(id));
        refuseTaken(details.reference, id);
        OperationStore(m_connection).insert(caller.stamp("change_customer"));
        CustomerStore(m_connection).update(id, details);
        return read(id);
    });
}

Result<MergeOutcome> CustomerService::merge(CustomerId duplicate, CustomerId survivor, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        MergeOutcome outcome{0, read(duplicate), read(survivor)};
        CustomerMergeStore store(m_connection);
        if (duplicate == survivor)
            throw Refusal{refused("customer",
                                  sentence("%1 cannot be merged with itself: choose another customer.").arg(outcome.merged.details.name))};
        for (const StoredCustomer &each : {outcome.merged, outcome.survivor}) {
            if (store.isMerged(each.id))
                throw Refusal{
                    refused("customer", sentence("%1 was merged already: choose the customer it became.").arg(each.details.name))};
        }
        StockBook book(m_connection);
        book.lock(store.limitedProducts(duplicate, survivor));
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("merge_customers")));
        outcome.merge = store.merge(book.operation(), duplicate, survivor);
        CustomerStore(m_connection).update(survivor, completed(store, outcome.merge, outcome.survivor.details, outcome.merged.details));
        for (ProductId product : store.limitedProducts(survivor, survivor))
            book.fitCustomerLimit(product);
        book.finish();
        outcome.survivor = read(survivor);
        return outcome;
    });
}

Result<std::vector<PassedLimit>> CustomerService::limitsPassed(CustomerId one, CustomerId other)
{
    return readIn(m_connection, [&] {
        std::vector<PassedLimit> passed;
        for (ProductId id : CustomerMergeStore(m_connection).limitedProducts(one, other)) {
            const ProductTerms terms = ProductStore(m_connection).find(id)->terms;
            const Units ofOne = OrderStore(m_connection).heldBy(one, id);
            const Units ofOther = one == other ? 0 : OrderStore(m_connection).heldBy(other, id);
            if (ofOne > 0 && ofOther > 0 && ofOne + ofOther > *terms.customerLimit)
                passed.push_back({terms.sku, ofOne + ofOther, *terms.customerLimit});
        }
        return passed;
    });
}

Result<CustomerStanding> CustomerService::standing(CustomerId id)
{
    return readIn(m_connection, [&] {
        return CustomerStanding{read(id), CustomerListStore(m_connection).figures(id), CustomerMergeStore(m_connection).belongings(id)};
    });
}

Result<std::vector<LikeCustomer>> CustomerService::like(const CustomerDetails &details, CustomerId self)
{
    return readIn(m_connection, [&] { return CustomerMergeStore(m_connection).like(details, self); });
}

Result<MergeOutcome> CustomerService::undoMerge(qint64 merge, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        CustomerMergeStore store(m_connection);
        const auto made = store.find(merge);
        if (!made)
            throw Refusal{notFound("customer", sentence("These customers are two already: there is no merge to take back."))};
        if (store.isMerged(made->survivor))
            throw Refusal{refused("customer", sentence("%1 was merged into another customer since: take that back first.")
                                                  .arg(read(made->survivor).details.name))};
        StockBook book(m_connection);
        const std::vector<ProductId> limited = store.limitedProducts(made->survivor, made->survivor);
        book.lock(limited);
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("undo_merge")));
        store.undo(*made, book.operation());
        CustomerStore(m_connection)
            .update(made->survivor, withoutTaken(store, merge, read(made->survivor).details, read(made->merged).details));
        for (ProductId product : limited)
            book.fitCustomerLimit(product);
        book.finish();
        return MergeOutcome{merge, read(made->merged), read(made->survivor)};
    });
}

} // namespace waitline
