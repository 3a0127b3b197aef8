#pragma once

#include "models/services/campaigns.h"
#include "models/tables/rowsmodel.h"

namespace waitline {

/// Campaigns with the figures they are compared by. IdRole is the campaign.
class CampaignModel final : public RowsModel<CampaignResult> {
    Q_OBJECT

public:
    enum Column { Code, Name, First, Last, Orders, Units, Value, Uplift, UnitCost };

    explicit CampaignModel(QObject *parent = nullptr);
    void setResults(std::vector<CampaignResult> results, const Currency &currency);
    [[nodiscard]] const std::vector<CampaignResult> &results() const { return rows(); }

protected:
    [[nodiscard]] QVariant cell(const CampaignResult &result, int column, int role) const override;

private:
    Currency m_currency;
};

} // namespace waitline
