#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/orderservice.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

constexpr qint64 farthestPriority = 1'000'000;

QString sentence(const char *text) { return QCoreApplication::translate("OrderVerbs", text); }

Result<QJsonValue> view(const Desk &desk, const Result<OrderView> &order)
{
    if (!order)
        return order.error();
    return QJsonValue(JsonViews(desk.currency).order(*order));
}

Result<QJsonValue> place(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    OrderDraft draft;
    draft.customer = reading.text("customer");
    for (const LineWords &line : reading.lines("line")) {
        if (!line.units)
            reading.refuse("line", sentence("“%1” says no units: write SKU=UNITS.").arg(line.name));
        draft.lines.push_back({line.name, line.units.value_or(0), line.price});
    }
    if (const auto priority = reading.integer("priority", -farthestPriority, farthestPriority))
        draft.priority = int(*priority);
    draft.placedAt = reading.instant("placed");
    draft.campaign = reading.text("campaign");
    draft.channel = reading.text("channel");
    draft.shipComplete = reading.flag("complete");
    draft.promise = reading.day("promise");
    draft.reference = reading.text("reference");
    if (reading.error())
        return *reading.error();
    return view(desk, OrderService(desk.connection).place(draft, caller));
}

Result<QJsonValue> show(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto order = reading.id<OrderId>("order");
    if (reading.error())
        return *reading.error();
    return view(desk, OrderService(desk.connection).show(order, caller));
}

Result<QJsonValue> cancel(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto order = reading.id<OrderId>("order");
    const std::vector<LineWords> lines = reading.lines("line");
    std::optional<OrderLineId> line;
    std::optional<Units> units;
    if (lines.size() > 1)
        reading.refuse("line", sentence("More than one line is named: cancel one at a time."));
    if (!lines.empty()) {
        line = reading.id<OrderLineId>(lines.front().name, "line");
        units = lines.front().units;
    }
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    return view(desk, OrderService(desk.connection).cancel(order, line, units, reason, caller));
}

Result<QJsonValue> amend(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto order = reading.id<OrderId>("order");
    const std::vector<LineWords> lines = reading.lines("line");
    if (lines.size() != 1 || !lines.front().units)
        reading.refuse("line", sentence("One line and its units are needed: write LINE=UNITS."));
    if (reading.error())
        return *reading.error();
    const auto line = reading.id<OrderLineId>(lines.front().name, "line");
    if (reading.error())
        return *reading.error();
    return view(desk, OrderService(desk.connection).amend(order, line, *lines.front().units, caller));
}

Result<QJsonValue> split(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto order = reading.id<OrderId>("order");
    const std::vector<LineWords> lines = reading.lines("line");
    if (lines.size() != 1 || !lines.front().units)
        reading.refuse("line", sentence("One line and the units to split off are needed: write LINE=UNITS."));
    if (reading.error())
        return *reading.error();
    const auto line = reading.id<OrderLineId>(lines.front().name, "line");
    if (reading.error())
        return *reading.error();
    return view(desk, OrderService(desk.connection).split(order, line, *lines.front().units, caller));
}

Result<QJsonValue> changePriority(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto order = reading.id<OrderId>("order");
    const auto priority = reading.integer("priority", -farthestPriority, farthestPriority);
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    return view(desk, OrderService(desk.connection).setPriority(order, int(*priority), reason, caller));
}

Result<QJsonValue> move(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto line = reading.id<OrderLineId>("line");
    const auto anchor = reading.id<OrderLineId>("beside");
    const QString side = reading.text("side");
    if (side != u"before" && side != u"after")
        reading.refuse("side", sentence("“%1” is not a side: use before or after.").arg(side));
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    const auto moved = OrderService(desk.connection).moveLine(line, side == u"before" ? Side::Before : Side::After, anchor, reason, caller);
    if (!moved)
        return moved.error();
    return QJsonValue(JsonViews(desk.currency).moved(*moved));
}

} // namespace

std::vector<Verb> orderVerbs()
{
    const Word order{"order", "ORDER"};
    const Option reason{"reason", "REASON"};
    return {{"order place",
             "places an order; it joins the waiting line",
             {},
             {{"customer", "NAME"},
              {"line", "SKU=UNITS[@PRICE]", true},
              {"priority", "N"},
              {"placed", "ISO8601"},
              {"campaign", "CODE"},
              {"channel", "NAME"},
              {"complete"},
              {"promise", "DAY"},
              {"reference", "REFERENCE"}},
             Effect::Writes,
             &place},
            {"order show", "shows an order with its places in line", {order}, {}, Effect::Reads, &show},
            {"order cancel",
             "cancels an order, a line or some units of it",
             {order},
             {{"line", "LINE[=UNITS]", true}, reason},
             Effect::Writes,
             &cancel},
            {"order amend", "sets how many units of a line are ordered", {order}, {{"line", "LINE=UNITS", true}}, Effect::Writes, &amend},
            {"order split",
             "makes waiting units of a line a line of their own, directly behind it",
             {order},
             {{"line", "LINE=UNITS", true}},
             Effect::Writes,
             &split},
            {"order priority", "changes an order's priority", {order, {"priority", "PRIORITY"}}, {reason}, Effect::Writes, &changePriority},
            {"order move",
             "puts a line directly before or after another one",
             {{"line", "LINE"}, {"side", "before|after"}, {"beside", "LINE"}},
             {reason},
             Effect::Writes,
             &move}};
}

} // namespace waitline::console
