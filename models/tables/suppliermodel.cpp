#include "models/tables/suppliermodel.h"

#include "models/tables/celltext.h"
#include "models/tables/purchaselistmodel.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("SupplierModel", text); }

QString daysText(double days) { return QLocale().toString(days, 'f', 1); }

} // namespace

class SupplierModel::Suppliers final : public WindowedModel::Listing {
public:
    explicit Suppliers(std::vector<SupplierRow> found) : suppliers(std::move(found)) {}

    qint64 rows() const override { return std::ssize(suppliers); }
    qint64 idAt(qint64 row) const override { return suppliers[size_t(row)].supplier.id.value; }
    Result<std::shared_ptr<const Page>> page(Connection &, qint64 first, qint64 count) const override
    {
        const auto begin = suppliers.begin() + first;
        return std::shared_ptr<const Page>(std::make_shared<PageOf<SupplierRow>>(std::vector(begin, begin + count)));
    }

    const std::vector<SupplierRow> suppliers;
};

SupplierModel::SupplierModel(Session &session, QObject *parent)
    : WindowedModel(session,
                    {{sentence("Supplier"), sentence("Who goods are bought from."), false},
                     {sentence("Open"), sentence("Purchases something is still to come of."), true},
                     {sentence("Came"), sentence("Purchases that have come in."), true},
                     {sentence("Lead time"), sentence("Days from placing to the last goods, on average."), true},
                     {sentence("Spread"), sentence("How far lead times stray from that: the standard deviation, in days."), true},
                     {sentence("On time"),
                      sentence("Of all units ordered, the share that came by the day first said. It counts purchases of which nothing more "
                               "is to come, and those whose day is past."),
                      true},
                     {sentence("E-mail"), sentence("Where to write."), false},
                     {sentence("Phone"), sentence("Where to call."), false}},
                    parent)
{}

const SupplierRow *SupplierModel::supplier(int row) const { return rowAt<SupplierRow>(row); }

WindowedModel::Opening SupplierModel::opening() const
{
    return [today = session().today()](Connection &connection) -> Result<ListingPointer> {
        auto suppliers = listSuppliers(connection, today);
        if (!suppliers)
            return suppliers.error();
        return ListingPointer(std::make_shared<Suppliers>(std::move(suppliers).value()));
    };
}

bool SupplierModel::concerns(const ChangeSet &changes) const { return changes.everything || !changes.purchases.empty(); }

QVariant SupplierModel::cell(int row, int column, int role) const
{
    const SupplierRow *found = supplier(row);
    if (!found)
        return {};
    if (role == IdRole)
        return found->supplier.id.value;
    if (role != Qt::DisplayRole)
        return {};
    const LeadTimes &times = found->times;
    const bool hasHistory = times.deliveries > 0;
    switch (Column(column)) {
    case Name: return found->supplier.details.name;
    case Open: return numberText(found->supplier.openPurchases);
    case Deliveries: return numberText(times.deliveries);
    case Mean: return hasHistory ? daysText(times.mean) : QString();
    case Spread: return times.deliveries > 1 ? daysText(times.spread) : QString();
    case OnTime: return times.promised > 0 ? sentence("%1 %").arg(qRound(times.onTime * 100)) : QString();
    case Email: return found->supplier.details.email;
    case Phone: return found->supplier.details.phone;
    }
    Q_UNREACHABLE();
}

ScoreboardModel::ScoreboardModel(QObject *parent)
    : RowsModel({{sentence("Purchase"), sentence("The purchase's number."), false},
                 {sentence("Placed"), sentence("The day it was placed."), true},
                 {sentence("First said"), sentence("The day that was said first."), true},
                 {sentence("Said now"), sentence("The day it is expected now."), true},
                 {sentence("Came"), sentence("The day the last of its goods came."), true},
                 {sentence("In time"), sentence("Units that came by the day first said, of those ordered."), true},
                 {sentence("Late"), sentence("Days after what was first said."), false}},
                parent)
{}

void ScoreboardModel::setDeliveries(std::vector<Delivery> deliveries) { setRows(std::move(deliveries)); }

QVariant ScoreboardModel::cell(const Delivery &delivery, int column, int role) const
{
    switch (role) {
    case IdRole: return delivery.purchase.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case Purchase: return sentence("PO-%1").arg(delivery.purchase.value);
    case Placed: return dayText(delivery.placed);
    case First: return dayText(delivery.expectedFirst);
    case Current: return dayText(delivery.expected);
    case Actual: return delivery.received ? dayText(*delivery.received) : delivery.isOpen ? sentence("not yet") : sentence("never");
    case InTime: return sentence("%1 of %2").arg(numberText(delivery.inTime), numberText(delivery.ordered));
    case Late: return slipText(delivery.expectedFirst.daysTo(delivery.received.value_or(delivery.expected)));
    }
    Q_UNREACHABLE();
}

} // namespace waitline
