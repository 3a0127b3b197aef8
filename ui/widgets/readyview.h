#pragma once

#include "models/services/session.h"
#include "models/services/shippinglist.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace waitline {

class ChipBar;
class DataTable;
class FilterEdit;
class ReadyModel;

/// Orders with units set aside: those that may leave, and what keeps each of the others.
class ReadyView final : public QWidget {
    Q_OBJECT

public:
    explicit ReadyView(Session &session, QWidget *parent = nullptr);

    void setLive(bool live);
    [[nodiscard]] DataTable *table() const { return m_table; }
    void focusFilter();
    /// Only these orders ("12, 14"), until somebody asks for all again; empty: all.
    void showOnly(const QString &numbers);
    [[nodiscard]] bool isReady() const { return m_wasLoaded; }
    /// The orders selected, or all that are ready where none is.
    [[nodiscard]] std::vector<OrderId> chosenOrders() const;
    /// Those of them that may leave.
    [[nodiscard]] std::vector<OrderId> ordersToShip() const;
    [[nodiscard]] bool isSelected() const { return !selectedRows().isEmpty(); }
    /// What keeps the selected orders that may not leave; empty where there are none.
    [[nodiscard]] QString whatKeepsSelected() const;
    /// How what is chosen travels: the tracking number is that of one parcel, and none where several orders leave.
    [[nodiscard]] Parcel parcel() const;
    void clearTracking();

Q_SIGNALS:
    void loaded();
    void chosenChanged();
    void shortPickAsked();
    void printAsked();
    void orderAsked(waitline::OrderId order);
    void complained(const QString &sentence);

private:
    QWidget *makeFilter();
    QWidget *makeFoot();
    void makeTable();
    void filterChanged();
    void listLoaded();
    void clearFilter();
    void updateFoot();
    [[nodiscard]] QList<int> chosenRows() const;
    [[nodiscard]] QList<int> selectedRows() const;

    ReadyModel *m_model;
    FilterEdit *m_text;
    ChipBar *m_state;
    QPushButton *m_onlyChip; ///< says that only some orders are shown, and shows all again
    std::vector<OrderId> m_only;
    DataTable *m_table;
    QLabel *m_sum;
    QLabel *m_kept; ///< what keeps the selected ones
    QLineEdit *m_carrier;
    QLineEdit *m_tracking;
    bool m_wasLoaded = false;
};

} // namespace waitline
