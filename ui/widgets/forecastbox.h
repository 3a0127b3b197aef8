#pragma once

#include "models/services/planjobs.h"
#include "ui/inverse.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace waitline {

class EntryForm;
class Plot;
class WhatIfSliders;

/// What is expected of a product: its past with the forecast and how good that has been, what would be if demand were
/// lifted or being short cost so much, and what somebody knows better.
class ForecastBox final : public QWidget {
    Q_OBJECT

public:
    explicit ForecastBox(Session &session, QWidget *parent = nullptr);
    /// Reads the product's forecast; what was asked of another one is forgotten.
    void open(ProductId product);
    /// As the plan has it, by the plan's periods: until the sliders are moved, the plan's own figures are told.
    void open(const StoredSuggestion &planned, Grid by);
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// The sliders with their sentence: they stand below the forecast, or where the page puts them.
    [[nodiscard]] QWidget *whatIfPart() const { return m_whatIfPart; }
    /// What the sliders' question comes to; none while it is what is planned.
    [[nodiscard]] std::optional<WhatIfAnswer> whatIf() const;

Q_SIGNALS:
    void loaded();
    void whatIfChanged();
    void done(const QString &sentence, const waitline::Inverse &inverse);
    void complained(const QString &sentence);

private:
    void makeWhatIf();
    void read();
    void show(const ProductForecast &forecast);
    void showAnswer();
    void showOverrides(const Overrides &overrides);
    void openForm();
    void closeForm();
    void keep();
    void end(OverrideId id);

    Session &m_session;
    ProductId m_product;
    std::optional<StoredSuggestion> m_planned;
    std::optional<Grid> m_by;
    std::optional<ProductForecast> m_forecast;
    Plot *m_plot;
    QLabel *m_quality;
    QWidget *m_whatIfPart;
    WhatIfSliders *m_sliders;
    QLabel *m_answer;
    QLabel *m_overrides;
    QPushButton *m_end;
    QPushButton *m_otherwise;
    QVBoxLayout *m_formPlace;
    EntryForm *m_form = nullptr;
    bool m_isLoaded = true;
};

} // namespace waitline
