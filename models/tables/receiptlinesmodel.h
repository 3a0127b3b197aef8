#pragma once

#include "models/services/receivingservice.h"
#include "models/services/scan.h"
#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace waitline {

enum class ReceiptLineStatus { Missing, Partial, Complete, OverReceived, NotOnPurchase };

/// A receipt while it is counted. Lines of its purchase start at 0, so that what is missing shows. ProductIdRole and
/// IdRole are the product; StatusRole a ReceiptLineStatus. Counted and Damaged can be edited.
class ReceiptLinesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sku, Name, Counted, Expected, Damaged, Progress };
    static constexpr int columns = Progress + 1;

    explicit ReceiptLinesModel(QObject *parent = nullptr);

    /// Begins to count a purchase's delivery.
    void setPurchase(const StoredPurchase &purchase);
    /// Begins to count goods no purchase announced.
    void setBlind();
    /// Counts `times` scans of a product, or takes them back where below 0; answers the row, which stays where it is.
    int add(const ScannedProduct &scanned, Units times = 1);
    /// Takes the last add() back; answers its row, or none when nothing is left to take back.
    std::optional<int> takeBackLast();
    /// Counts the whole line as received.
    void completeLine(int row);
    [[nodiscard]] std::optional<int> rowOf(ProductId product) const;
    [[nodiscard]] bool isEmptyCount() const; ///< nothing counted, nothing damaged
    [[nodiscard]] Units counted() const; ///< units of all lines
    [[nodiscard]] Units expected() const;
    /// What was counted, ready to preview and post.
    [[nodiscard]] ReceiptDraft draft() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// A line's counts changed.
    void countChanged(int row);

private:
    struct Line {
        ProductId product;
        QString sku;
        QString name;
        Units expected = 0;
        Units counted = 0; ///< accepted
        Units damaged = 0;
        bool isOnPurchase = false;
    };
    struct Step {
        ProductId product;
        Units units = 0;
    };
    [[nodiscard]] static ReceiptLineStatus status(const Line &line);
    [[nodiscard]] QString text(const Line &line, Column column) const;
    [[nodiscard]] static QVariant number(const Line &line, Column column);
    void begin(PurchaseId purchase, std::vector<Line> lines);
    void tellChanged(int row);

    ColumnHeads m_heads;
    PurchaseId m_purchase;
    std::vector<Line> m_lines;
    std::vector<Step> m_steps;
};

} // namespace waitline
