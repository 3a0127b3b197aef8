#include "ui/pages/customerspage.h"

#include "models/exchange/standingtext.h"
#include "models/services/customerjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/customermodel.h"
#include "ui/dialogs/customerdialog.h"
#include "ui/dialogs/mergedialog.h"
#include "ui/dialogs/standingdialog.h"
#include "ui/pages/listexport.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/customerpanel.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"

#include <QHeaderView>
#include <QLabel>

namespace waitline {

CustomersPage::CustomersPage(Session &session, Prompts &prompts)
    : ListPage(session, prompts, {QStringLiteral("customers"), tr("Customers"), QStringLiteral("user"), QStringLiteral("customersTable")})
    , m_model(new CustomerModel(session, this))
    , m_text(new FilterEdit(tr("Filter the customers"), tr("Name, number, e-mail, phone…  Ctrl+F")))
    , m_only(new ChipBar(ChipBar::Choice::AtMostOne, tr("Which customers")))
    , m_customer(new CustomerPanel(session))
{
    makeTable();
    assemble(m_model, makeFilter(), m_customer);
    QAction *fresh = makePrimaryAction(tr("New customer…"), QStringLiteral("add"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(fresh, &QAction::triggered, this, [this] { edit(std::nullopt); });
    addKey(QKeySequence(Qt::Key_F2), [this] {
        if (!m_customer->isHidden() && m_customer->view())
            edit(m_customer->view()->customer);
    });
    addKey(QKeySequence::Print, [this] { showStanding(); });
    exportByKey(this, prompts, tr("customers"), [this] { return table(); });
    follow();
}

QWidget *CustomersPage::makeFilter()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, FlowLayout::Rest::Left);
    m_text->setObjectName(QStringLiteral("customerFilter"));
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(320);
    using Only = CustomerFilter::Only;
    m_only->addChip(int(Only::WithOpenOrders), tr("With open orders"), QStringLiteral("order"),
                    tr("Customers with something still to ship"));
    m_only->addChip(int(Only::Late), tr("Late"), QStringLiteral("warning"), tr("Customers who are promised too early"));
    m_only->addChip(int(Only::WithMoneyHeld), tr("Money held"), QStringLiteral("money"),
                    tr("Customers who have paid for what has not shipped"));
    m_only->addChip(int(Only::Alike), tr("Duplicates"), QStringLiteral("user"),
                    tr("Customers with the same name, e-mail or phone as another one"));
    row->addWidget(m_text);
    row->addWidget(m_only);
    return bar;
}

void CustomersPage::makeTable()
{
    using Column = CustomerModel::Column;
    table()->setModel(m_model);
    table()->setInitiallyHidden({Column::Reference, Column::Email, Column::Phone, Column::Country, Column::Priority});
    table()->horizontalHeader()->setSortIndicator(Column::Name, Qt::AscendingOrder);
    table()->setGivingWay({Column::Since, Column::OpenOrders, Column::Late});
    table()->restoreColumns({18, 9, 9, 12, 7, 12, 12, 24, 16, 8, 8}, Column::Name);
    table()->setSortingEnabled(true);
    auto *merge = new QAction(tr("&Merge…"), this);
    merge->setObjectName(QStringLiteral("mergeRow"));
    connect(merge, &QAction::triggered, this, &CustomersPage::mergeRow);
    table()->addAction(merge);
}

void CustomersPage::follow()
{
    connect(m_text, &FilterEdit::filterChanged, this, &CustomersPage::filterChanged);
    connect(m_text, &FilterEdit::downPressed, this, &CustomersPage::toTable);
    connect(m_only, &ChipBar::changed, this, &CustomersPage::filterChanged);
    connect(m_customer, &CustomerPanel::loaded, this, &CustomersPage::markShown); // a merged one is shown as another
    connect(m_customer, &CustomerPanel::loaded, this, &Page::readyChanged);
    connect(m_customer, &CustomerPanel::closed, this, [this] { focusList(); });
    connect(m_customer, &CustomerPanel::editAsked, this, [this] { edit(m_customer->view()->customer); });
    connect(m_customer, &CustomerPanel::mergeAsked, this, [this](const std::optional<LikeCustomer> &likely) {
        if (m_customer->view())
            merge(m_customer->view()->customer, likely);
    });
    connect(m_customer, &CustomerPanel::unmergeAsked, this, &CustomersPage::unmerge);
    connect(m_customer, &CustomerPanel::standingAsked, this, &CustomersPage::showStanding);
    connect(m_customer, &CustomerPanel::orderAsked, this, [this](OrderId order) {
        Q_EMIT goTo({Destination::Kind::Order, order.value, {}});
    });
    connect(m_customer, &CustomerPanel::ordersAsked, this, [this] {
        const StoredCustomer &customer = m_customer->view()->customer;
        Q_EMIT goTo({Destination::Kind::Orders, customer.id.value, customer.details.name});
    });
}

bool CustomersPage::isPanelLoaded() const { return m_customer->isLoaded(); }

qint64 CustomersPage::shownId() const { return m_customer->customer().value; }

void CustomersPage::focusFilter()
{
    showList();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void CustomersPage::show(const Destination &destination)
{
    if (destination.kind == Destination::Kind::Customer && destination.id > 0)
        return open(CustomerId{destination.id});
    showList();
    m_only->setChosen(-1);
    m_text->setFilter(destination.text);
    filterChanged();
}

void CustomersPage::filterChanged()
{
    m_model->setFilter(
        {m_text->text().trimmed(), m_only->chosen() < 0 ? CustomerFilter::Only::All : CustomerFilter::Only(m_only->chosen())});
    updateEmptyState();
}

void CustomersPage::open(CustomerId customer)
{
    showPanel();
    m_customer->open(customer);
    markShown();
    focusList();
}

void CustomersPage::openRow(const QModelIndex &row)
{
    const CustomerId customer{row.data(IdRole).toLongLong()};
    if (!customer.isValid()) // still being fetched
        return;
    showPanel();
    m_customer->open(customer);
}

void CustomersPage::updateEmptyState()
{
    if (m_model->filter() == CustomerFilter{})
        table()->setEmptyState(tr("Nobody has ordered yet. Customers stand here from their first order on."), tr("New customer…"),
                               [this] { edit(std::nullopt); });
    else if (m_model->filter().only == CustomerFilter::Only::Alike && m_model->filter().text.isEmpty())
        table()->setEmptyState(tr("No two customers have the same name, e-mail or phone."));
    else
        table()->setEmptyState(tr("No customer is meant by this filter."), tr("Show all customers"), [this] { show({}); });
}

void CustomersPage::updateTotals()
{
    const int customers = m_model->rowCount();
    totals()->setText(customers == 1 ? tr("1 customer") : tr("%1 customers").arg(numberText(customers)));
}

void CustomersPage::edit(const std::optional<StoredCustomer> &before)
{
    auto *dialog = new CustomerDialog(session(), prompts(), before, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { focusList(); });
    connect(dialog, &CustomerDialog::taken, this, [this](const StoredCustomer &customer) { open(customer.id); });
    connect(dialog, &CustomerDialog::saved, this, [this, before](const StoredCustomer &customer) {
        open(customer.id);
        const QString sentence = tr("%1 is saved.").arg(customer.details.name);
        if (!before)
            return Q_EMIT said(sentence);
        Q_EMIT done(sentence, inverseBy([this, before] { return jobs::saveCustomer(session(), before->id, before->details); },
                                        tr("%1 is as before.").arg(before->details.name)));
    });
    dialog->open();
}

/// Two rows chosen are the two; of one row, the other one is to be found.
void CustomersPage::mergeRow()
{
    const QList<int> rows = table()->chosenRows();
    const auto idAt = [this](int row) { return CustomerId{m_model->index(row, 0).data(IdRole).toLongLong()}; };
    if (rows.isEmpty() || !idAt(rows.front()).isValid())
        return;
    if (rows.size() != 2)
        return mergeWith(idAt(table()->currentIndex().row()), std::nullopt);
    whenDone(jobs::viewCustomer(session(), idAt(rows.back())), this, [this, one = idAt(rows.front())](const Result<CustomerView> &other) {
        if (other)
            mergeWith(one, LikeCustomer{other->customer.id, other->customer.details});
        else
            Q_EMIT complained(other.error().message);
    });
}

void CustomersPage::mergeWith(CustomerId customer, const std::optional<LikeCustomer> &other)
{
    whenDone(jobs::viewCustomer(session(), customer), this, [this, other](const Result<CustomerView> &view) {
        if (view)
            merge(view->customer, other);
        else
            Q_EMIT complained(view.error().message);
    });
}

void CustomersPage::merge(const StoredCustomer &customer, const std::optional<LikeCustomer> &likely)
{
    auto *dialog = new MergeDialog(session(), prompts(), customer, likely, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { focusList(); });
    connect(dialog, &MergeDialog::merged, this, [this](const MergeOutcome &outcome) {
        open(outcome.survivor.id);
        const QString gone = outcome.merged.details.name;
        Q_EMIT done(tr("%1 is now part of %2.").arg(gone, outcome.survivor.details.name),
                    inverseBy([this, merge = outcome.merge] { return jobs::undoMerge(session(), merge); },
                              tr("%1 and %2 are two customers again.").arg(gone, outcome.survivor.details.name)));
    });
    dialog->open();
}

void CustomersPage::unmerge(qint64 merge)
{
    whenDone(jobs::undoMerge(session(), merge), this, [this](const Result<MergeOutcome> &outcome) {
        if (!outcome)
            return Q_EMIT complained(outcome.error().message);
        const CustomerId merged = outcome->merged.id;
        const CustomerId survivor = outcome->survivor.id;
        Q_EMIT done(tr("%1 and %2 are two customers again.").arg(outcome->merged.details.name, outcome->survivor.details.name),
                    inverseBy([this, merged, survivor] { return jobs::mergeCustomers(session(), merged, survivor); },
                              tr("%1 is part of %2 again.").arg(outcome->merged.details.name, outcome->survivor.details.name)));
    });
}

void CustomersPage::showStanding()
{
    if (m_customer->isHidden() || !m_customer->view())
        return;
    const CustomerView &view = *m_customer->view();
    auto *dialog = new StandingDialog(prompts(), tr("Where the orders of %1 stand").arg(view.customer.details.name),
                                      standingText(view, session().today(), session().currency()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace waitline
