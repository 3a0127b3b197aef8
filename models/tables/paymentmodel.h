#pragma once

#include "models/services/paymentservice.h"
#include "models/tables/windowedmodel.h"

namespace waitline {

enum class PaymentLook { In, Out, CounterEntry, TakenBack };

/// The longest words of each kind of entry, for the width of their column.
[[nodiscard]] QStringList paymentKindTexts();

/// The payment journal, the latest entry first. IdRole is the entry, OrderIdRole its order, StatusRole a PaymentLook.
class PaymentModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Number, At, Order, Customer, Kind, Amount, Method, Reference, Actor, Reason };
    static constexpr int columns = Reason + 1;

    explicit PaymentModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] const PaymentFilter &filter() const { return m_filter; }
    void setFilter(const PaymentFilter &filter);
    /// Of all the filter leaves.
    [[nodiscard]] PaymentSum sum() const;

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] qint64 idAt(int row) const override;

private:
    class Entries;
    [[nodiscard]] QString text(const StoredPayment &payment, Column column) const;
    [[nodiscard]] static QVariant number(const StoredPayment &payment, Column column);

    PaymentFilter m_filter;
};

} // namespace waitline
