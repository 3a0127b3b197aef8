#pragma once

#include "models/services/receiptlist.h"
#include "models/tables/rowsmodel.h"
#include "models/tables/windowedmodel.h"

namespace waitline {

/// Receipts, the latest first. IdRole is the receipt; StatusRole 1 for a void one.
class ReceiptModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Receipt, State, Received, Purchase, Supplier, Units_, Damaged, Note, Actor };

    explicit ReceiptModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] const ReceiptFilter &filter() const { return m_filter; }
    void setFilter(const ReceiptFilter &filter);
    /// nullptr while it is being fetched.
    [[nodiscard]] const ListedReceipt *receipt(int row) const;
    /// Where a receipt stands in the list; -1: it does not.
    [[nodiscard]] int rowOf(ReceiptId receipt) const;

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Receipts;
    ReceiptFilter m_filter;
};

/// What came with a receipt.
class ReceivedLinesModel final : public RowsModel<StoredReceiptLine> {
    Q_OBJECT

public:
    enum Column { Sku, Name, Accepted, Damaged };

    explicit ReceivedLinesModel(QObject *parent = nullptr);
    void setLines(std::vector<StoredReceiptLine> lines) { setRows(std::move(lines)); }

protected:
    [[nodiscard]] QVariant cell(const StoredReceiptLine &line, int column, int role) const override;
};

} // namespace waitline
