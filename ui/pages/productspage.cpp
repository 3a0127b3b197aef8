#include "ui/pages/productspage.h"

#include "models/services/editionjobs.h"
#include "models/services/productjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/productmodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/dialogs/editiondialog.h"
#include "ui/dialogs/productdialog.h"
#include "ui/pages/listexport.h"
#include "ui/print/printdialog.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/productpanel.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QLabel>

namespace waitline {

ProductsPage::ProductsPage(Session &session, Prompts &prompts)
    : ListPage(session, prompts,
               {QStringLiteral("products"), tr("Products"), QStringLiteral("products"), QStringLiteral("productsTable"), true})
    , m_model(new ProductModel(session, this))
    , m_text(new FilterEdit(tr("Filter the products"), tr("SKU, name, barcode…  Ctrl+F")))
    , m_state(new ChipBar(ChipBar::Choice::AtMostOne, tr("State of the product")))
    , m_product(new ProductPanel(session))
{
    makeTable();
    assemble(m_model, makeFilter(), m_product);
    QAction *fresh = makePrimaryAction(tr("New product…"), QStringLiteral("add"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(fresh, &QAction::triggered, this, [this] { edit(std::nullopt); });
    exportByKey(this, prompts, tr("products"), [this] { return table(); });
    const auto inProduct = [this](const std::function<void(const ProductView &)> &change) {
        if (m_product->isHidden())
            openRow(table()->currentIndex());
        else if (m_product->view())
            change(*m_product->view());
    };
    addKey(Qt::Key_F2, [=, this] { inProduct([this](const ProductView &view) { edit(view.product.terms); }); });
    addKey(Qt::CTRL | Qt::ALT | Qt::Key_E, [=, this] { inProduct([this](const ProductView &view) { shortenEdition(view); }); });
    connect(m_product, &ProductPanel::closed, this, [this] { focusList(); });
    connect(m_product, &ProductPanel::editionAsked, this, &ProductsPage::shortenEdition);
    connect(m_product, &ProductPanel::loaded, this, &Page::readyChanged);
    connect(m_product, &ProductPanel::complained, this, &Page::complained);
    connect(m_product, &ProductPanel::done, this, &Page::done);
    connect(m_product, &ProductPanel::editAsked, this, [this](const ProductView &view) { edit(view.product.terms); });
    connect(m_product, &ProductPanel::lineAsked, this, [this](ProductId product) {
        Q_EMIT goTo({Destination::Kind::Waiting, product.value, {}});
    });
    connect(m_product, &ProductPanel::labelAsked, this, [this](ProductId product) {
        offerPapers(this, this->prompts(), jobs::productLabels(this->session(), {product}), tr("Label.pdf"),
                    [this](const QString &sentence) { Q_EMIT complained(sentence); });
    });
    connect(m_product, &ProductPanel::demandAsked, this, [this](ProductId product) {
        Q_EMIT goTo({Destination::Kind::Demand, product.value, m_product->view() ? m_product->view()->product.terms.sku : QString()});
    });
}

QWidget *ProductsPage::makeFilter()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, FlowLayout::Rest::Left);
    m_text->setObjectName(QStringLiteral("productFilter"));
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(320);
    const std::pair<Availability, QString> states[] = {{Availability::InStock, tr("In stock")},
                                                       {Availability::Low, tr("Low")},
                                                       {Availability::BackorderOpen, tr("Backorder")},
                                                       {Availability::NotSold, tr("Not sold")},
                                                       {Availability::PreorderOpen, tr("Pre-order")},
                                                       {Availability::PreorderFull, tr("Full")},
                                                       {Availability::Discontinued, tr("Discontinued")}};
    for (const auto &[state, text] : states)
        m_state->addChip(int(state), text, lookOf(state).iconName, tr("Only: %1").arg(availabilityName(state)));
    row->addWidget(m_text);
    row->addWidget(m_state);
    connect(m_text, &FilterEdit::filterChanged, this, &ProductsPage::filterChanged);
    connect(m_text, &FilterEdit::downPressed, this, &ProductsPage::toTable);
    connect(m_state, &ChipBar::changed, this, &ProductsPage::filterChanged);
    return bar;
}

void ProductsPage::makeTable()
{
    using Column = ProductModel::Column;
    table()->setModel(m_model);
    table()->setItemDelegateForColumn(
        Column::State,
        new BadgeDelegate([](const QModelIndex &cell) { return lookOf(Availability(cell.data(StatusRole).toInt())); }, this));
    table()->setInitiallyHidden({Column::Allocated, Column::Available, Column::WaitingPreorder, Column::WaitingBackorder, Column::OnOrder,
                                 Column::Committed, Column::Projected, Column::Release, Column::Price, Column::Category, Column::Supplier});
    table()->horizontalHeader()->setSortIndicator(Column::Sku, Qt::AscendingOrder);
    table()->setGivingWay({Column::OnHand});
    table()->restoreColumns({10, 9, 27, 6, 6, 6, 6, 6, 6, 6, 6, 11, 9, 14, 16}, Column::Name);
    table()->setSortingEnabled(true);
}

void ProductsPage::shortenEdition(const ProductView &view)
{
    auto *dialog = new EditionDialog(session(), prompts(), view.product, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EditionDialog::saved, this, [this](const EditionCutDone &cut) {
        const qint64 lines = std::ssize(cut.choice.losses);
        const QString lost = lines == 1 ? tr("1 line lost %1").arg(unitsText(cut.choice.cut))
                                        : tr("%1 lines lost %2").arg(numberText(lines), unitsText(cut.choice.cut));
        const QString told = cut.notices == 1 ? tr("1 notice is prepared") : tr("%1 notices are prepared").arg(numberText(cut.notices));
        Q_EMIT done(tr("%1 has an edition of %2: %3, and %4.").arg(cut.sku, numberText(cut.size), lost, told),
                    inverseBy([this, cut] { return jobs::takeBackCut(session(), cut, tr("Taken back at once")); },
                              tr("The edition has its size again, and the units wait at their own places.")));
    });
    dialog->open();
}

bool ProductsPage::isPanelLoaded() const { return m_product->isLoaded(); }

bool ProductsPage::isReady() const { return m_hasTotals && ListPage::isReady(); }

qint64 ProductsPage::shownId() const { return m_product->product().value; }

void ProductsPage::focusFilter()
{
    showList();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void ProductsPage::show(const Destination &destination)
{
    if (destination.kind == Destination::Kind::NewProduct)
        return edit(std::nullopt);
    m_state->setChosen(-1);
    m_text->setFilter(destination.kind == Destination::Kind::Product ? QString() : destination.text);
    if (destination.kind == Destination::Kind::Product && destination.id > 0)
        open(ProductId{destination.id});
    else
        showList();
}

void ProductsPage::open(ProductId product)
{
    showPanel();
    m_product->open(product);
    markShown();
}

void ProductsPage::filterChanged()
{
    ProductFilter filter;
    filter.text = m_text->text().trimmed();
    if (m_state->chosen() >= 0)
        filter.state = Availability(m_state->chosen());
    m_model->setFilter(filter);
    updateEmptyState();
}

void ProductsPage::updateEmptyState()
{
    if (m_model->filter() == ProductFilter{})
        table()->setEmptyState(tr("There is no product yet. Products stand here with their stock and who waits for them."),
                               tr("New product…"), [this] { edit(std::nullopt); });
    else
        table()->setEmptyState(tr("No product is meant by this filter."), tr("Show all products"), [this] {
            show({Destination::Kind::Products, 0, {}});
        });
}

void ProductsPage::updateTotals()
{
    whenDone(jobs::sumProducts(session(), m_model->filter()), this, [this](const Result<ProductTotals> &totals) {
        m_hasTotals = true;
        if (totals)
            this->totals()->setText(tr("%1 · %2 on hand, %3 of them allocated · %4 waiting")
                                        .arg(totals->products == 1 ? tr("1 product") : tr("%1 products").arg(numberText(totals->products)),
                                             unitsText(totals->onHand), numberText(totals->allocated), numberText(totals->waiting)));
        else
            Q_EMIT complained(totals.error().message);
        Q_EMIT readyChanged();
    });
}

void ProductsPage::openRow(const QModelIndex &row)
{
    const ProductId product{row.data(IdRole).toLongLong()};
    if (!product.isValid()) // still being fetched
        return;
    showPanel();
    m_product->open(product);
}

void ProductsPage::edit(const std::optional<ProductTerms> &before)
{
    auto *dialog = new ProductDialog(session(), prompts(), before, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { focusList(); });
    connect(dialog, &ProductDialog::saved, this, [this](const StoredProduct &product) {
        Q_EMIT said(tr("%1 is saved.").arg(product.terms.sku));
        open(product.id);
    });
    dialog->open();
}

} // namespace waitline
