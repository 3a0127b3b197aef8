#pragma once

#include "models/services/planjobs.h"
#include "ui/pages/page.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace waitline {

class BookingAlerts;
class DataTable;
class FilterEdit;
class PlanPanel;
class SuggestionModel;

/// What to buy: the last plan at once, a new one in the background, and purchases drafted from what is ticked.
class PlanPage final : public Page {
    Q_OBJECT

public:
    PlanPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillBar();
    QWidget *makeList();
    void makeTable();
    [[nodiscard]] QString ageOf(const StoredPlan &plan) const;
    void listLoaded();
    void updateEmptyState();
    void updateTotals();
    void budgetTyped();
    void openRow(const QModelIndex &row);
    void toggle(const QModelIndex &cell);
    void editUnits(const QString &begun = {});
    void makePlan();
    void keepDrafts();
    void draftsKept(const std::vector<PurchaseDraftId> &drafts);
    void readChoices();
    void showChoices(const PlanChoices &choices);
    void editChoices();

    SuggestionModel *m_model;
    FilterEdit *m_text;
    QLineEdit *m_budget;
    QLabel *m_budgetProblem;
    QPushButton *m_make;
    QPushButton *m_settings;
    QVBoxLayout *m_column;
    QHBoxLayout *m_bar;
    BookingAlerts *m_alerts;
    QLabel *m_age;
    DataTable *m_table;
    QLabel *m_totals;
    PlanPanel *m_panel;
    QAction *m_keep;
    std::optional<PlanChoices> m_choices;
    bool m_wasLoaded = false;
    bool m_isMaking = false;
    bool m_isAgeBelow = false;
};

} // namespace waitline
