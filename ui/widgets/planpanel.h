#pragma once

#include "models/services/planjobs.h"
#include "ui/inverse.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace waitline {

class FigureGrid;
class ForecastBox;
class Plot;

/// Why a product is suggested: the sentence, what would be if, the numbers behind it, and its demand with the forecast.
class PlanPanel final : public Card {
    Q_OBJECT

public:
    explicit PlanPanel(Session &session, QWidget *parent = nullptr);
    void open(const StoredSuggestion &suggestion, const StoredPlan &plan);
    [[nodiscard]] bool isLoaded() const;

Q_SIGNALS:
    void loaded();
    void productAsked(waitline::ProductId product);
    void done(const QString &sentence, const waitline::Inverse &inverse);
    void complained(const QString &sentence);

private:
    void showFigures();
    void showProfit(const StoredSuggestion &suggestion);

    Session &m_session;
    StoredSuggestion m_suggestion;
    QLabel *m_title;
    QLabel *m_name;
    QLabel *m_why;
    FigureGrid *m_figures;
    Plot *m_profit;
    QLabel *m_risk;
    ForecastBox *m_forecast;
};

} // namespace waitline
