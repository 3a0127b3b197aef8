#pragma once

#include "models/services/caller.h"
#include "models/services/orderview.h"
#include "models/store/noticestore.h"

#include <vector>

namespace waitline {

class Connection;

/// A notice in the words its customer reads.
struct WrittenNotice {
    StoredNotice notice;
    NoticeTemplate words; ///< filled in; of one that is closed, as it was told
    QHash<QString, QString> values; ///< of each placeholder
};

/// Several notices closed or opened at once.
struct NoticesChanged {
    OperationId operation; ///< undo() takes it back
    qint64 notices = 0;
};

/// What customers are told. Operations prepare the notices; people send them, nothing is sent by itself.
class NoticeService final {
public:
    explicit NoticeService(Connection &connection) : m_connection(connection) {}

    /// Writes the notices that operations left to be written. To be called before a list is read.
    Result<Done> prepareDue();
    Result<std::vector<NoticeId>> list(const NoticeFilter &filter);
    Result<std::vector<StoredNotice>> read(const std::vector<NoticeId> &ids);
    Result<std::vector<qint64>> openByKind();
    Result<std::vector<WrittenNotice>> write(const std::vector<NoticeId> &ids, QDate today);

    /// The customers were told; the words are kept as they were.
    Result<NoticesChanged> markTold(const std::vector<NoticeId> &ids, const Caller &caller);
    /// They are not to be told.
    Result<NoticesChanged> withdraw(const std::vector<NoticeId> &ids, const Caller &caller);
    /// Opens again what an operation closed; a delay that was answered meanwhile stays as it is.
    Result<NoticesChanged> undo(OperationId operation, const Caller &caller);
    /// The customer's answer to a delay. Refused, the order is to be cancelled, which is not done here.
    Result<OrderView> answer(NoticeId notice, bool isAccepted, const Caller &caller);
    /// The answer was not given: it is awaited again, or still to be asked for where only the answer had closed the notice.
    Result<OrderView> undoAnswer(NoticeId notice, const Caller &caller);

    Result<NoticeTemplate> words(NoticeKind kind);
    Result<NoticeTemplate> changeWords(NoticeKind kind, const NoticeTemplate &text, const Caller &caller);
    /// Back to the words the program comes with.
    Result<NoticeTemplate> resetWords(NoticeKind kind, const Caller &caller);
    /// How `text` reads for an order, as if it were told of everything now.
    Result<NoticeTemplate> preview(NoticeKind kind, const NoticeTemplate &text, OrderId order, QDate today);

private:
    [[nodiscard]] StoredNotice exampleOf(NoticeKind kind, OrderId order, QDate today);
    NoticeTemplate wordsOf(NoticeKind kind);
    WrittenNotice written(const StoredNotice &notice, QDate today);
    Result<NoticesChanged> close(const std::vector<NoticeId> &ids, bool isTold, const Caller &caller);

    Connection &m_connection;
};

} // namespace waitline
