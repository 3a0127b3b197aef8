#pragma once

#include "models/charts/charttable.h"
#include "ui/charts/plot.h"
#include "ui/widgets/card.h"

#include <QVariantMap>

#include <functional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;

namespace waitline {

class DataTable;
class Prompts;

/// A chart as every page shows it: its heading, the plot, the table of the same numbers beside it (the row chosen is the
/// point shown, both ways), and what can be done with it: zoom, copy, keep in a file.
class ChartFrame final : public Card {
    Q_OBJECT

public:
    /// `name` is the object name of the plot and the key of the table's settings; `title` what both are called.
    ChartFrame(const QString &name, const QString &title, Prompts &prompts, QWidget *parent = nullptr);

    /// What is said and offered where the next sheets have nothing to draw: why that is, or the sheet's own sentence where none
    /// is given, and a button that helps.
    void setHelp(const QString &sentence, const QString &buttonText, std::function<void()> help);
    /// What is shown from now on; zoom and place stay where there are as many points as before.
    void setSheet(const ChartSheet &sheet);
    [[nodiscard]] const ChartSheet &sheet() const { return m_plot->sheet(); }
    [[nodiscard]] Plot *plot() const { return m_plot; }
    /// Whether the empty sentence stands in the chart's place.
    [[nodiscard]] bool isEmpty() const;
    /// Puts the keyboard on the chart.
    void begin();
    /// Says that an answer is long in coming, until the next sheet.
    void setWaiting(const QString &sentence);
    /// Zoom, table and its columns, as a saved view keeps them.
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);

public Q_SLOTS:
    /// Asks for a file and keeps the chart in it.
    void exportChart();
    void saveTo(QString path);
    /// Picture and rows to the clipboard, for whatever takes them.
    void copyChart();

Q_SIGNALS:
    /// Enter or a click on a point, Enter or a double click on its row.
    void opened(int point);
    void said(const QString &sentence);
    void complained(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeading();
    [[nodiscard]] QPushButton *addButton(QLayout *row, const QString &text, const QString &iconName, const QString &part);
    void showWords();
    void makeTable(const QString &name, const QString &title);
    void restoreColumns();
    [[nodiscard]] QWidget *makeNothing();
    [[nodiscard]] int textWidth(int column) const;
    [[nodiscard]] QList<int> contentWidths() const;
    void arrange();
    void selectRow(int point);
    [[nodiscard]] int pointOfRow(const QModelIndex &row) const;
    void showWindow();

    Prompts &m_prompts;
    Plot *m_plot;
    ChartTable *m_model;
    QSortFilterProxyModel *m_sorted;
    DataTable *m_table;
    QLabel *m_title;
    QLabel *m_filter;
    QLabel *m_part; ///< which points are shown, while zoomed
    QLabel *m_empty;
    QPushButton *m_helpButton;
    QWidget *m_nothing; ///< in the chart's place: the sentence and the button
    QString m_whyEmpty; ///< instead of the sheet's own sentence
    std::function<void()> m_help;
    QSplitter *m_splitter;
    QPushButton *m_tableShown = nullptr;
    std::vector<QPushButton *> m_withIcons; ///< that can do without their words
    bool m_hasColumns = false;
    int m_wide = 0; ///< the table's column that takes what room there is
    bool m_isSplitByUser = false;
    Qt::Orientation m_orientation = Qt::Horizontal; ///< of chart and table
};

} // namespace waitline
