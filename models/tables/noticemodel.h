#pragma once

#include "models/services/noticeservice.h"
#include "models/tables/windowedmodel.h"

namespace waitline {

/// What customers are to be told, or were. IdRole is the notice, OrderIdRole its order, KindRole a NoticeKind,
/// StatusRole a NoticeState.
class NoticeModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Kind, Order, Customer, Email, Date, Deadline, Prepared, Merged };
    static constexpr int columns = Merged + 1;

    explicit NoticeModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] const NoticeFilter &filter() const { return m_filter; }
    void setFilter(const NoticeFilter &filter);
    /// All that the filter leaves, also those not read yet.
    [[nodiscard]] std::vector<NoticeId> all() const;

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Notices;
    [[nodiscard]] static QString text(const StoredNotice &notice, Column column);
    [[nodiscard]] static QVariant number(const StoredNotice &notice, Column column);

    NoticeFilter m_filter;
};

/// The kind as people read it: "Date moved".
[[nodiscard]] QString noticeKindText(NoticeKind kind);

} // namespace waitline
