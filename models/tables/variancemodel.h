#pragma once

#include "models/services/countservice.h"
#include "models/services/session.h"
#include "models/tables/rowsmodel.h"

namespace waitline {

/// What a count sheet would change, the largest differences in value first.
class VarianceModel final : public RowsModel<CountVariance> {
    Q_OBJECT

public:
    enum Column { Sku, Name, OnHand, Counted, Difference, Value, TakenBack };

    explicit VarianceModel(Currency currency, QObject *parent = nullptr);

    void setVariances(std::vector<CountVariance> variances);
    [[nodiscard]] const std::vector<CountVariance> &variances() const { return rows(); }
    /// Products whose count differs.
    [[nodiscard]] qint64 differing() const;

protected:
    [[nodiscard]] QVariant cell(const CountVariance &variance, int column, int role) const override;

private:
    Currency m_currency;
};

} // namespace waitline
