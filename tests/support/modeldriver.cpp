#include "tests/support/modeldriver.h"

#include "models/services/countservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/returnservice.h"
#include "models/services/shippingservice.h"

namespace waitline::test {

namespace {

constexpr Instant hour = 3'600'000;
const QString why = QStringLiteral("because");

template <typename T>
QString sameAnswer(const Result<T> &real, const ReferenceModel::Answer &model)
{
    if (real.isOk() != model.ok)
        return QStringLiteral("answers differ: services %1, model %2")
            .arg(real ? QStringLiteral("did it") : real.error().message, model.ok ? QStringLiteral("does it") : QStringLiteral("refuses"));
    if (!real && real.error().kind == Error::Kind::Storage)
        return QStringLiteral("storage error: ") + real.error().message;
    if (!real && model.sellable) {
        const QString expected =
            *model.sellable == 0 ? QStringLiteral("None of the") : QStringLiteral("Lower them to %1.").arg(*model.sellable);
        if (!real.error().message.contains(expected))
            return QStringLiteral("“%1” should say “%2”").arg(real.error().message, expected);
    }
    return {};
}

template <typename Servings>
QString sameServed(const Servings &real, const std::vector<ReferenceModel::Served> &model)
{
    QStringList both[2];
    for (const LineUnits &each : real)
        both[0] += QStringLiteral("%1:%2@%3/%4").arg(each.line.value).arg(each.units).arg(each.place).arg(each.remaining);
    for (const ReferenceModel::Served &each : model)
        both[1] += QStringLiteral("%1:%2@%3/%4").arg(each.line).arg(each.units).arg(each.place).arg(each.remaining);
    return both[0] == both[1] ? QString() : QStringLiteral("served %1, model %2").arg(both[0].join(u' '), both[1].join(u' '));
}

std::vector<LineUnits> unitsOf(const ReceiptOutcome &outcome)
{
    std::vector<LineUnits> units;
    for (const ReceiptOutcome::Served &served : outcome.served)
        units.push_back(served.units);
    return units;
}

} // namespace

ModelDriver::ModelDriver(Connection &connection, quint32 seed)
    : m_connection(connection)
    , m_random(seed)
    , m_now(*instantFromIso(QStringLiteral("2026-03-02T09:00:00Z")))
{
    addProducts();
}

Caller ModelDriver::caller() const { return {QStringLiteral("driver"), m_now, {}}; }

void ModelDriver::addProducts()
{
    m_model.today = toDayNumber(dayOf(m_now));
    for (int i = 0; i < 5; ++i) {
        ProductTerms terms;
        terms.sku = terms.name = sku(i + 1);
        terms.price = 1000;
        const auto added = ProductService(m_connection).add(terms, caller());
        ReferenceModel::Product product;
        product.terms.price = 1000;
        m_model.products[added->id.value] = product;
    }
    for (const auto &[id, product] : ReferenceModel(m_model).products) {
        ReferenceModel::Terms terms = anyTerms(id);
        terms.policy = int(id - 1) % 5;
        static_cast<void>(m_model.changeTerms(id, terms));
        static_cast<void>(ProductService(m_connection)
                              .change(
                                  sku(id),
                                  [&](ProductTerms &real) {
                                      real.policy = AllocationPolicy(terms.policy);
                                      real.price = terms.price;
                                      real.release = terms.release ? std::optional(fromDayNumber(*terms.release)) : std::nullopt;
                                      real.editionSize = terms.edition;
                                      real.customerLimit = terms.perCustomer;
                                      real.backorderLimit = terms.backorders;
                                      real.deposit = {DepositTerms::Kind(terms.depositKind), terms.depositValue};
                                      return Result<Done>(Done{});
                                  },
                                  caller()));
    }
}

ReferenceModel::Terms ModelDriver::anyTerms(Number product)
{
    ReferenceModel::Terms terms = m_model.products.at(product).terms;
    terms.price = 100 + upTo(900);
    terms.policy = int(upTo(4));
    terms.edition = oneIn(3) ? std::optional(10 + upTo(80)) : std::nullopt;
    terms.perCustomer = oneIn(4) ? std::optional(4 + upTo(20)) : std::nullopt;
    terms.backorders = oneIn(2) ? std::optional(upTo(12)) : std::nullopt;
    terms.depositKind = int(upTo(2));
    terms.depositValue = terms.depositKind == 0 ? 0 : 1 + upTo(terms.depositKind == 1 ? 9999 : 500);
    if (oneIn(3))
        terms.release = m_model.today + 1 + upTo(4);
    return terms;
}

std::vector<ReferenceModel::Wish> ModelDriver::wishes(Number mostLines, Number mostUnits)
{
    std::vector<ReferenceModel::Wish> result;
    for (Number i = upTo(mostLines - 1); i >= 0; --i)
        result.push_back({anyKey(m_model.products), 1 + upTo(mostUnits - 1)});
    return result;
}

QString ModelDriver::step()
{
    m_now += 1 + upTo(3) * hour;
    m_model.today = toDayNumber(dayOf(m_now));
    const QString answer = perform();
    return answer.isEmpty() ? differences() : answer;
}

QString ModelDriver::perform()
{
    switch (m_random.bounded(26)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5: return placeOne();
    case 6:
    case 7:
    case 8: return receiveOne();
    case 9: return purchaseOne(false);
    case 10: return purchaseOne(oneIn(3));
    case 11: return changeOne();
    case 12: return moveOne(false);
    case 13: return moveOne(oneIn(2));
    case 14:
    case 15: return shipmentOne();
    default: return orderOne(int(upTo(9)));
    }
}

QString ModelDriver::placeOne()
{
    OrderDraft draft;
    const Number customer = upTo(5);
    draft.customer = QStringLiteral("Customer %1").arg(customer);
    const int priority = oneIn(4) ? int(upTo(2)) - 1 : 0;
    draft.priority = priority;
    draft.shipComplete = oneIn(4);
    if (oneIn(5))
        draft.placedAt = m_now - upTo(40) * hour;
    if (oneIn(2))
        draft.promise = fromDayNumber(m_model.today + upTo(20));
    const Instant placedAt = draft.placedAt.value_or(m_now);
    const Number day = toDayNumber(dayOf(placedAt));
    const auto wanted = wishes(3, 8);
    QString text = QStringLiteral("place for %1 p%2 at %3:").arg(customer).arg(priority).arg(placedAt);
    for (const auto &wish : wanted) {
        draft.lines.push_back({sku(wish.product), wish.units, {}});
        text += QStringLiteral(" %1×%2").arg(sku(wish.product)).arg(wish.units);
    }
    note(text);
    const auto real = OrderService(m_connection).place(draft, caller());
    const auto answer = m_model.mayPlace(customer, wanted, day);
    if (const QString difference = sameAnswer(real, answer); !difference.isEmpty() || !real)
        return difference;
    std::vector<Number> ids;
    for (const OrderLineView &line : real->lines)
        ids.push_back(line.line.id.value);
    m_model.place({real->order.id.value, customer, priority, placedAt, draft.shipComplete, 0, 0, {}}, wanted, ids, day,
                  draft.promise ? std::optional<Number>(toDayNumber(*draft.promise)) : std::nullopt);
    return {};
}

QString ModelDriver::receiveOne()
{
    if (!m_model.receipts.empty() && oneIn(4)) {
        const Number receipt = anyKey(m_model.receipts);
        note(QStringLiteral("void receipt %1").arg(receipt));
        return sameAnswer(ReceivingService(m_connection).voidReceipt({receipt}, why, caller()), m_model.voidReceipt(receipt));
    }
    ReceiptDraft draft;
    std::optional<Number> purchase;
    if (!m_model.purchases.empty() && oneIn(2))
        purchase = anyKey(m_model.purchases);
    draft.purchase = PurchaseId{purchase.value_or(0)};
    std::optional<int> policy;
    if (oneIn(4))
        policy = int(upTo(4));
    if (policy)
        draft.policy = AllocationPolicy(*policy);
    const auto coming = wishes(3, 12);
    QString text = QStringLiteral("receive on %1 policy %2:").arg(purchase.value_or(0)).arg(policy.value_or(-1));
    for (const auto &wish : coming) {
        draft.lines.push_back({sku(wish.product), wish.units, 0});
        text += QStringLiteral(" %1×%2").arg(sku(wish.product)).arg(wish.units);
    }
    note(text);
    const auto preview = ReceivingService(m_connection).preview(draft);
    const auto real = ReceivingService(m_connection).post(draft, caller());
    const auto model = m_model.receive(real ? std::optional(real->receipt.value) : std::nullopt, purchase, coming, policy);
    if (preview.isOk() != real.isOk())
        return QStringLiteral("preview and post do not agree");
    if (const QString difference = sameAnswer(real, model); !difference.isEmpty() || !real)
        return difference;
    if (const QString difference = sameServed(unitsOf(*preview), model.served); !difference.isEmpty())
        return QStringLiteral("preview: ") + difference;
    return sameServed(unitsOf(*real), model.served);
}

QString ModelDriver::purchaseOne(bool close)
{
    if (close && !m_model.purchases.empty()) {
        const Number id = anyKey(m_model.purchases);
        if (m_model.purchases.at(id).closed && upTo(1) == 0) {
            note(QStringLiteral("reopen purchase %1").arg(id));
            return sameAnswer(PurchaseService(m_connection).reopen({id}, caller()), m_model.reopenPurchase(id));
        }
        note(QStringLiteral("close purchase %1").arg(id));
        return sameAnswer(PurchaseService(m_connection).close({id}, caller()), m_model.closePurchase(id));
    }
    PurchaseDraft draft{QStringLiteral("Supplier"), {}, fromDayNumber(m_model.today + 1 + upTo(20)), {}};
    ReferenceModel::Purchase purchase;
    for (const auto &wish : wishes(3, 20)) {
        draft.lines.push_back({sku(wish.product), wish.units, {}});
        purchase.lines.push_back({wish.product, wish.units, 0, 0, 0});
    }
    const auto real = PurchaseService(m_connection).place(draft, caller());
    if (!real)
        return real.error().message;
    note(QStringLiteral("purchase %1").arg(real->id.value));
    m_model.placePurchase(real->id.value, purchase);
    return {};
}

QString ModelDriver::changeOne()
{
    const Number id = anyKey(m_model.products);
    const ReferenceModel::Terms terms = anyTerms(id);
    note(QStringLiteral("change %1: policy %2, edition %3, backorders %4, release %5")
             .arg(sku(id))
             .arg(terms.policy)
             .arg(terms.edition.value_or(-1))
             .arg(terms.backorders.value_or(-1))
             .arg(terms.release.value_or(-1)));
    return sameAnswer(ProductService(m_connection)
                          .change(
                              sku(id),
                              [&](ProductTerms &real) {
                                  real.policy = AllocationPolicy(terms.policy);
                                  real.price = terms.price;
                                  real.release = terms.release ? std::optional(fromDayNumber(*terms.release)) : std::nullopt;
                                  real.editionSize = terms.edition;
                                  real.customerLimit = terms.perCustomer;
                                  real.backorderLimit = terms.backorders;
                                  real.deposit = {DepositTerms::Kind(terms.depositKind), terms.depositValue};
                                  return Result<Done>(Done{});
                              },
                              caller()),
                      m_model.changeTerms(id, terms));
}

QString ModelDriver::moveOne(bool undo)
{
    const auto waiting = m_model.queue(anyKey(m_model.products));
    if (waiting.empty())
        return {};
    const Number line = waiting[size_t(upTo(Number(waiting.size()) - 1))]->id;
    if (undo) {
        note(QStringLiteral("undo move of %1").arg(line));
        return sameAnswer(OrderService(m_connection).undoMove({line}, why, caller()), m_model.undoMove(line));
    }
    const Number anchor = waiting[size_t(upTo(Number(waiting.size()) - 1))]->id;
    const bool before = oneIn(2);
    note(QStringLiteral("move %1 %2 %3").arg(line).arg(before ? u"before" : u"after").arg(anchor));
    return sameAnswer(OrderService(m_connection).moveLine({line}, before ? Side::Before : Side::After, {anchor}, why, caller()),
                      m_model.move(line, before, anchor));
}

QString ModelDriver::orderOne(int kind)
{
    if (m_model.orders.empty())
        return {};
    const Number id = anyKey(m_model.orders);
    const auto &ids = m_model.orders.at(id).lines;
    const Number line = ids[size_t(upTo(Number(ids.size()) - 1))];
    const Number units = 1 + upTo(9);
    note(QStringLiteral("order %1 kind %2 line %3 units %4").arg(id).arg(kind).arg(line).arg(units));
    switch (kind) {
    case 0: return sameAnswer(OrderService(m_connection).cancel({id}, {}, {}, why, caller()), m_model.cancel(id, {}, {}));
    case 1:
        return sameAnswer(OrderService(m_connection).cancel({id}, OrderLineId{line}, units, why, caller()),
                          m_model.cancel(id, line, units));
    case 2: return sameAnswer(OrderService(m_connection).amend({id}, {line}, units, caller()), m_model.amend(line, units));
    case 3:
        m_model.setPriority(id, units % 3);
        return sameAnswer(OrderService(m_connection).setPriority({id}, int(units % 3), why, caller()), {});
    case 4: return sameAnswer(PaymentService(m_connection).refund({id}, units * 50, {}, caller()), m_model.refund(id, units * 50));
    case 5: {
        const auto real = CountService(m_connection).count(sku(m_model.lines.at(line).product), units, why, caller());
        const auto model = m_model.count(m_model.lines.at(line).product, units);
        const QString difference = sameAnswer(real, model);
        return difference.isEmpty() ? sameServed(real->served, model.served) : difference;
    }
    case 9: {
        const Number product = m_model.lines.at(line).product;
        const auto real = CountService(m_connection).writeOff(sku(product), units, why, caller());
        const auto model = m_model.writeOff(product, units);
        const QString difference = sameAnswer(real, model);
        return difference.isEmpty() && real ? sameServed(real->served, model.served) : difference;
    }
    case 6: return sameAnswer(PaymentService(m_connection).pay({id}, units * 300, {}, caller()), m_model.pay(id, units * 300));
    default: return shipOne(id);
    }
}

QString ModelDriver::shipOne(Number id)
{
    const auto real = ShippingService(m_connection).ship({id}, {}, caller(), {QStringLiteral("Carrier"), {}});
    return sameAnswer(real, m_model.ship(id, real ? std::optional<Number>(real->shipment.value) : std::nullopt));
}

/// Something happens to a shipment: it is taken back, or some of it is returned.
QString ModelDriver::shipmentOne()
{
    if (m_model.shipments.empty())
        return {};
    const bool takesBack = oneIn(2);
    const Number id = takesBack && !oneIn(4) ? m_model.shipments.rbegin()->first : anyKey(m_model.shipments); // the latest is of today
    if (takesBack) {
        note(QStringLiteral("void shipment %1").arg(id));
        return sameAnswer(ShippingService(m_connection).voidShipment({id}, why, caller()), m_model.voidShipment(id));
    }
    const Number line = anyKey(m_model.shipments.at(id).units);
    const Number toStock = upTo(3);
    const Number scrapped = toStock == 0 ? 1 : upTo(1);
    note(QStringLiteral("return of shipment %1 line %2: %3 and %4").arg(id).arg(line).arg(toStock).arg(scrapped));
    const auto real = ReturnService(m_connection).take({{id}, {{{line}, toStock, scrapped}}, why}, caller());
    const auto model = m_model.takeReturn(id, line, toStock, scrapped);
    if (const QString difference = sameAnswer(real, model); !difference.isEmpty() || !real)
        return difference;
    return sameServed(real->served, model.served);
}

} // namespace waitline::test
