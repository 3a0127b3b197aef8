#pragma once

#include "models/tables/windowedmodel.h"

#include <utility>

namespace waitline {

/// A windowed list that a filter narrows and that is sorted by its columns, which stand in the order of `Sort`.
template <typename Filter, typename Sort>
class ListModel : public WindowedModel {
public:
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    void setFilter(const Filter &filter)
    {
        if (m_filter == filter)
            return;
        m_filter = filter;
        questionChanged();
    }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override
    {
        if (column < 0 || column >= columnCount())
            return;
        const auto by = std::pair(Sort(column), order == Qt::DescendingOrder);
        if (std::exchange(m_sort, by) != by)
            questionChanged();
    }

protected:
    ListModel(Session &session, std::vector<ColumnHead> heads, Sort first, QObject *parent)
        : WindowedModel(session, std::move(heads), parent)
        , m_sort(first, false)
    {}

    [[nodiscard]] Sort sortedBy() const { return m_sort.first; }
    [[nodiscard]] bool isDescending() const { return m_sort.second; }

private:
    Filter m_filter;
    std::pair<Sort, bool> m_sort;
};

} // namespace waitline
