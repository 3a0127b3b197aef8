#pragma once

#include "models/domain/clock.h"
#include "models/domain/notice.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// Which notices a list shows.
enum class NoticeState { Open, Unanswered, Told, Withdrawn };

struct NoticeFilter {
    NoticeState state = NoticeState::Open; ///< Unanswered: delay consents that were asked for
    std::optional<NoticeKind> kind;
    QString text; ///< order number or reference, or part of the customer
    OrderId order = {}; ///< invalid: all

    friend bool operator==(const NoticeFilter &, const NoticeFilter &) = default;
};

/// The release of a product of the order moved.
struct ReleaseMove {
    ProductId product;
    std::optional<QDate> before; ///< the first day; not kept by older notices
    std::optional<QDate> after; ///< the latest
    std::optional<QDate> told; ///< what the customer was told before: the promise, else the release
};

/// Notices of one order and kind that are, or were, told together: the latest stands for all.
struct StoredNotice {
    NoticeId id;
    NoticeKind kind = NoticeKind::Received;
    NoticeState state = NoticeState::Open;
    OrderId order;
    QString reference;
    CustomerId customer;
    QString customerName;
    QString email;
    Instant preparedAt = 0; ///< the latest
    qint64 merged = 1; ///< how many it is made of
    std::vector<OperationId> operations; ///< those told of, oldest first
    std::optional<QDate> before; ///< of the first
    std::optional<QDate> after; ///< of the latest
    std::optional<QDate> deadline;
    std::optional<bool> accepted; ///< a delay's answer
    NoticeTemplate told; ///< the words it was told in
    std::vector<ReleaseMove> releases = {}; ///< those that moved the date
    bool isOfReleases = false; ///< nothing else moved it
};

/// A notice to be written at once.
struct NewNotice {
    NoticeKind kind = NoticeKind::Received;
    OrderId order;
    std::optional<QDate> before = {};
    std::optional<QDate> after = {};
    std::optional<QDate> deadline = {};
};

class NoticeStore final {
public:
    explicit NoticeStore(Connection &connection) : m_connection(connection) {}

    // Preparing, inside the operation that is told of.
    void prepare(OperationId operation, const NewNotice &notice);
    /// Customers with open pre-orders of a product whose release moves; answers how many notices. What they were told is
    /// what they are promised now: the promises move afterwards. Without one it was the release itself.
    qint64 prepareReleaseMoved(OperationId operation, ProductId product, QDate before, QDate after);
    /// One row, turned into notices by writeDue(): of the order that was placed, or of all that got goods.
    void prepareReceived(OperationId operation, OrderId order);
    void prepareAllocated(OperationId operation);
    [[nodiscard]] bool hasDue();
    /// Writes what is due; in a write transaction.
    void writeDue();
    /// For a business that did not begin here: nobody is told of what has been.
    void forgetAll();

    /// The latest of each group, the latest first.
    [[nodiscard]] std::vector<NoticeId> list(const NoticeFilter &filter);
    /// How many groups are open of each kind.
    [[nodiscard]] std::vector<qint64> openByKind();
    /// In the order of `ids`; those that are not there are left out.
    [[nodiscard]] std::vector<StoredNotice> read(const std::vector<NoticeId> &ids);

    /// Closes an open group; false where it is not open.
    bool close(const StoredNotice &notice, bool isTold, const NoticeTemplate &words, OperationId by);
    /// Open notices of an order and kind have nothing to tell any more.
    void withdrawOf(OrderId order, NoticeKind kind, OperationId by);
    /// Open notices that an operation prepared have nothing to tell any more: it was taken back.
    void withdrawPreparedBy(OperationId operation, OperationId by);
    /// The same of an order's dates that moved because a purchase did.
    void withdrawExpected(OrderId order, OperationId by);
    /// The last operation that told of a product's release being on `day` now; none where nobody was to be told.
    [[nodiscard]] std::optional<OperationId> lastReleaseMove(ProductId product, QDate day);
    /// Whether somebody was told already of what an operation prepared.
    [[nodiscard]] bool isTold(OperationId operation);
    /// What `operation` closed is open again; answers how many.
    qint64 reopen(OperationId operation);
    void setAnswer(const StoredNotice &notice, bool accepted, OperationId by);
    /// A delay's answer has not been given, and what it had closed is open again; false where there is none.
    bool takeBackAnswer(const StoredNotice &notice);

    /// The business's own words; none where it uses the program's.
    [[nodiscard]] std::optional<NoticeTemplate> ownTemplate(NoticeKind kind);
    void setTemplate(NoticeKind kind, const NoticeTemplate &text);
    void removeTemplate(NoticeKind kind);

private:
    [[nodiscard]] std::optional<StoredNotice> readOne(NoticeId id);
    [[nodiscard]] std::optional<QDate> promisedNow(const StoredNotice &notice);
    [[nodiscard]] std::optional<QDate> promisedBy(const std::vector<OperationId> &operations, OrderId order);
    void addMembers(StoredNotice &notice, const std::optional<qint64> &closedBy);
    void touch(OrderId order);

    Connection &m_connection;
};

} // namespace waitline
