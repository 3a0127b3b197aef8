#include "ui/widgets/productpanel.h"

#include "models/services/productjobs.h"
#include "models/services/shippingjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/productmodel.h"
#include "ui/countundo.h"
#include "ui/forms/changeform.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/forecastbox.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/panelhead.h"
#include "ui/widgets/releaseactions.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QGridLayout>
#include <QPointer>

namespace waitline {

ProductPanel::ProductPanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_title(label({}, TextSize::Section))
    , m_name(label({}))
    , m_state(new Badge)
    , m_stock(new FigureGrid(4))
    , m_terms(new FigureGrid(2))
    , m_supplies(label({}))
    , m_message(new MessageBar)
    , m_release(new ReleaseActions(session))
    , m_count(pushButton(tr("Count stock…"), QStringLiteral("barcode")))
    , m_writeOff(pushButton(tr("Write off…"), QStringLiteral("minus")))
    , m_countPlace(new QWidget)
    , m_forecast(new ForecastBox(session))
{
    setObjectName(QStringLiteral("productPanel"));
    setAccessibleName(tr("Product"));
    body()->setSpacing(12);
    body()->addWidget(makeHead());
    body()->addWidget(m_message);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addWidget(m_stock);
    m_supplies->setObjectName(QStringLiteral("supplies"));
    m_supplies->setWordWrap(true);
    auto *coming = new QVBoxLayout;
    coming->setSpacing(0);
    coming->addWidget(mutedLabel(tr("Next supplies"), TextSize::Caption));
    coming->addWidget(m_supplies);
    column->addLayout(coming);
    column->addWidget(makeActions());
    column->addWidget(m_release);
    auto *place = new QVBoxLayout(m_countPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_countPlace->hide();
    column->addWidget(m_countPlace);
    column->addWidget(m_terms);
    column->addWidget(m_forecast);
    column->addStretch();
    body()->addWidget(sideScroll(content, tr("Product's details")), 1);
    connect(m_forecast, &ForecastBox::done, this, &ProductPanel::done);
    connect(m_forecast, &ForecastBox::complained, this, &ProductPanel::complained);
    connect(m_release, &ReleaseActions::lettingGo, this, qOverload<>(&QWidget::setFocus));
    connect(m_release, &ReleaseActions::done, this, &ProductPanel::done);
    connect(m_release, &ReleaseActions::complained, this, &ProductPanel::complained);
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (!isHidden() && (changes.touches(m_product) || !changes.purchases.empty()))
            read();
    });
}

QWidget *ProductPanel::makeHead()
{
    m_title->setObjectName(QStringLiteral("productTitle"));
    m_title->setWordWrap(true);
    m_name->setWordWrap(true);
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(panelHead(m_title, tr("Close the product"), [this] {
        hide();
        Q_EMIT closed();
    }));
    column->addWidget(m_name);
    column->addWidget(m_state, 0, Qt::AlignLeft);
    return head;
}

QWidget *ProductPanel::makeActions()
{
    auto *actions = new QWidget;
    auto *grid = new QGridLayout(actions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    QPushButton *line = pushButton(tr("Show the line"), QStringLiteral("waiting"));
    QPushButton *demand = pushButton(tr("Show demand"), QStringLiteral("demand"));
    QPushButton *edit = pushButton(tr("Edit…"), QStringLiteral("edit"));
    line->setObjectName(QStringLiteral("showLine"));
    demand->setObjectName(QStringLiteral("showDemand"));
    edit->setObjectName(QStringLiteral("editProduct"));
    m_count->setObjectName(QStringLiteral("countStock"));
    edit->setToolTip(tr("Change the product's terms (F2)"));
    grid->addWidget(line, 0, 0);
    grid->addWidget(demand, 0, 1);
    grid->addWidget(edit, 1, 0);
    grid->addWidget(m_count, 1, 1);
    m_writeOff->setObjectName(QStringLiteral("writeOff"));
    m_writeOff->setToolTip(tr("Units that are broken or cannot be found leave the stock"));
    QPushButton *labels = pushButton(tr("Label…"), QStringLiteral("barcode"));
    labels->setObjectName(QStringLiteral("printLabel"));
    labels->setToolTip(tr("Print the product's barcode"));
    grid->addWidget(labels, 2, 0);
    grid->addWidget(m_writeOff, 2, 1);
    QPushButton *edition = pushButton(tr("Short edition…"), QStringLiteral("minus"));
    edition->setObjectName(QStringLiteral("shortEdition"));
    edition->setToolTip(tr("There will be fewer than were sold: who keeps what (Ctrl+Alt+E)"));
    grid->addWidget(edition, 3, 0);
    connect(edition, &QPushButton::clicked, this, [this] {
        if (m_view)
            Q_EMIT editionAsked(*m_view);
    });
    connect(labels, &QPushButton::clicked, this, [this] { Q_EMIT labelAsked(m_product); });
    connect(m_writeOff, &QPushButton::clicked, this, &ProductPanel::writeOff);
    connect(line, &QPushButton::clicked, this, [this] { Q_EMIT lineAsked(m_product); });
    connect(demand, &QPushButton::clicked, this, [this] { Q_EMIT demandAsked(m_product); });
    connect(edit, &QPushButton::clicked, this, [this] {
        if (m_view)
            Q_EMIT editAsked(*m_view);
    });
    connect(m_count, &QPushButton::clicked, this, &ProductPanel::countStock);
    return actions;
}

void ProductPanel::open(ProductId product)
{
    if (product != std::exchange(m_product, product)) {
        m_isLoaded = false;
        m_message->clear();
        closeCount();
        m_release->closeForm();
        m_forecast->open(product);
        scrollToBeginning(this);
    }
    Card::show();
    read();
}

void ProductPanel::read()
{
    whenDone(jobs::viewProduct(m_session, m_product), this, [this, product = m_product](const Result<ProductView> &view) {
        if (product != m_product)
            return;
        if (view)
            show(*view);
        else
            m_message->say(MessageBar::Kind::Problem, view.error().message);
        m_isLoaded = true;
        Q_EMIT loaded();
    });
}

void ProductPanel::show(const ProductView &view)
{
    m_view = view;
    m_title->setText(view.product.terms.sku);
    m_name->setText(view.product.terms.name);
    m_state->setState(lookOf(view.state), availabilityText(view.product, view.state));
    m_release->setView(view);
    showStock(view.product.stock);
    showTerms(view);
    showSupplies(view);
}

void ProductPanel::showStock(const StockFigures &stock)
{
    m_stock->setFigure(tr("On hand"), numberText(stock.onHand), tr("Units in the building"));
    m_stock->setFigure(tr("Allocated"), numberText(stock.allocated), tr("Units on hand tied to an order line and not shipped yet"));
    m_stock->setFigure(tr("Available"), numberText(stock.available()), tr("On hand − allocated"));
    m_stock->setFigure(tr("On order"), numberText(stock.onOrder), tr("Units still to come on open purchases"));
    m_stock->setFigure(tr("Pre-orders"), numberText(stock.waitingPreorder), tr("Waiting units placed before the release"));
    m_stock->setFigure(tr("Backorders"), numberText(stock.waitingBackorder), tr("Every other waiting unit"));
    m_stock->setFigure(tr("Committed"), numberText(stock.committed()), tr("Ordered − cancelled − shipped, over all lines"));
    m_stock->setFigure(tr("Projected"), numberText(stock.projected()), tr("On hand + on order − committed"));
}

void ProductPanel::showTerms(const ProductView &view)
{
    const ProductTerms &terms = view.product.terms;
    const Currency &currency = m_session.currency();
    const QString none = tr("none");
    const auto units = [&](const std::optional<Units> &limit) { return limit ? numberText(*limit) : none; };
    const auto left = editionLeft(terms, view.product.stock);
    m_terms->setFigure(tr("Price"), moneyWithCode(terms.price, currency));
    m_terms->setFigure(tr("Cost"), moneyWithCode(terms.cost, currency));
    m_terms->setFigure(tr("Release"), terms.release ? dayText(*terms.release) : none);
    m_terms->setFigure(tr("Edition left"),
                       left ? tr("%1 of %2").arg(numberText(*left), numberText(*terms.editionSize)) : tr("not limited"));
    m_terms->setFigure(tr("Who is served first"), policyText(terms.policy));
    m_terms->setFigure(tr("Deposit"), terms.deposit.kind == DepositTerms::Kind::None ? none : terms.deposit.text(currency));
    m_terms->setFigure(tr("Limit for each customer"), units(terms.customerLimit));
    m_terms->setFigure(tr("Backorders"), !terms.backorderLimit        ? tr("not limited")
                                         : *terms.backorderLimit == 0 ? tr("refused")
                                                                      : tr("at most %1").arg(numberText(*terms.backorderLimit)));
    m_terms->setFigure(tr("Supplier"), terms.supplier.isEmpty() ? none : terms.supplier);
    m_terms->setFigure(tr("Lead time"), terms.leadDays == 1 ? tr("1 day") : tr("%1 days").arg(terms.leadDays));
    m_terms->setFigure(tr("Category"), terms.category.isEmpty() ? none : terms.category);
    m_terms->setFigure(tr("Barcodes"), terms.barcodes.isEmpty() ? none : barcodesText(terms));
}

void ProductPanel::showSupplies(const ProductView &view)
{
    constexpr size_t mostShown = 4;
    const std::vector<Supply> &supplies = view.supplies;
    QStringList lines;
    for (size_t i = 0; i < supplies.size() && i < mostShown; ++i) {
        const QString when =
            tr("%1 · %2 on %3").arg(purchaseName(supplies[i].purchase), unitsText(supplies[i].units), dayText(supplies[i].day));
        lines += view.likely[i] ? tr("%1, %2 by %3").arg(when, percentText(likelyShare), dayText(*view.likely[i])) : when;
    }
    if (supplies.size() > mostShown)
        lines += tr("and %1 more").arg(supplies.size() - mostShown);
    m_supplies->setText(lines.isEmpty() ? tr("Nothing is on order.") : lines.join(u'\n'));
}

void ProductPanel::countStock()
{
    if (!m_view)
        return;
    const QString sku = m_view->product.terms.sku;
    openForm(new ChangeForm({QStringLiteral("countForm"), QStringLiteral("line"), tr("Units counted"), m_view->product.stock.onHand, true,
                             tr("Count stock")}),
             m_count, [this, sku](Units units, const QString &reason) { return jobs::count(m_session, sku, units, reason); });
}

void ProductPanel::writeOff()
{
    if (!m_view)
        return;
    const QString sku = m_view->product.terms.sku;
    openForm(new ChangeForm(
                 {QStringLiteral("damageForm"), QStringLiteral("line"), tr("Units broken or missing"), 1, true, tr("Write off")}),
             m_writeOff, [this, sku](Units units, const QString &reason) { return jobs::writeOff(m_session, sku, units, reason); });
}

void ProductPanel::openForm(ChangeForm *form, QPushButton *button, const StockJob &job)
{
    closeCount();
    m_countForm = form;
    m_asking = button;
    m_countPlace->layout()->addWidget(form);
    connect(form, &ChangeForm::dismissed, this, &ProductPanel::closeCount);
    connect(form, &ChangeForm::submitted, this, [this, form = QPointer(form), job](Units units, const QString &reason) {
        form->setBusy(true);
        whenDone(job(units, reason), this, [this, form](const Result<CountOutcome> &outcome) {
            if (outcome) {
                Q_EMIT done(whatCountDid(*outcome), countedBack(m_session, {*outcome}, tr("Taken back at once")));
                if (form && form == m_countForm)
                    closeCount();
            } else if (form) {
                form->showError(outcome.error());
            }
        });
    });
    m_countPlace->show();
    form->show();
    form->begin();
    scrollToAll(form); // with its buttons
}

void ProductPanel::closeCount()
{
    if (!m_countForm)
        return;
    m_countForm->leaveTo(m_asking);
    m_countForm = nullptr;
    m_countPlace->hide();
}

} // namespace waitline
