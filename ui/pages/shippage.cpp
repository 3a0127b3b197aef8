#include "ui/pages/shippage.h"
#include "ui/pages/listexport.h"

#include "models/services/shippingjobs.h"
#include "models/tables/celltext.h"
#include "ui/countundo.h"
#include "ui/dialogs/returndialog.h"
#include "ui/dialogs/shortpickdialog.h"
#include "ui/print/printdialog.h"
#include "ui/prompts.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/parcelbar.h"
#include "ui/widgets/readyview.h"
#include "ui/widgets/reasonbar.h"
#include "ui/widgets/shipmentsview.h"
#include "ui/words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace waitline {

ShipPage::ShipPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("ship"), tr("Ship"), QStringLiteral("ship"))
    , m_views(new Segments(QStringLiteral("shipViews"), tr("What is shown"), {tr("To ship"), tr("Shipments")}))
    , m_stack(new QStackedWidget)
    , m_ready(new ReadyView(session))
    , m_shipments(new ShipmentsView(session))
    , m_reason(new ReasonBar)
    , m_parcels(new ParcelBar)
    , m_ship(makePrimaryAction(tr("Ship"), QStringLiteral("truck"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
{
    m_stack->addWidget(m_ready);
    m_stack->addWidget(m_shipments);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_views, 0, Qt::AlignLeft);
    column->addWidget(m_reason);
    column->addWidget(m_parcels);
    column->addWidget(m_stack, 1);
    connect(m_views, &Segments::chosen, this, &ShipPage::showView);
    connect(m_views, &Segments::chosen, this, &Page::movedOn);
    connect(m_ship, &QAction::triggered, this, &ShipPage::ship);
    connect(m_reason, &ReasonBar::given, this, &ShipPage::voidShipment);
    connect(m_parcels, &ParcelBar::given, this, &ShipPage::setParcel);
    connect(m_parcels, &ParcelBar::finished, this, [this] { showView(m_views->current()); }); // the keyboard goes back to the list
    connectReady();
    connectShipments();
    auto *printing = new QAction(this);
    printing->setShortcut(QKeySequence::Print);
    printing->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(printing);
    connect(printing, &QAction::triggered, this, &ShipPage::print);
    exportByKey(this, prompts, tr("shipping"), [this] { return m_views->current() == Ready ? m_ready->table() : m_shipments->table(); });
    updatePrimary();
}

void ShipPage::connectReady()
{
    connect(m_ready, &ReadyView::loaded, this, &Page::readyChanged);
    connect(m_ready, &ReadyView::chosenChanged, this, &ShipPage::updatePrimary);
    connect(m_ready, &ReadyView::complained, this, &Page::complained);
    connect(m_ready, &ReadyView::printAsked, this, &ShipPage::print);
    connect(m_ready, &ReadyView::shortPickAsked, this, &ShipPage::openShortPick);
    connect(m_ready, &ReadyView::orderAsked, this, [this](OrderId order) { Q_EMIT goTo({Destination::Kind::Order, order.value, {}}); });
}

void ShipPage::connectShipments()
{
    connect(m_shipments, &ShipmentsView::complained, this, &Page::complained);
    connect(m_shipments, &ShipmentsView::printAsked, this, &ShipPage::print);
    connect(m_shipments, &ShipmentsView::parcelsAsked, this, [this] { askParcels(m_shipments->chosen()); });
    connect(m_shipments, &ShipmentsView::voidAsked, this, &ShipPage::askVoid);
    connect(m_shipments, &ShipmentsView::returnAsked, this, &ShipPage::openReturn);
    connect(m_shipments, &ShipmentsView::orderAsked, this, [this](OrderId order) {
        Q_EMIT goTo({Destination::Kind::Order, order.value, {}});
    });
}

void ShipPage::setActive(bool active)
{
    m_isActive = active;
    if (!active) // who comes back later wants to see all
        m_ready->showOnly({});
    showView(m_views->current());
}

void ShipPage::showView(int view)
{
    m_views->setCurrent(view);
    m_stack->setCurrentIndex(view);
    m_reason->hide();
    m_shipments->setLive(m_isActive && view == Shipments);
    m_ready->setLive(m_isActive && view == Ready);
    updatePrimary();
}

bool ShipPage::isReady() const { return m_ready->isReady(); }

void ShipPage::focusFilter()
{
    if (m_views->current() == Ready)
        m_ready->focusFilter();
    else
        m_shipments->focusFilter();
}

void ShipPage::show(const Destination &destination)
{
    showView(Ready);
    m_ready->showOnly(destination.text);
}

/// The button says what it would do: "Ship 3 orders", or with nothing selected "Ship all 27…".
void ShipPage::updatePrimary()
{
    const qint64 orders = std::ssize(m_ready->ordersToShip());
    const qint64 selected = m_ready->isSelected() ? std::ssize(m_ready->chosenOrders()) : 0;
    if (m_views->current() != Ready || (selected == 0 && orders == 0))
        m_ship->setText(tr("Ship"));
    else if (selected == 0)
        m_ship->setText(orders == 1 ? tr("Ship the one that is ready…") : tr("Ship all %1…").arg(numberText(orders)));
    else if (orders > 0 && orders < selected)
        m_ship->setText(tr("Ship %1 of %2 orders").arg(numberText(orders), numberText(selected)));
    else
        m_ship->setText(countText(selected, tr("Ship 1 order"), tr("Ship %1 orders")));
    m_ship->setEnabled(orders > 0 && m_views->current() == Ready && !m_isShipping);
}

/// What nobody selected one by one, and what is too much to see at once, is looked at first.
void ShipPage::ship()
{
    constexpr size_t mostAtOnce = 20;
    const std::vector<OrderId> orders = m_ready->ordersToShip();
    if (m_ready->isSelected() && orders.size() <= mostAtOnce)
        shipNow(orders);
    else
        review(orders);
}

void ShipPage::review(const std::vector<OrderId> &orders)
{
    m_isShipping = true;
    updatePrimary();
    whenDone(jobs::pickList(session(), orders), this, [this, orders](const Result<std::vector<PickLine>> &lines) {
        m_isShipping = false;
        updatePrimary();
        if (!lines)
            return Q_EMIT complained(lines.error().message);
        Units units = 0;
        for (const PickLine &line : *lines)
            units += line.units;
        const qint64 count = std::ssize(orders);
        const QString what = countText(count, tr("1 order with %1 is shipped."), tr("%1 orders with %2 are shipped, each for itself."));
        prompts().confirm(this,
                          what.arg(unitsText(units)) + u' ' +
                              tr("Undo takes it back within ten seconds; after that each shipment can be voided today."),
                          countText(count, tr("Ship 1 order"), tr("Ship %1 orders")), [this, orders] { shipNow(orders); });
    });
}

void ShipPage::shipNow(const std::vector<OrderId> &orders)
{
    m_isShipping = true;
    updatePrimary();
    auto job = jobs::shipAll(session(), orders, m_ready->parcel());
    Q_EMIT jobStarted(tr("Shipping"), QFuture<void>(job));
    whenDone(job, this, [this](const Result<ShippingService::ManyShipped> &many) {
        m_isShipping = false;
        updatePrimary();
        if (many)
            tellShipped(*many);
        else
            Q_EMIT complained(many.error().message);
    });
}

void ShipPage::tellShipped(const ShippingService::ManyShipped &many)
{
    if (many.shipments.empty())
        return Q_EMIT complained(many.kept.empty() ? tr("Nothing was shipped.") : many.kept.front().second.message);
    m_ready->clearTracking();
    QStringList parts;
    std::vector<ShipmentId> shipments;
    for (const ShipmentView &view : many.shipments)
        shipments.push_back(view.shipment);
    parts += shipments.size() == 1
                 ? tr("Order %1 shipped with shipment %2.").arg(many.shipments.front().order.value).arg(shipments.front().value)
                 : tr("%1 orders shipped.").arg(numberText(qint64(shipments.size())));
    if (!many.kept.empty())
        parts += many.kept.size() == 1 ? many.kept.front().second.message
                                       : tr("%1 were kept back; the list says why.").arg(numberText(qint64(many.kept.size())));
    Q_EMIT done(parts.join(u' '), inverseBy(
                                      [this, shipments] {
                                          m_parcels->hide();
                                          return jobs::voidShipments(session(), shipments, tr("Taken back at once"));
                                      },
                                      shipments.size() == 1 ? tr("The shipment is void: its units are set aside for the order again.")
                                                            : tr("The shipments are void: their units are set aside again.")));
    if (shipments.size() > 1 && !m_ready->parcel().carrier.isEmpty())
        askParcels(shipments);
}

void ShipPage::askVoid(ShipmentId shipment)
{
    m_toVoid = shipment;
    m_reason->ask(tr("Why is shipment %1 taken back?").arg(shipment.value), tr("Void shipment"));
}

void ShipPage::voidShipment(const QString &reason)
{
    const ShipmentId id = m_toVoid;
    whenDone(jobs::showShipment(session(), id), this, [this, id, reason](const Result<StoredShipment> &shipment) {
        if (!shipment)
            return Q_EMIT complained(shipment.error().message);
        whenDone(
            jobs::voidShipments(session(), {id}, reason), this,
            [this, before = *shipment](const Result<std::vector<ShipmentVoidOutcome>> &outcome) {
                if (!outcome)
                    return Q_EMIT complained(outcome.error().message);
                m_reason->hide();
                Q_EMIT done(
                    tr("Shipment %1 is void: its units are set aside for order %2 again.").arg(before.id.value).arg(before.order.value),
                    inverseBy([this, before] { return jobs::shipAgain(session(), before); }, tr("The same units have left again.")));
            });
    });
}

void ShipPage::askParcels(const std::vector<ShipmentId> &shipments)
{
    whenDone(jobs::showShipments(session(), shipments), this, [this](const Result<std::vector<StoredShipment>> &found) {
        if (found)
            m_parcels->ask(*found);
        else
            Q_EMIT complained(found.error().message);
    });
}

void ShipPage::setParcel(const StoredShipment &before, const Parcel &parcel)
{
    whenDone(jobs::setParcel(session(), before.id, parcel), this, [this, before](const Result<StoredShipment> &shipment) {
        if (!shipment)
            return Q_EMIT complained(shipment.error().message);
        const QString how = QString(shipment->parcel.carrier + u' ' + shipment->parcel.tracking).trimmed();
        Q_EMIT done(how.isEmpty() ? tr("Nothing is said any more of how shipment %1 travels.").arg(before.id.value)
                                  : tr("Shipment %1 travels with %2.").arg(QString::number(before.id.value), how),
                    inverseBy([this, before] { return jobs::setParcel(session(), before.id, before.parcel); },
                              tr("Shipment %1 says what it said before.").arg(before.id.value)));
    });
}

void ShipPage::openReturn(ShipmentId shipment)
{
    whenDone(jobs::showShipment(session(), shipment), this, [this](const Result<StoredShipment> &found) {
        if (!found)
            return Q_EMIT complained(found.error().message);
        if (found->isVoid)
            return Q_EMIT complained(tr("Shipment %1 is void: nothing of it is with the customer.").arg(found->id.value));
        auto *dialog = new ReturnDialog(session(), prompts(), *found, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ReturnDialog::saved, this, &Page::said);
        dialog->open();
    });
}

/// The pick list, or the packing slips of the chosen shipments as one file.
void ShipPage::print()
{
    const auto complain = [this](const QString &sentence) { Q_EMIT complained(sentence); };
    if (m_views->current() == Ready)
        return offerPapers(this, prompts(), jobs::pickListPaper(session(), m_ready->chosenOrders()), tr("Pick list.pdf"), complain);
    const std::vector<ShipmentId> shipments = m_shipments->chosen();
    if (!shipments.empty())
        offerPapers(this, prompts(), jobs::packingSlips(session(), shipments), tr("Packing slips.pdf"), complain);
}

void ShipPage::openShortPick()
{
    whenDone(jobs::pickList(session(), m_ready->chosenOrders()), this, [this](const Result<std::vector<PickLine>> &lines) {
        if (!lines)
            return Q_EMIT complained(lines.error().message);
        auto *dialog = new ShortPickDialog(session(), prompts(), *lines, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ShortPickDialog::saved, this, [this](const CountOutcome &missing) {
            Q_EMIT done(whatCountDid(missing), countedBack(session(), {missing}, tr("Found after all")));
        });
        dialog->open();
    });
}

} // namespace waitline
