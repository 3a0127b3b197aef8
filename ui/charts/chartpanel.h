#pragma once

#include "models/domain/result.h"
#include "ui/charts/demandwords.h"
#include "ui/widgets/card.h"

class QLabel;
class QScrollArea;
class QSplitter;
class QSortFilterProxyModel;

namespace waitline {

class DataTable;

/// A chart with its heading, and the table of the same numbers beside it: the row selected is the bar shown, both ways.
/// It can be copied, and saved as a picture or as rows.
class ChartPanel final : public Card {
    Q_OBJECT

public:
    /// `model` has a row for each bar, in the chart's order; rows after them are none of the chart's and stay last.
    ChartPanel(BarChart *chart, QAbstractItemModel *model, DataTable *table, QWidget *parent = nullptr);

    /// What the panel shows from now on; call after the model has changed.
    void setShown(const ChartHeading &shown, BarChartData drawn, QList<QStringList> rows);
    void setEmptySentence(const QString &sentence);
    void setTableShown(bool shown);
    /// Whether the empty sentence stands in the chart's place.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const ChartHeading &heading() const { return m_heading; }
    /// PNG (at twice the size) or CSV, as the file's name says; the error says what stands against it.
    [[nodiscard]] Result<Done> save(const QString &path) const;
    /// Picture and rows to the clipboard, for whatever takes them.
    void copy() const;

Q_SIGNALS:
    /// Enter or a click on a bar, Enter or a double click on its row.
    void opened(int bar);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRoomForBars();
    void selectRow(int bar);
    [[nodiscard]] int barOfRow(const QModelIndex &row) const;
    [[nodiscard]] QImage picture() const;
    [[nodiscard]] Result<Done> saveRows(const QString &path) const;

    BarChart *m_chart;
    DataTable *m_table;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_empty;
    QScrollArea *m_scroll;
    QSplitter *m_splitter;
    ChartHeading m_heading;
    QList<QStringList> m_rows;
};

} // namespace waitline
