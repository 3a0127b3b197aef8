#include "models/tables/customermodel.h"

#include "models/tables/celltext.h"

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return CustomerModel::tr(text); };
    return {{tr("Name"), tr("The customer's name."), false},
            {tr("Open orders"), tr("Orders with something still to ship."), true},
            {tr("Waiting"), tr("Units that wait, over all orders."), true},
            {tr("Money held"), tr("Customer deposits: paid − refunded − value shipped, for each order not below 0."), true},
            {tr("Late"), tr("Lines expected later than promised."), true},
            {tr("Since"), tr("Day of the first order."), false},
            {tr("Number"), tr("The number another system knows the customer by."), false},
            {tr("E-mail"), tr("Where notices go."), false},
            {tr("Phone"), tr("Where the customer is called."), false},
            {tr("Country"), tr("Where goods go."), false},
            {tr("Priority"), tr("What new orders have where they say none."), true}};
}

} // namespace

class CustomerModel::Customers final : public WindowedModel::Listing {
public:
    explicit Customers(CustomerListing found) : customers(std::move(found)) {}

    qint64 rows() const override { return std::ssize(customers.ids); }
    qint64 idAt(qint64 row) const override { return customers.ids[size_t(row)].value; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = customerRows(connection, customers, first, count);
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<CustomerRow>>(std::move(read).value()));
    }

    const CustomerListing customers;
};

CustomerModel::CustomerModel(Session &session, QObject *parent) : ListModel(session, heads(), CustomerSort::Name, parent) {}

WindowedModel::Opening CustomerModel::opening() const
{
    return [question = CustomerQuestion{filter(), sortedBy(), isDescending(), session().today()}](
               Connection &connection) -> Result<ListingPointer> {
        auto listing = listCustomers(connection, question);
        if (!listing)
            return listing.error();
        return ListingPointer(std::make_shared<Customers>(std::move(listing).value()));
    };
}

bool CustomerModel::concerns(const ChangeSet &changes) const
{
    return changes.everything || !changes.orders.empty() || !changes.products.empty();
}

QVariant CustomerModel::cell(int row, int column, int role) const
{
    const auto *found = rowAt<CustomerRow>(row);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*found, Column(column));
    case NumberRole: return number(*found, Column(column));
    case IdRole: return found->id.value;
    case ExportRole: return column == Held ? QVariant(session().currency().toDecimal(found->figures.held)) : QVariant();
    default: return {};
    }
}

QString CustomerModel::text(const CustomerRow &row, Column column) const
{
    switch (column) {
    case Name: return row.details.name;
    case Reference: return row.details.reference;
    case Email: return row.details.email;
    case Phone: return row.details.phone;
    case Country: return row.details.country;
    case Since: return row.figures.since ? dayText(dayOf(*row.figures.since)) : QString();
    case Held: return row.figures.held == 0 ? QString() : moneyText(row.figures.held, session().currency());
    case OpenOrders:
    case Waiting:
    case Late:
    case Priority: {
        // A zero says nothing: what is there stands out.
        const qint64 value = number(row, column).toLongLong();
        return value == 0 ? QString() : numberText(value);
    }
    }
    Q_UNREACHABLE();
}

QVariant CustomerModel::number(const CustomerRow &row, Column column)
{
    switch (column) {
    case OpenOrders: return row.figures.openOrders;
    case Waiting: return row.figures.waiting;
    case Held: return row.figures.held;
    case Late: return row.late;
    case Since: return row.figures.since ? QVariant(dayOf(*row.figures.since)) : QVariant();
    case Priority: return row.details.priority;
    case Name:
    case Reference:
    case Email:
    case Phone:
    case Country: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
