#pragma once

#include "models/services/purchasepegs.h"
#include "models/tables/rowsmodel.h"

namespace waitline {

/// A purchase line, a waiting line under it, or what is left of it.
struct PegRow {
    enum class Kind { Goods, Covered, LeftOver, More };
    Kind kind = Kind::Goods;
    QString what;
    QString who;
    Units units = 0;
    std::optional<QDate> promised;
    OrderId order;
};

/// Whom the goods of a purchase are for: each line, under it the waiting lines it covers, and what is left over.
/// OrderIdRole is the order of a waiting line; KindRole a PegRow::Kind.
class PegModel final : public RowsModel<PegRow> {
    Q_OBJECT

public:
    enum Column { What, Who, Units_, Promised };

    explicit PegModel(QObject *parent = nullptr);

    void setView(const PurchaseView &view);

protected:
    [[nodiscard]] QVariant cell(const PegRow &row, int column, int role) const override;
};

} // namespace waitline
