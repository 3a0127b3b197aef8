#include "ui/widgets/productset.h"

#include "ui/forms/pickers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fieldicons.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace waitline {

namespace {

constexpr int mostButtonWidth = 160;

} // namespace

ProductSet::ProductSet(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_field(productPicker(session, tr("Product of the chart")))
    , m_row(new QHBoxLayout(this))
{
    m_field->setObjectName(QStringLiteral("chartProduct"));
    m_field->setPlaceholderText(tr("All products"));
    m_field->setMinimumWidth(130);
    m_field->setMaximumWidth(180);
    addLeadingIcon(*m_field, QStringLiteral("products"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_field);
    setFocusProxy(m_field);
    connect(m_field, &SuggestionEdit::chosenChanged, this, [this] {
        if (!m_field->chosen())
            return;
        const Suggestion found = *m_field->chosen();
        m_field->clearChosen();
        m_field->clear();
        add({ProductId{found.id}, found.text, found.shown});
        Q_EMIT changed();
    });
}

void ProductSet::setProducts(std::vector<ProductName> products)
{
    m_products = std::move(products);
    showButtons();
}

void ProductSet::add(const ProductName &product)
{
    if (std::any_of(m_products.begin(), m_products.end(), [&](const ProductName &each) { return each.product == product.product; }))
        return;
    if (m_products.size() == ComparedDemand::mostProducts)
        m_products.erase(m_products.begin());
    m_products.push_back(product);
    showButtons();
}

void ProductSet::showButtons()
{
    while (QLayoutItem *item = m_row->takeAt(1)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const ProductName &product : m_products) {
        QPushButton *button = quietButton(asItIs(product.sku), QStringLiteral("close"));
        button->setObjectName(QStringLiteral("chosenProduct"));
        button->setAccessibleName(tr("Without %1").arg(product.sku));
        button->setToolTip(tr("%1: press to leave it out").arg(product.name));
        button->setMaximumWidth(mostButtonWidth);
        connect(button, &QPushButton::clicked, this, [this, id = product.product] {
            std::erase_if(m_products, [id](const ProductName &each) { return each.product == id; });
            m_field->setFocus();
            showButtons();
            Q_EMIT changed();
        });
        m_row->addWidget(button);
    }
}

} // namespace waitline
