#pragma once

#include "models/services/productforecast.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace waitline {

/// Two questions by sliders: how much a campaign lifts demand, and what being short of a unit costs.
class WhatIfSliders final : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfSliders(QWidget *parent = nullptr);
    /// What the sliders mean for this product; they stand at what the plan has.
    void setTerms(const forecasting::BuyingTerms &terms, const Currency &currency);
    [[nodiscard]] DemandWhatIf question() const;
    /// Whether it is asked for anything but what is planned.
    [[nodiscard]] bool isAsked() const;

Q_SIGNALS:
    void changed();

private:
    void showWords();
    void reset();

    forecasting::BuyingTerms m_terms;
    Currency m_currency;
    bool m_isPriced = false; ///< the price of being short was moved
    QLabel *m_liftWords;
    QSlider *m_lift;
    QLabel *m_shortWords;
    QSlider *m_short;
    QPushButton *m_reset;
};

} // namespace waitline
