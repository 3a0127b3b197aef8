#pragma once

#include "models/charts/demandquestion.h"

#include <QVariantMap>
#include <QWidget>

#include <map>

class QHBoxLayout;

namespace waitline {

class Choice;
class FilterEdit;
class FlowLayout;
class ProductSet;
class Segments;

/// What the demand page is asked for.
class DemandToolbar final : public QWidget {
    Q_OBJECT

public:
    explicit DemandToolbar(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] DemandQuestion question(QDate today) const;
    [[nodiscard]] DemandChart chart() const;
    void setChart(DemandChart chart);
    /// In charts over time; others change to demand over time.
    void setPeriod(Period by);
    /// Why the chart cannot be by such periods; empty: it can.
    [[nodiscard]] QString whyNotBy(Period by) const;
    /// Every chart has a choice of products of its own.
    void setProducts(DemandChart chart, std::vector<ProductName> products);
    /// To those to be compared; false where there are as many as can be already.
    bool addCompared(const ProductName &product);
    /// Of the chart that is shown.
    [[nodiscard]] const std::vector<ProductName> &products() const { return chosenFor(chart()); }
    [[nodiscard]] const std::vector<ProductName> &chosenFor(DemandChart chart) const;
    /// What there is to narrow to; what is chosen stays.
    void setChoices(const ScopeChoices &choices);
    void focusSearch();
    /// Whether the chart is narrowed to some of the business.
    [[nodiscard]] bool isNarrowed() const;
    /// Goes back to the whole business.
    void clearScope();
    /// Whether the chart is of products that are to be chosen, and none is.
    [[nodiscard]] bool wantsProduct() const;
    void focusProducts();
    /// Whether the chart is of some days only.
    [[nodiscard]] bool isOfSomeDays() const;
    void showAllDays();
    /// Opens the list of the charts.
    void chooseChart();

    /// Stands at the right of the first row.
    void setCorner(QWidget *corner);

    /// As a saved view keeps it; an empty one is how the page begins.
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);

Q_SIGNALS:
    /// Another chart or another question.
    void changed();
    /// Something that was asked for cannot be.
    void refused(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRows();
    void fillRows(bool isNarrow);
    void tell();
    void showFitting();
    void showProducts();
    void fill(Choice *choice, const QString &all, const QStringList &texts, const QVariantList &values);
    /// What narrows the chart but for the products it names: these are called as they are when it is read.
    [[nodiscard]] QString scopeText() const;

    Choice *m_chart;
    Choice *m_show;
    Choice *m_days;
    Choice *m_measure;
    Choice *m_buyers;
    Choice *m_top;
    Segments *m_by;
    FilterEdit *m_search;
    QWidget *m_searchPart;
    ProductSet *m_products;
    DemandChart m_productsOf = DemandChart::Products; ///< whose choice the field shows
    std::map<DemandChart, std::vector<ProductName>> m_chosen; ///< of the other charts
    Choice *m_category;
    Choice *m_supplier;
    Choice *m_campaign;
    QHBoxLayout *m_first; ///< the upper row and the corner
    FlowLayout *m_upper;
    FlowLayout *m_lower;
    bool m_isNarrow = false;
};

} // namespace waitline
