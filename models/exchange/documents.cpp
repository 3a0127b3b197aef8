#include "models/exchange/documents.h"

#include "models/domain/daytext.h"
#include "models/domain/scantext.h"
#include "models/services/purchaseservice.h"
#include "models/services/shippingservice.h"
#include "models/services/storesettings.h"
#include "models/services/unitofwork.h"
#include "models/store/customerstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

constexpr qsizetype mostOrdersInRow = 40;

QString sentence(const char *text) { return QCoreApplication::translate("Documents", text); }
QString unitsOnPaper(Units units) { return QLocale().toString(units); }

QStringList linesOf(const QString &text) { return text.split(u'\n', Qt::SkipEmptyParts); }

/// Whole, as a sender writes it, also where it is known by its code of two letters.
QString countryOnPaper(const QString &country)
{
    const QLocale::Territory known = country.trimmed().size() == 2 ? QLocale::codeToTerritory(country.trimmed()) : QLocale::AnyTerritory;
    return known == QLocale::AnyTerritory ? country : QLocale::territoryToString(known);
}

/// Papers say whose they are.
std::vector<PrintDocument> ofBusiness(Connection &connection, std::vector<PrintDocument> papers)
{
    const StoreSettings settings = readSettings(connection);
    for (PrintDocument &paper : papers) {
        paper.business = settings.business;
        paper.businessLines = linesOf(settings.address) + linesOf(settings.email);
    }
    return papers;
}

PrintDocument packingSlip(Connection &connection, ShipmentId id)
{
    const auto shipment = ShipmentStore(connection).find(id);
    if (!shipment)
        throw Refusal{notFound("shipment", sentence("There is no shipment %1.").arg(id.value))};
    const auto order = OrderStore(connection).find(shipment->order);
    const auto customer = CustomerStore(connection).find(order->customer);
    PrintDocument paper;
    paper.title = sentence("Packing slip");
    paper.number = sentence("Shipment %1").arg(id.value);
    paper.barcode = QStringLiteral("SHIP-%1").arg(id.value);
    paper.addressee = QStringList{customer->name} + linesOf(customer->address) + linesOf(countryOnPaper(customer->country));
    paper.facts = {{sentence("Order"), QString::number(shipment->order.value)}, {sentence("Shipped"), dayText(dayOf(shipment->shippedAt))}};
    if (!shipment->orderReference.isEmpty())
        paper.facts.emplace_back(sentence("Your reference"), shipment->orderReference);
    if (!shipment->parcel.carrier.isEmpty())
        paper.facts.emplace_back(sentence("Carrier"), shipment->parcel.carrier);
    if (!shipment->parcel.tracking.isEmpty())
        paper.facts.emplace_back(sentence("Tracking"), shipment->parcel.tracking);
    paper.columns = {{sentence("SKU"), 5}, {sentence("Product"), 10}, {sentence("Units"), 3, true}, {sentence("Still to come"), 4, true}};
    std::map<OrderLineId, Units> waiting;
    for (const StoredOrderLine &line : OrderStore(connection).lines(shipment->order))
        waiting[line.id] = line.waiting + line.allocated;
    for (const StoredShipmentLine &line : shipment->lines)
        paper.rows.push_back({line.sku, line.productName, unitsOnPaper(line.units), unitsOnPaper(waiting[line.line])});
    if (shipment->isVoid)
        paper.note = sentence("This shipment is void.");
    return paper;
}

} // namespace

Result<std::vector<PrintDocument>> packingSlips(Connection &connection, const std::vector<ShipmentId> &shipments)
{
    return readIn(connection, [&] {
        std::vector<PrintDocument> papers;
        for (ShipmentId shipment : shipments)
            papers.push_back(packingSlip(connection, shipment));
        return ofBusiness(connection, std::move(papers));
    });
}

Result<std::vector<PrintDocument>> pickListPaper(Connection &connection, const std::vector<OrderId> &orders, QDate today)
{
    return readIn(connection, [&] {
        PrintDocument paper;
        paper.title = sentence("Pick list");
        paper.number = dayText(today);
        paper.columns = {{sentence("Location"), 2},
                         {sentence("SKU"), 3},
                         {sentence("Product"), 5},
                         {sentence("Units"), 2, true},
                         {sentence("Orders"), 4}};
        const auto lines = orRefuse(pickList(connection, orders, today));
        for (const PickLine &line : lines) {
            QStringList forOrders;
            for (const auto &[order, units] : line.orders)
                forOrders += sentence("%1: %2").arg(order.value).arg(units).replace(u' ', QChar(QChar::Nbsp)); // not on two lines
            // A line for a hundred orders goes over several rows: one that is higher than the page could not be printed.
            for (qsizetype first = 0; first == 0 || first < forOrders.size(); first += mostOrdersInRow) {
                const QString part = forOrders.mid(first, mostOrdersInRow).join(QStringLiteral(", "));
                if (first == 0)
                    paper.rows.push_back({line.location, line.sku, line.name, unitsOnPaper(line.units), part});
                else
                    paper.rows.push_back({QString(), line.sku, sentence("(continued)"), QString(), part});
            }
        }
        paper.note = sentence("Enter what is missing as a short pick before you ship.");
        return ofBusiness(connection, {paper});
    });
}

Result<std::vector<PrintDocument>> purchaseOrder(Connection &connection, PurchaseId id)
{
    return readIn(connection, [&] {
        const auto purchase = PurchaseStore(connection).find(id);
        if (!purchase)
            throw unknownPurchase(id);
        SupplierStore suppliers(connection);
        const auto supplier = suppliers.find(suppliers.idOfName(purchase->supplier));
        const Currency currency = SettingStore(connection).currency();
        PrintDocument paper;
        paper.title = sentence("Purchase order");
        paper.number = purchaseCode(id);
        paper.barcode = paper.number;
        paper.addressee =
            QStringList{purchase->supplier} + linesOf(supplier->details) + linesOf(supplier->email) + linesOf(supplier->phone);
        paper.facts = {{sentence("Placed"), dayText(dayOf(purchase->placedAt))}, {sentence("Expected"), dayText(purchase->expected)}};
        if (!purchase->reference.isEmpty())
            paper.facts.emplace_back(sentence("Your reference"), purchase->reference);
        paper.columns = {{sentence("SKU"), 6},
                         {sentence("Product"), 11},
                         {sentence("Units"), 3, true},
                         {sentence("Each, %1").arg(currency.code), 4, true},
                         {sentence("Total, %1").arg(currency.code), 5, true}};
        Money total = 0;
        for (const StoredPurchaseLine &line : purchase->lines) {
            const Money value = line.ordered * line.unitCost;
            total += value;
            paper.rows.push_back(
                {line.sku, line.productName, unitsOnPaper(line.ordered), currency.toDecimal(line.unitCost), currency.toDecimal(value)});
        }
        paper.note = sentence("Total %1 %2").arg(currency.toDecimal(total), currency.code);
        return ofBusiness(connection, {paper});
    });
}

Result<std::vector<PrintDocument>> goodsReceived(Connection &connection, ReceiptId id)
{
    return readIn(connection, [&] {
        const auto receipt = ReceiptStore(connection).find(id);
        if (!receipt)
            throw Refusal{notFound("receipt", sentence("There is no receipt %1.").arg(id.value))};
        PrintDocument paper;
        paper.title = sentence("Goods received");
        paper.number = QStringLiteral("GRN-%1").arg(id.value);
        paper.barcode = paper.number;
        paper.facts = {{sentence("Received"), dayText(dayOf(receipt->receivedAt))}};
        if (receipt->purchase.isValid()) {
            paper.addressee = QStringList{PurchaseStore(connection).find(receipt->purchase)->supplier};
            paper.facts.emplace_back(sentence("Purchase"), purchaseCode(receipt->purchase));
        }
        if (!receipt->reference.isEmpty())
            paper.facts.emplace_back(sentence("Supplier's note"), receipt->reference);
        paper.columns = {{sentence("SKU"), 3}, {sentence("Product"), 6}, {sentence("Accepted"), 2, true}, {sentence("Damaged"), 2, true}};
        for (const StoredReceiptLine &line : receipt->lines)
            paper.rows.push_back({line.sku, line.productName, unitsOnPaper(line.accepted), unitsOnPaper(line.damaged)});
        paper.note = receipt->isVoid ? sentence("This receipt is void.") : receipt->note;
        return ofBusiness(connection, {paper});
    });
}

Result<std::vector<PrintLabel>> purchaseLabels(Connection &connection, PurchaseId id)
{
    return readIn(connection, [&] {
        const auto purchase = PurchaseStore(connection).find(id);
        if (!purchase)
            throw unknownPurchase(id);
        const QString name = purchaseCode(id);
        std::vector<PrintLabel> labels{{name, name, sentence("%1, expected %2").arg(purchase->supplier, dayText(purchase->expected))}};
        for (const PrintLabel &command : commandLabels())
            labels.push_back(command);
        for (const StoredPurchaseLine &line : purchase->lines)
            labels.push_back(orRefuse(productLabel(connection, line.product)));
        return labels;
    });
}

std::vector<PrintLabel> commandLabels()
{
    return {{doneCode, sentence("Done"), sentence("Posts what was counted")},
            {undoCode, sentence("Undo"), sentence("Takes the last scan back")},
            {damagedCode, sentence("Damaged"), sentence("The next scan is rejected")}};
}

Result<PrintLabel> productLabel(Connection &connection, ProductId id)
{
    return readIn(connection, [&] {
        ProductStore products(connection);
        const auto product = products.find(id);
        if (!product)
            throw Refusal{notFound("sku", sentence("There is no such product any more."))};
        const QStringList codes = products.barcodes(id);
        return PrintLabel{codes.isEmpty() ? product->terms.sku : codes.front(), product->terms.sku, product->terms.name};
    });
}

} // namespace waitline
