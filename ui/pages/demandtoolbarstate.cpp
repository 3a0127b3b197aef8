// What the demand page's toolbar offers and how it stands, as saved views keep it.

#include "models/charts/periods.h"
#include "ui/pages/demandtoolbar.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/productset.h"

namespace waitline {

namespace {

QVariantList listOf(const std::vector<ProductName> &products)
{
    QVariantList list;
    for (const ProductName &product : products)
        list += QVariant(QVariantList{product.product.value, product.sku, product.name});
    return list;
}

std::vector<ProductName> productsIn(const QVariantList &list)
{
    std::vector<ProductName> products;
    for (const QVariant &product : list) {
        const QVariantList parts = product.toList();
        products.push_back({ProductId{parts.value(0).toLongLong()}, parts.value(1).toString(), parts.value(2).toString()});
    }
    return products;
}

} // namespace

void DemandToolbar::fill(Choice *choice, const QString &all, const QStringList &texts, const QVariantList &values)
{
    const QVariant chosen = choice->box()->currentData();
    const QString text = choice->box()->currentText();
    choice->box()->clear();
    choice->box()->addItem(all);
    for (qsizetype i = 0; i < texts.size(); ++i)
        choice->box()->addItem(texts[i], values[i]);
    if (!chosen.isValid())
        return;
    if (choice->box()->findData(chosen) < 0)
        choice->box()->addItem(text, chosen);
    choice->box()->setCurrentIndex(choice->box()->findData(chosen));
}

void DemandToolbar::setChoices(const ScopeChoices &choices)
{
    const auto same = [](const QStringList &texts) { return QVariantList(texts.begin(), texts.end()); };
    fill(m_category, tr("All"), choices.categories, same(choices.categories));
    fill(m_campaign, tr("All"), choices.campaigns, same(choices.campaigns));
    QStringList names;
    QVariantList ids;
    for (const auto &[id, name] : choices.suppliers) {
        names += name;
        ids += id;
    }
    fill(m_supplier, tr("All"), names, ids);
}

QVariantMap DemandToolbar::state() const
{
    QVariantMap state;
    for (const Choice *choice : {m_chart, m_show, m_days, m_measure, m_buyers, m_top})
        state.insert(choice->box()->objectName(), choice->current());
    for (const Choice *choice : {m_category, m_supplier, m_campaign}) {
        if (choice->current() > 0)
            state.insert(choice->box()->objectName(), QVariantList{choice->box()->currentText(), choice->box()->currentData()});
    }
    state.insert(QStringLiteral("by"), m_by->current());
    state.insert(QStringLiteral("search"), m_search->text());
    QVariantMap chosen;
    for (int chart = 0; chart < m_chart->box()->count(); ++chart) {
        if (const auto &products = chosenFor(DemandChart(chart)); !products.empty())
            chosen.insert(QString::number(chart), listOf(products));
    }
    state.insert(QStringLiteral("products"), chosen);
    return state;
}

void DemandToolbar::setState(const QVariantMap &state)
{
    for (Choice *choice : {m_chart, m_show, m_days, m_measure, m_buyers, m_top}) {
        const int begins = choice == m_days ? int(Span::ThreeMonths) : 0;
        choice->box()->setCurrentIndex(qBound(0, state.value(choice->box()->objectName(), begins).toInt(), choice->box()->count() - 1));
    }
    for (Choice *choice : {m_category, m_supplier, m_campaign}) {
        const QVariantList chosen = state.value(choice->box()->objectName()).toList();
        choice->box()->setCurrentIndex(0);
        if (chosen.size() != 2)
            continue;
        if (choice->box()->findData(chosen[1]) < 0)
            choice->box()->addItem(chosen[0].toString(), chosen[1]);
        choice->box()->setCurrentIndex(choice->box()->findData(chosen[1]));
    }
    m_by->setCurrent(qBound(0, state.value(QStringLiteral("by"), 1).toInt(), 2));
    m_search->setFilter(state.value(QStringLiteral("search")).toString());
    const QVariant chosen = state.value(QStringLiteral("products"));
    m_chosen.clear();
    m_productsOf = chart();
    m_products->setProducts(productsIn(chosen.toList())); // of a view that was saved when all charts had one choice
    const QVariantMap byChart = chosen.toMap();
    for (auto each = byChart.begin(); each != byChart.end(); ++each)
        setProducts(DemandChart(each.key().toInt()), productsIn(each.value().toList()));
    showFitting();
}

} // namespace waitline
