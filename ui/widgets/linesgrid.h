#pragma once

#include <QTableWidget>

namespace waitline {

/// A small grid of typed lines, one row ready for the next. Typing replaces a cell and F2 keeps it; Enter and Tab go on
/// and past the last cell make a row; Ctrl+V pastes rows of a spreadsheet, Ctrl+Del takes a line out. What was typed
/// stays, right or wrong.
class LinesGrid final : public QTableWidget {
    Q_OBJECT

public:
    LinesGrid(const QStringList &columns, const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// Each row that has text, with its row number first.
    [[nodiscard]] std::vector<std::pair<int, QStringList>> lines() const;
    void setLine(int row, const QStringList &cells);
    /// Columns from this one on only tell: the keyboard passes them over, and they are no part of a line.
    void setTold(int first) { m_typed = first; }
    /// These columns hold numbers: they stand at the right, under their heads.
    void setNumbers(const QList<int> &columns);
    void tell(int row, int column, const QString &text);
    /// Nothing is told or proposed any more.
    void clearTold();
    /// What is taken where nothing is typed in the cell; muted.
    void propose(int row, int column, const QString &text);
    /// Says what is wrong with a cell, in its tooltip and with a sign on it.
    void mark(int row, int column, const QString &sentence);
    void clearMarks();
    /// Whether a cell is being edited: what is written into it now would take the place of what is typed.
    [[nodiscard]] bool isEditing() const { return state() == EditingState; }
    /// Puts rows of tab-separated text in, from the current row on.
    void paste(const QString &text);

Q_SIGNALS:
    /// Enter in an empty row: no more lines.
    void finished();
    /// A cell is not edited any more, changed or not.
    void editingEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    [[nodiscard]] bool isEmptyRow(int row) const;
    void keepOneRowReady();
    /// To the next or the previous cell; false at the ends.
    bool go(int by);
    void removeCurrentLine();
    [[nodiscard]] QTableWidgetItem &cellAt(int row, int column);

    int m_typed; ///< columns that are typed in, the first ones
};

} // namespace waitline
