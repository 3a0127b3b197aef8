#pragma once

#include <QTableView>
#include <QTimer>

#include <functional>

class QLabel;
class QMenu;
class QPushButton;

namespace waitline {

/// A read-mostly table as all pages show it: rows of 32 px, no grid, hairlines, hover over the whole row, a column
/// chooser on the header and in the menu of the rows (also by the Menu key), widths, order, sort and hidden columns kept
/// per user under the table's object name. When there is nothing to show it says what it would hold and offers one
/// button.
class DataTable : public QTableView {
    Q_OBJECT

public:
    /// `objectName` is also the key of its settings; `accessibleName` what it is called.
    DataTable(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setEmptyState(const QString &sentence, const QString &buttonText = {}, std::function<void()> action = {});
    /// While this is so, an empty table says nothing yet.
    void setLoading(bool loading)
    {
        m_isLoading = loading;
        updateEmptyState();
    }
    /// Columns hidden until the user asks for them; call after setModel and before restoreColumns.
    void setInitiallyHidden(const QList<int> &columns)
    {
        for (int column : columns)
            setColumnHidden(column, true);
    }
    /// Columns that are left out while there is no room for all, the first one first, instead of scrolling sideways; what
    /// the user chose stays chosen. Call before restoreColumns.
    void setGivingWay(const QList<int> &columns) { m_givingWay = columns; }
    /// Columns that have nothing to show now leave their room to the others; what the user chose stays chosen.
    void setBlankColumns(const QList<int> &columns)
    {
        m_blankColumns = columns;
        giveRoom();
    }
    /// Whether a column belongs to the table as it was chosen, be there room for it or not.
    [[nodiscard]] bool isChosen(int column) const { return !isColumnHidden(column) || m_gaveWay.contains(column); }
    /// Which titles leave room for the arrow of the sorted column: every one; none, where rows cannot be sorted; or that of
    /// the sorted column alone, where columns have no room to spare.
    enum class Arrows { Yes, No, OfSorted };
    /// Puts back what the user chose last time. Where there is nothing yet, a column is as wide as so many digits, and
    /// never narrower than its title. The column `wide` takes the room that is left, until the user sets its width.
    void restoreColumns(const QList<int> &digits, int wide, Arrows arrows = Arrows::Yes);
    /// No column is narrower than this, or than its title, from now on; −1 leaves one as it is.
    void widen(const QList<int> &widths);
    /// What a column needs for its title and for such a width of text.
    [[nodiscard]] int leastWidth(int column, int textWidth) const;
    /// The column shows its longest text whole from now on.
    void widenToText(int column);
    /// The rows chosen, top down; where none is, the one the keyboard is on.
    [[nodiscard]] QList<int> chosenRows() const;
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    /// Selects a row alone, whatever keys are held, and brings it into view, unless it is the current one; -1: no row is
    /// marked any more.
    void markRow(int row);
    /// Whether a cell is being edited.
    [[nodiscard]] bool isEditing() const { return state() == EditingState; }
    /// Brings a row into view and lights it up once.
    void flash(int row);
    [[nodiscard]] int flashedRow() const { return m_flashedRow; }
    /// The selected rows as tab-separated text with a header, as spreadsheets take it.
    [[nodiscard]] QString selectedText() const;

Q_SIGNALS:
    /// Enter or a double click on a row.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateEmptyState();
    void showColumnMenu(const QPoint &position);
    void showRowMenu(const QPoint &globalPosition);
    void addColumnChoices(QMenu *menu);
    void addSortChoices(QMenu *menu);
    void copySelected();
    void onSectionResized(int column);
    void giveRoom();
    void giveWay();
    void setChosen(int column, bool chosen);
    void saveColumns();
    void setHoveredRow(int row);

    QWidget *m_empty;
    QLabel *m_emptySentence;
    QPushButton *m_emptyButton;
    std::function<void()> m_emptyAction;
    bool m_isLoading = false;
    bool m_isRestored = false;
    bool m_isGivingRoom = false;
    int m_wide = -1; ///< the column that takes the room that is left; none once the user has set its width
    int m_leastWidth = 0;
    Arrows m_arrows = Arrows::Yes;
    QList<int> m_givingWay;
    QList<int> m_blankColumns;
    QList<int> m_gaveWay; ///< those that are left out now
    int m_hoveredRow = -1;
    int m_flashedRow = -1;
    QTimer m_flashEnd;
};

} // namespace waitline
