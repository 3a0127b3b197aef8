#pragma once

#include "models/domain/money.h"
#include "models/services/shorteditions.h"
#include "models/tables/rowsmodel.h"

namespace waitline {

/// Ways to cut an edition, side by side. KindRole is the policy.
class EditionChoiceModel final : public RowsModel<EditionChoice> {
    Q_OBJECT

public:
    enum Column { Policy, Lines, Emptied, Units_, Refunds };

    EditionChoiceModel(const Currency &currency, std::function<QString(AllocationPolicy)> words, QObject *parent = nullptr);
    void setChoices(std::vector<EditionChoice> choices) { setRows(std::move(choices)); }
    [[nodiscard]] const std::vector<EditionChoice> &choices() const { return rows(); }

protected:
    [[nodiscard]] QVariant cell(const EditionChoice &choice, int column, int role) const override;

private:
    Currency m_currency;
    std::function<QString(AllocationPolicy)> m_words;
};

/// What each order loses. OrderIdRole is the order.
class EditionLossModel final : public RowsModel<EditionLoss> {
    Q_OBJECT

public:
    enum Column { Order, Customer, Waiting, Keeps, Cut, Refund };

    explicit EditionLossModel(const Currency &currency, QObject *parent = nullptr);
    void setLosses(std::vector<EditionLoss> losses) { setRows(std::move(losses)); }

protected:
    [[nodiscard]] QVariant cell(const EditionLoss &loss, int column, int role) const override;

private:
    Currency m_currency;
};

} // namespace waitline
