#include "ui/widgets/customerpanel.h"

#include "models/services/customerjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/ordermodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/panelhead.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QGridLayout>

namespace waitline {

namespace {

QString joined(const QStringList &parts) { return parts.join(QStringLiteral(" · ")); }

QString likenessText(const LikeCustomer &other)
{
    const QString name = CustomerPanel::tr("%1 (%2)").arg(other.details.name, marksOf(other.id, other.details).front());
    switch (other.likeness) {
    case Likeness::Name: return CustomerPanel::tr("%1 has the same name.").arg(name);
    case Likeness::Email: return CustomerPanel::tr("%1 has the same e-mail.").arg(name);
    case Likeness::Phone: return CustomerPanel::tr("%1 has the same phone number.").arg(name);
    }
    Q_UNREACHABLE();
}

/// "2nd in line · expected 14 Oct · promised 12 Oct".
QString standingOf(const OrderLineView &view)
{
    QStringList parts;
    if (view.line.allocated > 0)
        parts += CustomerPanel::tr("%1 set aside").arg(numberText(view.line.allocated));
    if (view.place)
        parts += placeText(*view.place);
    if (view.line.waiting > 0)
        parts +=
            view.coverage.isCovered() ? CustomerPanel::tr("expected %1").arg(dayText(view.coverage.eta)) : CustomerPanel::tr("not covered");
    if (view.line.promise)
        parts += CustomerPanel::tr("promised %1").arg(dayText(*view.line.promise));
    return joined(parts);
}

} // namespace

CustomerPanel::CustomerPanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_name(label({}, TextSize::Section))
    , m_contact(mutedLabel({}))
    , m_figures(new FigureGrid(3))
    , m_alike(new MessageBar)
    , m_message(new MessageBar)
    , m_note(label({}))
    , m_aliases(mutedLabel({}, TextSize::Caption))
    , m_unmerge(quietButton(tr("Take the merge back"), QStringLiteral("undo")))
{
    setObjectName(QStringLiteral("customerPanel"));
    setAccessibleName(tr("Customer"));
    body()->setSpacing(12);
    body()->addWidget(makeHead());
    body()->addWidget(m_message);
    body()->addWidget(m_alike);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 12, 0);
    m_column->setSpacing(12);
    for (QLabel *text : {m_contact, m_note, m_aliases})
        text->setWordWrap(true);
    m_contact->setObjectName(QStringLiteral("customerContact"));
    m_unmerge->setObjectName(QStringLiteral("unmerge"));
    m_column->addWidget(m_contact);
    m_column->addWidget(makeActions());
    m_column->addWidget(m_figures);
    m_column->addWidget(m_note);
    m_column->addWidget(m_aliases);
    m_column->addWidget(m_unmerge, 0, Qt::AlignLeft);
    m_column->addStretch();
    body()->addWidget(sideScroll(content, tr("Customer's details")), 1);
    connect(m_alike, &MessageBar::buttonPressed, this, [this] {
        if (m_view && !m_view->alike.empty())
            Q_EMIT mergeAsked(m_view->alike.front());
    });
    connect(m_unmerge, &QPushButton::clicked, this, [this] {
        if (m_view && m_view->lastMerge)
            Q_EMIT unmergeAsked(m_view->lastMerge->id);
    });
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        // A place in line may change with any order of the same product.
        if (!isHidden() && (changes.everything || !changes.orders.empty() || !changes.products.empty()))
            read();
    });
}

QWidget *CustomerPanel::makeHead()
{
    m_name->setObjectName(QStringLiteral("customerName"));
    m_name->setWordWrap(true);
    auto *head = new QWidget;
    head->setLayout(panelHead(m_name, tr("Close the customer"), [this] {
        hide();
        Q_EMIT closed();
    }));
    return head;
}

QWidget *CustomerPanel::makeActions()
{
    auto *actions = new QWidget;
    auto *grid = new QGridLayout(actions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    QPushButton *standing = pushButton(tr("Where orders stand"), QStringLiteral("file"));
    QPushButton *orders = pushButton(tr("All orders"), QStringLiteral("order"));
    QPushButton *edit = pushButton(tr("Edit…"), QStringLiteral("edit"));
    QPushButton *merge = pushButton(tr("Merge…"), QStringLiteral("user"));
    standing->setObjectName(QStringLiteral("showStanding"));
    standing->setToolTip(tr("As a text to read out, copy or print (Ctrl+P)"));
    orders->setObjectName(QStringLiteral("showOrders"));
    edit->setObjectName(QStringLiteral("editCustomer"));
    edit->setToolTip(tr("Change the customer's details (F2)"));
    merge->setObjectName(QStringLiteral("mergeCustomer"));
    merge->setToolTip(tr("Make this customer and another one the same"));
    grid->addWidget(standing, 0, 0);
    grid->addWidget(orders, 0, 1);
    grid->addWidget(edit, 1, 0);
    grid->addWidget(merge, 1, 1);
    connect(standing, &QPushButton::clicked, this, &CustomerPanel::standingAsked);
    connect(orders, &QPushButton::clicked, this, &CustomerPanel::ordersAsked);
    connect(edit, &QPushButton::clicked, this, &CustomerPanel::editAsked);
    connect(merge, &QPushButton::clicked, this, [this] { Q_EMIT mergeAsked(std::nullopt); });
    return actions;
}

void CustomerPanel::open(CustomerId customer)
{
    if (customer != std::exchange(m_customer, customer)) {
        m_isLoaded = false;
        m_message->clear();
        scrollToBeginning(this);
    }
    Card::show();
    read();
}

void CustomerPanel::read()
{
    whenDone(jobs::viewCustomer(m_session, m_customer), this, [this, customer = m_customer](const Result<CustomerView> &view) {
        if (customer != m_customer)
            return;
        if (view)
            show(*view);
        else
            m_message->say(MessageBar::Kind::Problem, view.error().message);
        m_isLoaded = true;
        Q_EMIT loaded();
    });
}

void CustomerPanel::show(const CustomerView &view)
{
    m_view = view;
    m_customer = view.customer.id; // a merged one leads to the one it became
    m_name->setText(view.customer.details.name);
    showFacts(view);
    showAlike(view);
    const bool hadFocus = m_list && m_list->isAncestorOf(window()->focusWidget());
    delete m_list;
    m_list = new QWidget;
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    showOpen(view);
    showHistory(view);
    m_column->insertWidget(m_column->indexOf(m_unmerge), m_list);
    if (hadFocus)
        m_list->setFocus();
}

void CustomerPanel::showFacts(const CustomerView &view)
{
    const CustomerDetails &details = view.customer.details;
    QStringList contact;
    for (const QString &text : {details.reference, details.email, details.phone, details.address, details.country}) {
        if (!text.isEmpty())
            contact += QString(text).replace(u'\n', QStringLiteral(", "));
    }
    m_contact->setText(joined(contact));
    m_contact->setVisible(!contact.isEmpty());
    qint64 late = 0;
    for (const OrderView &order : view.open) {
        for (const OrderLineView &line : order.lines) {
            const bool isLate = line.line.promise && (!line.coverage.isCovered() || line.coverage.eta > *line.line.promise);
            late += line.line.waiting > 0 && isLate ? 1 : 0;
        }
    }
    m_figures->setFigure(tr("Open orders"), numberText(view.figures.openOrders), tr("Orders with something still to ship"));
    m_figures->setFigure(tr("Units waiting"), numberText(view.figures.waiting), tr("Over all orders"));
    m_figures->setFigure(tr("Late lines"), numberText(late), tr("Lines expected later than promised"));
    m_figures->setFigure(tr("Money held"), moneyWithCode(view.figures.held, m_session.currency()),
                         tr("Paid − refunded − value shipped, for each order not below 0"));
    m_figures->setFigure(tr("Customer since"), view.figures.since ? dayText(dayOf(*view.figures.since)) : tr("no order yet"));
    m_figures->setFigure(tr("Priority"), numberText(details.priority), tr("What new orders have where they say none"));
    m_note->setText(details.note);
    m_note->setVisible(!details.note.isEmpty());
    m_aliases->setText(tr("Also known as %1").arg(view.aliases.join(QStringLiteral(", "))));
    m_aliases->setVisible(!view.aliases.isEmpty());
    m_unmerge->setVisible(view.lastMerge.has_value());
}

void CustomerPanel::showAlike(const CustomerView &view)
{
    if (view.alike.empty())
        return m_alike->clear();
    m_alike->say(MessageBar::Kind::Notice, likenessText(view.alike.front()), tr("Merge…"));
}

void CustomerPanel::addPart(const QString &title)
{
    QLabel *head = label(title);
    setTextSize(head, TextSize::Body, true);
    head->setContentsMargins(0, m_list->layout()->isEmpty() ? 0 : 16, 0, 4);
    m_list->layout()->addWidget(head);
}

void CustomerPanel::addRow(const QString &iconName, const QString &title, const QString &detail, const QString &right, OrderId order)
{
    auto *row = new LinkRow(iconName, title, detail, right);
    row->setObjectName(QStringLiteral("row"));
    m_list->layout()->addWidget(row);
    connect(row, &LinkRow::clicked, this, [this, order] { Q_EMIT orderAsked(order); });
}

void CustomerPanel::showOpen(const CustomerView &view)
{
    addPart(tr("What is open"));
    if (view.open.empty() && view.refunds.empty())
        m_list->layout()->addWidget(
            mutedLabel(view.orders.empty() ? tr("Nothing: there is no order yet.") : tr("Nothing: all has shipped.")));
    for (const CustomerRefund &refund : view.refunds)
        addRow(QStringLiteral("money"), tr("Refund due: %1").arg(moneyWithCode(refund.amount, m_session.currency())),
               tr("More was paid than is left of the order."), tr("Order %1").arg(refund.order.value), refund.order);
    for (const OrderView &order : view.open) {
        for (const OrderLineView &line : order.lines) {
            if (line.line.waiting + line.line.allocated == 0)
                continue;
            const bool isWaiting = line.line.waiting > 0;
            const QString units = isWaiting                  ? tr("%1 waiting").arg(numberText(line.line.waiting))
                                  : !order.blocker.isEmpty() ? tr("kept back")
                                                             : tr("ready to ship");
            const QString icon = QString::fromLatin1(isWaiting ? "clock" : !order.blocker.isEmpty() ? "lock" : "truck");
            QStringList detail{standingOf(line)};
            if (!order.blocker.isEmpty() && line.line.allocated > 0)
                detail += order.blocker;
            addRow(icon, joined({line.line.sku, units}), joined(detail), tr("Order %1").arg(order.order.id.value), order.order.id);
        }
    }
}

void CustomerPanel::showHistory(const CustomerView &view)
{
    const Currency &currency = m_session.currency();
    if (!view.orders.empty())
        addPart(tr("Orders"));
    for (const OrderRow &row : view.orders) {
        QStringList detail{tr("placed %1").arg(dayText(dayOf(row.order.placedAt)))};
        if (!row.order.reference.isEmpty())
            detail += row.order.reference;
        addRow(QStringLiteral("order"), joined({tr("Order %1").arg(row.order.id.value), orderStateText(row.state)}), joined(detail),
               moneyText(row.total, currency), row.order.id);
    }
    if (!view.payments.empty())
        addPart(tr("Payments"));
    for (const CustomerPayment &payment : view.payments) {
        QStringList detail{dayText(dayOf(payment.at)), tr("order %1").arg(payment.order.value)};
        for (const QString &text : {payment.method, payment.reference}) {
            if (!text.isEmpty())
                detail += text;
        }
        addRow(QStringLiteral("money"), payment.amount > 0 ? tr("Received") : tr("Given back"), joined(detail),
               moneyText(payment.amount, currency), payment.order);
    }
    if (!view.shipments.empty())
        addPart(tr("Shipments"));
    for (const CustomerShipment &shipment : view.shipments)
        addRow(QStringLiteral("truck"), tr("Shipment %1").arg(shipment.shipment.value),
               joined({dayText(shipment.day), tr("order %1").arg(shipment.order.value)}), unitsText(shipment.units), shipment.order);
}

} // namespace waitline
