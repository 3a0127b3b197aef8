#pragma once

#include "ui/pages/page.h"

#include <QKeySequence>

class QHBoxLayout;
class QLabel;
class QModelIndex;
class QSplitter;

namespace waitline {

class Card;
class DataTable;
class WindowedModel;

/// A page that is a long list with a filter above it and, at its side, a panel on the row that is looked at. The panel
/// follows the rows once it is open; Esc closes it. Where there is no room for both, it stands in the list's place.
class ListPage : public Page {
    Q_OBJECT

public:
    void setActive(bool active) override;
    [[nodiscard]] bool isReady() const override;
    [[nodiscard]] OrderId meantOrder() const override;

protected:
    struct Setup {
        QString word;
        QString title;
        QString iconName;
        QString tableName; ///< object name of the table, and the key of its settings
        bool opensFirst = false; ///< the panel opens with the page, on the first row, where there is room for both
    };
    ListPage(Session &session, Prompts &prompts, const Setup &setup);

    /// Puts the page together; `model` and `panel` become the page's.
    void assemble(WindowedModel *model, QWidget *filter, Card *panel);
    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] QLabel *totals() const { return m_totals; }
    /// Beside the totals, for buttons.
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    void showPanel();
    void hidePanel();
    /// Marks the row of what the panel shows; none where the list does not hold it.
    void markShown();
    /// The keyboard into the list, or into the panel that stands in its place.
    void focusList();
    /// Shows the list and its filter where the panel stands in their place.
    void showList();
    /// The keyboard into the list, on a row.
    void toTable();
    void addKey(const QKeySequence &keys, std::function<void()> done);

    /// Shows a row of the list in the panel.
    virtual void openRow(const QModelIndex &row) = 0;
    [[nodiscard]] virtual bool isPanelLoaded() const = 0;
    /// Id of what the panel shows, as the model knows it; 0: rows are left as they are.
    [[nodiscard]] virtual qint64 shownId() const { return 0; }
    /// Says what an empty list would hold.
    virtual void updateEmptyState() = 0;
    virtual void updateTotals() = 0;

    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void listLoaded();
    void fit();
    [[nodiscard]] bool hasRoomForBoth() const;

    WindowedModel *m_model = nullptr;
    DataTable *m_table;
    QLabel *m_totals;
    QHBoxLayout *m_foot;
    QSplitter *m_split;
    QWidget *m_filter = nullptr;
    Card *m_list = nullptr;
    Card *m_panel = nullptr;
    bool m_opensFirst;
    bool m_wasLoaded = false;
    bool m_isMarking = false; ///< the panel shows it already
};

} // namespace waitline
