#pragma once

#include "models/services/planjobs.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace waitline {

class FigureGrid;
class ForecastChart;

/// Why a product is suggested: the sentence, the numbers behind it, and its demand with the forecast.
class PlanPanel final : public Card {
    Q_OBJECT

public:
    explicit PlanPanel(Session &session, QWidget *parent = nullptr);
    void open(const StoredSuggestion &suggestion);
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void loaded();
    void productAsked(waitline::ProductId product);
    void complained(const QString &sentence);

private:
    void showForecast(const ProductForecast &forecast);

    Session &m_session;
    ProductId m_product;
    bool m_isLoaded = true;
    QLabel *m_title;
    QLabel *m_name;
    QLabel *m_why;
    FigureGrid *m_figures;
    ForecastChart *m_chart;
    QLabel *m_quality;
};

} // namespace waitline
