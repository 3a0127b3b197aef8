#include "models/tables/noticemodel.h"

#include "models/tables/celltext.h"

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return NoticeModel::tr(text); };
    return {{tr("Notice"), tr("What the customer is told."), false},
            {tr("Order"), tr("Order number."), true},
            {tr("Customer"), tr("Who is told."), false},
            {tr("E-mail"), tr("The customer's address; without one, call."), false},
            {tr("New date"), tr("The day promised now, where a day has moved."), false},
            {tr("Answer by"), tr("The day until which a delay is to be answered."), false},
            {tr("Prepared"), tr("When what is told of happened last."), false},
            {tr("Events"), tr("How many events of the order are told together."), true}};
}

} // namespace

QString noticeKindText(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Received: return NoticeModel::tr("Order received");
    case NoticeKind::DateMoved: return NoticeModel::tr("Date moved");
    case NoticeKind::Allocated: return NoticeModel::tr("Goods set aside");
    case NoticeKind::Shipped: return NoticeModel::tr("Shipped");
    case NoticeKind::RefundDue: return NoticeModel::tr("Refund due");
    case NoticeKind::DelayConsent: return NoticeModel::tr("Delay consent");
    case NoticeKind::Shortened: return NoticeModel::tr("Fewer units");
    }
    Q_UNREACHABLE();
}

class NoticeModel::Notices final : public WindowedModel::Listing {
public:
    explicit Notices(std::vector<NoticeId> found) : ids(std::move(found)) {}

    qint64 rows() const override { return std::ssize(ids); }
    qint64 idAt(qint64 row) const override { return ids[size_t(row)].value; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        const auto begin = ids.begin() + first;
        auto read = NoticeService(connection).read({begin, begin + count});
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<StoredNotice>>(std::move(read).value()));
    }

    const std::vector<NoticeId> ids;
};

NoticeModel::NoticeModel(Session &session, QObject *parent) : WindowedModel(session, heads(), parent) {}

void NoticeModel::setFilter(const NoticeFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    questionChanged();
}

std::vector<NoticeId> NoticeModel::all() const
{
    const auto *notices = static_cast<const Notices *>(listing());
    return notices ? notices->ids : std::vector<NoticeId>{};
}

WindowedModel::Opening NoticeModel::opening() const
{
    return [filter = m_filter](Connection &connection) -> Result<ListingPointer> {
        auto found = NoticeService(connection).list(filter);
        if (!found)
            return found.error();
        return ListingPointer(std::make_shared<Notices>(std::move(found).value()));
    };
}

bool NoticeModel::concerns(const ChangeSet &changes) const { return changes.everything || !changes.orders.empty(); }

QVariant NoticeModel::cell(int row, int column, int role) const
{
    const auto *notice = rowAt<StoredNotice>(row);
    if (!notice)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*notice, Column(column));
    case NumberRole: return number(*notice, Column(column));
    case IdRole: return notice->id.value;
    case OrderIdRole: return notice->order.value;
    case KindRole: return int(notice->kind);
    case StatusRole: return int(notice->state);
    default: return {};
    }
}

QString NoticeModel::text(const StoredNotice &notice, Column column)
{
    switch (column) {
    case Kind: return noticeKindText(notice.kind);
    case Order: return QString::number(notice.order.value);
    case Customer: return notice.customerName;
    case Email: return notice.email;
    case Date: return dayText(notice.after.value_or(QDate()));
    case Deadline: return dayText(notice.deadline.value_or(QDate()));
    case Prepared: return instantText(notice.preparedAt);
    case Merged: return numberText(notice.merged);
    }
    Q_UNREACHABLE();
}

QVariant NoticeModel::number(const StoredNotice &notice, Column column)
{
    switch (column) {
    case Order: return notice.order.value;
    case Date: return notice.after ? QVariant(*notice.after) : QVariant();
    case Deadline: return notice.deadline ? QVariant(*notice.deadline) : QVariant();
    case Prepared: return notice.preparedAt;
    case Merged: return notice.merged;
    case Kind:
    case Customer:
    case Email: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
