#include "ui/widgets/productset.h"

#include "ui/forms/pickers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/fieldicons.h"
#include "ui/widgets/flowlayout.h"

#include <QPushButton>

#include <algorithm>

namespace waitline {

namespace {

constexpr int mostButtonWidth = 160;

} // namespace

ProductSet::ProductSet(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_field(productPicker(session, tr("Product of the chart")))
    , m_buttons(new QWidget)
{
    m_field->setObjectName(QStringLiteral("chartProduct"));
    m_field->setPlaceholderText(tr("All products"));
    m_field->setMinimumWidth(130);
    m_field->setMaximumWidth(208);
    addLeadingIcon(*m_field, QStringLiteral("products"));
    captioned(this, tr("Product"), m_field)->addWidget(m_field);
    new FlowLayout(m_buttons);
    m_buttons->layout()->setSpacing(4);
    m_buttons->hide();
    setFocusProxy(m_field);
    connect(m_field, &SuggestionEdit::chosenChanged, this, [this] {
        if (!m_field->chosen())
            return;
        const Suggestion found = *m_field->chosen();
        m_field->clearChosen();
        m_field->clear();
        if (add({ProductId{found.id}, found.text, found.shown}))
            Q_EMIT changed();
        else
            Q_EMIT refused(fullSentence());
    });
}

QString ProductSet::fullSentence() { return tr("Six products at most stand beside each other: let one go first."); }

void ProductSet::setProducts(std::vector<ProductName> products)
{
    m_products = std::move(products);
    showButtons();
}

bool ProductSet::add(const ProductName &product)
{
    if (std::any_of(m_products.begin(), m_products.end(), [&](const ProductName &each) { return each.product == product.product; }))
        return true;
    if (m_products.size() >= ComparedDemand::mostProducts)
        return false;
    m_products.push_back(product);
    showButtons();
    return true;
}

void ProductSet::showButtons()
{
    while (QLayoutItem *item = m_buttons->layout()->takeAt(0)) {
        item->widget()->hide();
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
        m_buttons->layout()->addWidget(button);
    }
    auto *rest = new QWidget; // of the row, so that the buttons keep their widths
    rest->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->layout()->addWidget(rest);
    m_buttons->setVisible(!m_products.empty() && !isHidden());
}

} // namespace waitline
