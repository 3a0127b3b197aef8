#pragma once

#include "models/charts/demandquestion.h"

#include <QVariantMap>
#include <QWidget>

class QBoxLayout;

namespace waitline {

class Choice;
class FilterEdit;
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
    void setProducts(std::vector<ProductName> products);
    /// False where there are as many as can be already.
    bool addProduct(const ProductName &product);
    [[nodiscard]] const std::vector<ProductName> &products() const;
    /// What there is to narrow to; what is chosen stays.
    void setChoices(const ScopeChoices &choices);
    void focusSearch();
    /// Whether the chart is narrowed to some of the business.
    [[nodiscard]] bool isNarrowed() const;
    /// Goes back to the whole business.
    void clearScope();
    /// Opens the list of the charts.
    void chooseChart();

    /// As a saved view keeps it; an empty one is how the page begins.
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);

Q_SIGNALS:
    /// Another chart or another question.
    void changed();
    /// Something that was asked for cannot be.
    void refused(const QString &sentence);

private:
    void makeRows();
    void tell();
    void showFitting();
    void fill(Choice *choice, const QString &all, const QStringList &texts, const QVariantList &values);
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
    Choice *m_category;
    Choice *m_supplier;
    Choice *m_campaign;
};

} // namespace waitline
