#include "models/tables/paymentmodel.h"

#include "models/tables/celltext.h"

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return PaymentModel::tr(text); };
    return {{tr("Entry"), tr("The entry's number in the journal."), true},
            {tr("When"), tr("When it was recorded."), false},
            {tr("Order"), tr("Order number."), true},
            {tr("Customer"), tr("Whose order it is."), false},
            {tr("Kind"), tr("Payment, refund, or the counter-entry of one."), false},
            {tr("Amount"), tr("Money in; money out is negative."), true},
            {tr("Method"), tr("By what it moved: card, transfer, cash …"), false},
            {tr("Reference"), tr("The statement's or the terminal's own number."), false},
            {tr("By"), tr("Who recorded it."), false},
            {tr("Reason"), tr("Why an entry was taken back."), false}};
}

PaymentLook lookOfEntry(const StoredPayment &payment)
{
    if (payment.isCounterEntry())
        return PaymentLook::CounterEntry;
    if (payment.reversedBy.isValid())
        return PaymentLook::TakenBack;
    return payment.amount > 0 ? PaymentLook::In : PaymentLook::Out;
}

QString counterEntryText(qint64 entry) { return PaymentModel::tr("Counter-entry of %1").arg(entry); }

QString kindText(bool isIn, bool isTakenBack)
{
    const QString kind = isIn ? PaymentModel::tr("Payment") : PaymentModel::tr("Refund");
    return isTakenBack ? PaymentModel::tr("%1, taken back").arg(kind) : kind;
}

QString kindText(const StoredPayment &payment)
{
    return payment.isCounterEntry() ? counterEntryText(payment.reverses.value) : kindText(payment.amount > 0, payment.reversedBy.isValid());
}

} // namespace

QStringList paymentKindTexts()
{
    constexpr qint64 longEntry = 888'888;
    return {counterEntryText(longEntry), kindText(true, true), kindText(false, true)};
}

class PaymentModel::Entries final : public WindowedModel::Listing {
public:
    Entries(PaymentFilter asked, const PaymentSum &added) : filter(std::move(asked)), sum(added) {}

    qint64 rows() const override { return sum.entries; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = PaymentService(connection).journal(filter, first, count);
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<StoredPayment>>(std::move(read).value()));
    }

    const PaymentFilter filter;
    const PaymentSum sum;
};

PaymentModel::PaymentModel(Session &session, QObject *parent) : WindowedModel(session, heads(), parent) {}

void PaymentModel::setFilter(const PaymentFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    questionChanged();
}

PaymentSum PaymentModel::sum() const
{
    const auto *entries = static_cast<const Entries *>(listing());
    return entries ? entries->sum : PaymentSum{};
}

WindowedModel::Opening PaymentModel::opening() const
{
    return [filter = m_filter](Connection &connection) -> Result<ListingPointer> {
        const auto sum = PaymentService(connection).sum(filter);
        if (!sum)
            return sum.error();
        return ListingPointer(std::make_shared<Entries>(filter, *sum));
    };
}

bool PaymentModel::concerns(const ChangeSet &changes) const { return changes.everything || !changes.orders.empty(); }

qint64 PaymentModel::idAt(int row) const
{
    const auto *entry = rowAt<StoredPayment>(row);
    return entry ? entry->id.value : 0;
}

QVariant PaymentModel::cell(int row, int column, int role) const
{
    const auto *payment = rowAt<StoredPayment>(row);
    if (!payment)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*payment, Column(column));
    case NumberRole: return number(*payment, Column(column));
    case IdRole: return payment->id.value;
    case OrderIdRole: return payment->order.value;
    case StatusRole: return int(lookOfEntry(*payment));
    case ExportRole:
        if (column == Amount)
            return session().currency().toDecimal(payment->amount);
        return column == At ? QVariant(toIso(payment->at)) : QVariant();
    default: return {};
    }
}

QString PaymentModel::text(const StoredPayment &payment, Column column) const
{
    switch (column) {
    case Number: return QString::number(payment.id.value);
    case At: return instantText(payment.at);
    case Order: return QString::number(payment.order.value);
    case Customer: return payment.customer;
    case Kind: return kindText(payment);
    case Amount: return moneyText(payment.amount, session().currency());
    case Method: return payment.method;
    case Reference: return payment.reference;
    case Actor: return payment.actor;
    case Reason: return payment.reason;
    }
    Q_UNREACHABLE();
}

QVariant PaymentModel::number(const StoredPayment &payment, Column column)
{
    switch (column) {
    case Number: return payment.id.value;
    case At: return payment.at;
    case Order: return payment.order.value;
    case Amount: return payment.amount;
    case Customer:
    case Kind:
    case Method:
    case Reference:
    case Actor:
    case Reason: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
