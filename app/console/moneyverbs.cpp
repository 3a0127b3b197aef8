#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/paymentservice.h"
#include "models/services/storesettings.h"

#include <limits>

namespace waitline::console {

namespace {

Result<QJsonValue> view(const Desk &desk, const Result<OrderView> &order)
{
    if (!order)
        return order.error();
    return QJsonValue(JsonViews(desk.currency).order(*order));
}

using Pay = Result<OrderView> (PaymentService::*)(OrderId, Money, const PaymentMeans &, const Caller &);

template <Pay pay>
Result<QJsonValue> moveMoney(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto order = reading.id<OrderId>("order");
    const auto amount = reading.money("amount");
    const PaymentMeans means(reading.text("method"), reading.text("reference"));
    if (reading.error())
        return *reading.error();
    PaymentService payments(desk.connection);
    return view(desk, (payments.*pay)(order, *amount, means, caller));
}

Result<QJsonValue> reverse(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto payment = reading.id<PaymentId>("payment");
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    return view(desk, PaymentService(desk.connection).reverse(payment, reason, caller));
}

Result<QJsonValue> journal(Desk &desk, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, desk.currency);
    PaymentFilter filter;
    if (reading.has("order"))
        filter.order = reading.id<OrderId>("order");
    filter.from = reading.day("from");
    filter.to = reading.day("to");
    if (reading.error())
        return *reading.error();
    const auto entries = PaymentService(desk.connection).journal(filter, 0, std::numeric_limits<qint64>::max());
    if (!entries)
        return entries.error();
    QJsonArray list;
    for (const StoredPayment &entry : *entries)
        list.append(JsonViews(desk.currency).payment(entry));
    return QJsonValue(list);
}

/// Changes what is given; always answers what holds then.
Result<QJsonValue> settings(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    auto known = storeSettings(desk.connection);
    if (!known)
        return known.error();
    StoreSettings wanted = *known;
    Reading reading(arguments, desk.currency);
    if (reading.has("business"))
        wanted.business = reading.text("business");
    if (reading.has("address"))
        wanted.address = reading.text("address");
    if (reading.has("email"))
        wanted.email = reading.text("email");
    if (reading.has("full-balance"))
        wanted.fullBalanceFirst = reading.yesOrNo("full-balance");
    if (reading.has("consent-days"))
        wanted.consentDays = int(reading.integer("consent-days", 1, 365).value_or(1));
    if (reading.has("over-receipt"))
        wanted.overReceiptPercent = int(reading.integer("over-receipt", 0, 100).value_or(0));
    if (reading.has("currency")) {
        const auto currency = Currency::fromCode(reading.text("currency"));
        if (!currency)
            return currency.error();
        wanted.currency = *currency;
    }
    if (reading.has("deposit")) {
        const auto deposit = DepositTerms::parse(reading.text("deposit"), wanted.currency);
        if (!deposit)
            return deposit.error();
        wanted.deposit = *deposit;
    }
    if (reading.error())
        return *reading.error();
    if (wanted != *known)
        known = changeSettings(desk.connection, wanted, caller);
    if (!known)
        return known.error();
    return QJsonValue(QJsonObject{{"business", known->business},
                                  {"address", known->address},
                                  {"email", known->email},
                                  {"full_balance", known->fullBalanceFirst},
                                  {"over_receipt", known->overReceiptPercent},
                                  {"consent_days", known->consentDays},
                                  {"currency", known->currency.code},
                                  {"deposit", known->deposit.text(known->currency)}});
}

} // namespace

std::vector<Verb> moneyVerbs()
{
    const std::vector<Word> orderAndAmount{{"order", "ORDER"}, {"amount", "AMOUNT"}};
    const std::vector<Option> means{{"method", "METHOD"}, {"reference", "REFERENCE"}};
    return {{"order pay", "records money received", orderAndAmount, means, Effect::Writes, &moveMoney<&PaymentService::pay>},
            {"order refund", "records money given back", orderAndAmount, means, Effect::Writes, &moveMoney<&PaymentService::refund>},
            {"payment reverse",
             "takes a payment or refund back by a counter-entry",
             {{"payment", "PAYMENT"}},
             {{"reason", "REASON"}},
             Effect::Writes,
             &reverse},
            {"payments",
             "lists the payment journal, the latest entry first",
             {},
             {{"order", "ORDER"}, {"from", "DAY"}, {"to", "DAY"}},
             Effect::Reads,
             &journal},
            {"settings",
             "tells or changes what the business decides for all its desks",
             {},
             {{"business", "NAME"},
              {"address", "LINES"},
              {"email", "ADDRESS"},
              {"full-balance", "yes|no"},
              {"over-receipt", "PERCENT"},
              {"consent-days", "N"},
              {"currency", "CODE"},
              {"deposit", "20%|5.00"}},
             Effect::Writes,
             &settings}};
}

} // namespace waitline::console
