#pragma once

#include "models/services/receivingcounts.h"
#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace waitline {

/// A delivery while it is counted, as the database has it. Lines of its purchase start at 0, so that what is missing
/// shows. ProductIdRole and IdRole are the product; StatusRole a ReceiptLineStatus. Counted and Damaged can be edited:
/// the model asks for the correction and shows it when it is made.
class ReceiptLinesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sku, Name, Counted, Expected, Damaged, Progress };
    static constexpr int columns = Progress + 1;

    explicit ReceiptLinesModel(QObject *parent = nullptr);

    /// Shows the whole delivery; rows stay where they are while it is the same one.
    void setCount(const ReceivingCountView &count);
    /// Shows what one line is now; answers its row.
    int setLine(const CountLine &line);
    [[nodiscard]] std::optional<int> rowOf(ProductId product) const;
    [[nodiscard]] const CountLine &line(int row) const { return m_lines[size_t(row)]; }
    [[nodiscard]] bool isEmptyCount() const; ///< nothing counted, nothing damaged
    [[nodiscard]] Units counted() const; ///< of all lines, good and damaged
    [[nodiscard]] Units expected() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// False where the value is no number of units.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// Somebody entered other units for a line; none: as they are.
    void correctionAsked(waitline::ProductId product, std::optional<waitline::Units> accepted, std::optional<waitline::Units> damaged);

private:
    [[nodiscard]] static QString text(const CountLine &line, Column column);
    [[nodiscard]] static QVariant number(const CountLine &line, Column column);

    ColumnHeads m_heads;
    ReceivingCountId m_count;
    std::vector<CountLine> m_lines;
};

} // namespace waitline
