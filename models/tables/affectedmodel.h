#pragma once

#include "models/services/purchasepegs.h"
#include "models/tables/rowsmodel.h"

namespace waitline {

/// Waiting lines that are served on another day. OrderIdRole is the order; StatusRole a Kind.
class AffectedModel final : public RowsModel<AffectedLine> {
    Q_OBJECT

public:
    enum Column { Order, Customer, Sku, Units_, Before, After, Promised, Change };
    enum class Kind { Sooner, Later, Breaks };

    explicit AffectedModel(QObject *parent = nullptr);

    [[nodiscard]] static Kind kindOf(const AffectedLine &line);
    void setLines(std::vector<AffectedLine> lines);
    [[nodiscard]] qint64 brokenPromises() const;
    /// Orders whose promises break: each of them is told of it in one notice.
    [[nodiscard]] qint64 ordersToTell() const;
    [[nodiscard]] qint64 customers() const;

protected:
    [[nodiscard]] QVariant cell(const AffectedLine &line, int column, int role) const override;
};

} // namespace waitline
