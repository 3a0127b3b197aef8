#include "models/store/noticestore.h"

#include "models/domain/foldedtext.h"
#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/wordmatch.h"

#include <algorithm>

namespace waitline {

namespace {

const char *conditionOf(NoticeState state)
{
    switch (state) {
    case NoticeState::Open: return "n.state = 0";
    case NoticeState::Unanswered: return "n.state = 1 AND n.kind = 5 AND n.answer IS NULL";
    case NoticeState::Told: return "n.state = 1";
    case NoticeState::Withdrawn: return "n.state = 2";
    }
    Q_UNREACHABLE();
}

} // namespace

void NoticeStore::touch(OrderId order)
{
    constexpr size_t mostNamed = 1000;
    ChangeSet &changes = m_connection.changes();
    if (changes.orders.size() >= mostNamed)
        changes.everything = true;
    else
        changes.orders.insert(order);
}

void NoticeStore::prepare(OperationId operation, const NewNotice &notice)
{
    m_connection.run("INSERT INTO notice (operation_id, kind, order_id, day_before, day_after, deadline) VALUES (?, ?, ?, ?, ?, ?)",
                     operation, int(notice.kind), notice.order, notice.before, notice.after, notice.deadline);
    touch(notice.order);
}

qint64 NoticeStore::prepareReleaseMoved(OperationId operation, ProductId product, QDate before, QDate after)
{
    return m_connection
        .run(
            "INSERT INTO notice (operation_id, kind, order_id, product_id, release_before, day_before, day_after) "
            "SELECT CAST(? AS BIGINT), 1, l.order_id, l.product_id, CAST(? AS BIGINT), "
            "COALESCE(MAX(l.promise_current), CAST(? AS BIGINT)), CAST(? AS BIGINT) FROM order_line l WHERE l.product_id = ? AND l.preorder = 1 AND l.ordered > l.cancelled + l.shipped "
            "GROUP BY l.order_id, l.product_id ORDER BY l.order_id",
            operation, before, before, after, product)
        .affected();
}

void NoticeStore::prepareReceived(OperationId operation, OrderId order)
{
    m_connection.run("INSERT INTO notice_due (operation_id, order_id) VALUES (?, ?)", operation, order);
}

void NoticeStore::prepareAllocated(OperationId operation)
{
    m_connection.run("INSERT INTO notice_due (operation_id) VALUES (?)", operation);
}

bool NoticeStore::hasDue() { return m_connection.integer("SELECT COUNT(*) FROM (SELECT 1 FROM notice_due LIMIT 1) AS due") > 0; }

void NoticeStore::writeDue()
{
    // Another desk may do the same: each operation is written by who has its row.
    std::vector<std::pair<OperationId, OrderId>> due;
    {
        Rows rows = m_connection.run("SELECT operation_id, order_id FROM notice_due ORDER BY operation_id @forUpdate");
        while (rows.next())
            due.emplace_back(rows.id<OperationId>(0), OrderId{rows.optionalInteger(1).value_or(0)});
    }
    for (const auto &[operation, order] : due) {
        if (order.isValid()) {
            if (m_connection.run("SELECT 1 FROM order_line WHERE order_id = ? AND ordered > cancelled LIMIT 1", order).next())
                prepare(operation, {NoticeKind::Received, order}); // unless it was cancelled whole since
        } else // what was voided, has left or was cancelled since is past telling
            m_connection.run(
                "INSERT INTO notice (operation_id, kind, order_id) SELECT DISTINCT g.operation_id, 2, l.order_id FROM stock_ledger g "
                "JOIN allocation a ON a.ledger_id = g.id JOIN order_line l ON l.id = a.order_line_id "
                "WHERE g.operation_id = ? AND g.cause = 'serve' AND l.ordered > l.cancelled + l.shipped AND NOT EXISTS ("
                "SELECT 1 FROM receipt r WHERE r.operation_id = g.operation_id AND r.voided_by IS NOT NULL) ORDER BY l.order_id",
                operation);
        m_connection.run("DELETE FROM notice_due WHERE operation_id = ?", operation);
    }
    if (!due.empty())
        m_connection.changes().everything = true;
}

void NoticeStore::forgetAll()
{
    m_connection.run("DELETE FROM notice_due");
    m_connection.run("DELETE FROM notice");
}

std::vector<NoticeId> NoticeStore::list(const NoticeFilter &filter)
{
    QString condition = QLatin1String(conditionOf(filter.state));
    QVariantList values;
    if (filter.kind) {
        condition += u" AND n.kind = ?";
        values += int(*filter.kind);
    }
    if (filter.order.isValid()) {
        condition += u" AND n.order_id = ?";
        values += filter.order.value;
    }
    QString tables = QStringLiteral("notice n");
    if (const QString text = filter.text.trimmed(); !folded(text).isEmpty()) {
        const WordMatch match =
            WordMatch::of(m_connection.dialect(), QStringLiteral("customer"), {QStringLiteral("customer.name_folded")}, text);
        tables += u" JOIN sales_order o ON o.id = n.order_id JOIN customer ON customer.id = o.customer_id";
        condition += u" AND (CAST(n.order_id AS TEXT) = ? OR o.reference = ? OR (" + match.condition + u"))";
        values << text << text << match.values;
    }
    return idsOf<NoticeId>(m_connection.run(u"SELECT MAX(n.id) AS latest FROM " + tables + u" WHERE " + condition +
                                                u" GROUP BY n.order_id, n.kind, n.closed_by ORDER BY latest DESC",
                                            values));
}

std::vector<qint64> NoticeStore::openByKind()
{
    std::vector<qint64> counts(noticeKinds, 0);
    Rows rows = m_connection.run("SELECT kind, COUNT(*) FROM (SELECT DISTINCT order_id, kind FROM notice WHERE state = 0) AS groups "
                                 "GROUP BY kind");
    while (rows.next())
        counts[size_t(rows.integer(0))] = rows.integer(1);
    return counts;
}

std::vector<StoredNotice> NoticeStore::read(const std::vector<NoticeId> &ids)
{
    std::vector<StoredNotice> notices;
    notices.reserve(ids.size());
    for (NoticeId id : ids) {
        if (auto notice = readOne(id))
            notices.push_back(std::move(*notice));
    }
    return notices;
}

std::optional<StoredNotice> NoticeStore::readOne(NoticeId id)
{
    StoredNotice notice;
    std::optional<qint64> closedBy;
    {
        Rows rows = m_connection.run(
            "SELECT n.id, n.kind, n.state, n.order_id, o.reference, c.id, c.name, c.email, p.at, n.day_after, n.deadline, n.answer, "
            "n.subject, n.body, n.closed_by FROM notice n JOIN sales_order o ON o.id = n.order_id JOIN customer c ON c.id = o.customer_id "
            "JOIN operation p ON p.id = n.operation_id WHERE n.id = ?",
            id);
        if (!rows.next())
            return std::nullopt;
        notice = {rows.id<NoticeId>(0),
                  NoticeKind(rows.integer(1)),
                  rows.integer(2) == 0   ? NoticeState::Open
                  : rows.integer(2) == 1 ? NoticeState::Told
                                         : NoticeState::Withdrawn,
                  rows.id<OrderId>(3),
                  rows.text(4),
                  rows.id<CustomerId>(5),
                  rows.text(6),
                  rows.text(7),
                  rows.integer(8),
                  0,
                  {},
                  {},
                  rows.optionalDay(9),
                  rows.optionalDay(10),
                  {},
                  {rows.text(12), rows.text(13)}};
        if (const auto answer = rows.optionalInteger(11))
            notice.accepted = *answer == 1;
        closedBy = rows.optionalInteger(14);
    }
    addMembers(notice, closedBy);
    const bool isOpenRelease = notice.isOfReleases && notice.state == NoticeState::Open;
    if (const auto promise = isOpenRelease ? promisedNow(notice) : std::nullopt)
        notice.after = promise; // as the letter says it
    const bool isOfSeveral = !notice.isOfReleases && notice.after && notice.merged > 1 && notice.state == NoticeState::Open;
    if (const auto promise = isOfSeveral ? promisedBy(notice.operations, notice.order) : std::nullopt)
        notice.after = std::max(notice.after, promise); // the older ones may tell of other lines
    if (notice.state == NoticeState::Told && notice.kind == NoticeKind::DelayConsent && !notice.accepted)
        notice.state = NoticeState::Unanswered;
    return notice;
}

/// The latest day its customer is promised for what waits for the releases; none without a promise.
std::optional<QDate> NoticeStore::promisedNow(const StoredNotice &notice)
{
    std::optional<QDate> latest;
    for (const ReleaseMove &move : notice.releases) {
        Rows rows = m_connection.run("SELECT MAX(promise_current) FROM order_line WHERE order_id = ? AND product_id = ? AND preorder = 1 "
                                     "AND ordered > cancelled + shipped",
                                     notice.order, move.product);
        const auto day = rows.next() ? rows.optionalDay(0) : std::nullopt;
        latest = std::max(latest, day);
    }
    return latest;
}

/// The latest day that is promised now for what waits of the lines these operations promised anew.
std::optional<QDate> NoticeStore::promisedBy(const std::vector<OperationId> &operations, OrderId order)
{
    std::optional<QDate> latest;
    for (OperationId operation : operations) {
        Rows rows = m_connection.run("SELECT MAX(l.promise_current) FROM promise_change c JOIN order_line l ON l.id = c.order_line_id "
                                     "WHERE c.operation_id = ? AND l.order_id = ? AND l.ordered > l.cancelled + l.shipped",
                                     operation, order);
        const auto day = rows.next() ? rows.optionalDay(0) : std::nullopt;
        latest = std::max(latest, day);
    }
    return latest;
}

void NoticeStore::addMembers(StoredNotice &notice, const std::optional<qint64> &closedBy)
{
    bool hasOther = false;
    const QString columns = QStringLiteral("SELECT operation_id, day_before, product_id, release_before, day_after FROM notice ");
    Rows rows = closedBy ? m_connection.run(columns + u"WHERE order_id = ? AND kind = ? AND closed_by = ? ORDER BY id",
                                            {notice.order.value, int(notice.kind), *closedBy})
                         : m_connection.run(columns + u"WHERE order_id = ? AND kind = ? AND state = 0 ORDER BY id",
                                            {notice.order.value, int(notice.kind)});
    while (rows.next()) {
        notice.operations.push_back(rows.id<OperationId>(0));
        if (!notice.before)
            notice.before = rows.optionalDay(1);
        const auto product = rows.optionalInteger(2);
        if (!product) {
            hasOther = true;
            continue;
        }
        const auto known = std::find_if(notice.releases.begin(), notice.releases.end(),
                                        [&](const ReleaseMove &move) { return move.product.value == *product; });
        ReleaseMove &move = known == notice.releases.end()
                                ? notice.releases.emplace_back(ReleaseMove{{*product}, rows.optionalDay(3), {}, rows.optionalDay(1)})
                                : *known;
        move.after = rows.optionalDay(4);
    }
    notice.isOfReleases = !hasOther && !notice.releases.empty();
    notice.merged = qint64(notice.operations.size());
}

bool NoticeStore::close(const StoredNotice &notice, bool isTold, const NoticeTemplate &words, OperationId by)
{
    touch(notice.order);
    return m_connection
               .run("UPDATE notice SET state = ?, closed_by = ?, subject = ?, body = ? WHERE order_id = ? AND kind = ? AND state = 0 "
                    "AND id <= ?",
                    isTold ? 1 : 2, by, words.subject, words.body, notice.order, int(notice.kind), notice.id)
               .affected() > 0;
}

void NoticeStore::withdrawOf(OrderId order, NoticeKind kind, OperationId by)
{
    m_connection.run("UPDATE notice SET state = 2, closed_by = ? WHERE order_id = ? AND kind = ? AND state = 0", by, order, int(kind));
}

void NoticeStore::withdrawPreparedBy(OperationId operation, OperationId by)
{
    m_connection.run("UPDATE notice SET state = 2, closed_by = ? WHERE operation_id = ? AND state = 0", by, operation);
}

void NoticeStore::withdrawExpected(OrderId order, OperationId by)
{
    touch(order);
    m_connection.run("UPDATE notice SET state = 2, closed_by = ? WHERE order_id = ? AND kind = 1 AND state = 0 AND operation_id IN "
                     "(SELECT id FROM operation WHERE kind = 'expect')",
                     by, order);
}

std::optional<OperationId> NoticeStore::lastReleaseMove(ProductId product, QDate day)
{
    Rows rows =
        m_connection.run("SELECT operation_id FROM notice WHERE product_id = ? AND kind = 1 AND day_after = ? ORDER BY id DESC LIMIT 1",
                         product, day);
    return rows.next() ? std::optional(rows.id<OperationId>(0)) : std::nullopt;
}

bool NoticeStore::isTold(OperationId operation)
{
    return m_connection.run("SELECT 1 FROM notice WHERE operation_id = ? AND state = 1 LIMIT 1", operation).next();
}

qint64 NoticeStore::reopen(OperationId operation)
{
    Rows orders = m_connection.run("SELECT DISTINCT order_id FROM notice WHERE closed_by = ?", operation);
    while (orders.next())
        touch(orders.id<OrderId>(0));
    return m_connection
        .run("UPDATE notice SET state = 0, closed_by = NULL, subject = '', body = '' WHERE closed_by = ? AND answer IS NULL", operation)
        .affected();
}

void NoticeStore::setAnswer(const StoredNotice &notice, bool accepted, OperationId by)
{
    touch(notice.order);
    m_connection.run("UPDATE notice SET answer = ?, answered_by = ? WHERE order_id = ? AND kind = 5 AND state = 1 AND answer IS NULL",
                     accepted, by, notice.order);
}

bool NoticeStore::takeBackAnswer(const StoredNotice &notice)
{
    std::optional<qint64> answeredBy;
    {
        Rows rows = m_connection.run("SELECT answered_by FROM notice WHERE id = ?", notice.id);
        if (rows.next())
            answeredBy = rows.optionalInteger(0);
    }
    if (!answeredBy)
        return false;
    touch(notice.order);
    m_connection.run("UPDATE notice SET answer = NULL, answered_by = NULL WHERE answered_by = ?", *answeredBy);
    reopen(OperationId{*answeredBy});
    return true;
}

std::optional<NoticeTemplate> NoticeStore::ownTemplate(NoticeKind kind)
{
    Rows rows = m_connection.run("SELECT subject, body FROM notice_template WHERE kind = ?", int(kind));
    return rows.next() ? std::optional(NoticeTemplate{rows.text(0), rows.text(1)}) : std::nullopt;
}

void NoticeStore::setTemplate(NoticeKind kind, const NoticeTemplate &text)
{
    m_connection.run("INSERT INTO notice_template (kind, subject, body) VALUES (?, ?, ?) "
                     "ON CONFLICT (kind) DO UPDATE SET subject = excluded.subject, body = excluded.body",
                     int(kind), text.subject, text.body);
}

void NoticeStore::removeTemplate(NoticeKind kind) { m_connection.run("DELETE FROM notice_template WHERE kind = ?", int(kind)); }

} // namespace waitline
