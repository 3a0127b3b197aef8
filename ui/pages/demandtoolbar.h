#pragma once

#include "models/services/demandseries.h"
#include "ui/charts/demandwords.h"

#include <QWidget>

namespace waitline {

class Choice;
class Segments;

/// What the demand page is asked for. It keeps what was chosen for the next time.
class DemandToolbar final : public QWidget {
    Q_OBJECT

public:
    enum class View { Products, OverTime };

    explicit DemandToolbar(QWidget *parent = nullptr);

    [[nodiscard]] View view() const;
    void setView(View view);
    [[nodiscard]] DemandBarsQuestion barsQuestion(QDate today) const;
    [[nodiscard]] DemandMeasure measure() const;
    [[nodiscard]] DemandOverTimeQuestion timeQuestion(QDate today) const;
    /// The one product of the view over time, by the name it was given; empty: all.
    [[nodiscard]] QString productName() const;
    [[nodiscard]] bool isFromTheBeginning() const;
    void setPeriod(Period by);
    /// The products to choose from beside all of them; the one chosen stays.
    void setProducts(const std::vector<DemandBar> &products);
    void setProduct(ProductId product, const QString &name);

Q_SIGNALS:
    /// Another view or another question.
    void changed();

private:
    void restore();
    void keep() const;
    void showFitting();

    Segments *m_view;
    Choice *m_show;
    Choice *m_days;
    Choice *m_measure;
    Choice *m_top;
    Segments *m_by;
    Choice *m_product;
};

} // namespace waitline
