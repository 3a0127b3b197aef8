#pragma once

#include <QString>
#include <QVariant>

#include <vector>

namespace waitline {

/// A column's title, what it means, and whether it holds numbers (which stand to the right).
struct ColumnHead {
    QString title;
    QString meaning;
    bool isNumber = false;
};

/// The heads of a model's columns, as headerData and the alignment of cells ask for them.
class ColumnHeads final {
public:
    explicit ColumnHeads(std::vector<ColumnHead> heads) : m_heads(std::move(heads)) {}

    [[nodiscard]] int count() const { return int(m_heads.size()); }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const;
    /// Qt::Alignment of a column's cells.
    [[nodiscard]] QVariant alignment(int column) const;

private:
    std::vector<ColumnHead> m_heads;
};

} // namespace waitline
