#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/paymentservice.h"

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
             &journal}};
}

} // namespace waitline::console
