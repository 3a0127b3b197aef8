#include "models/services/cashreport.h"

#include "models/services/unitofwork.h"
#include "models/store/cashstore.h"
#include "models/store/orderstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>

namespace waitline {

namespace {

// No month is stored as the last one of all, so that it sorts to the end.
using MonthKey = std::pair<bool, QDate>;

MonthKey monthOf(const std::optional<QDate> &promise)
{
    return promise ? MonthKey{false, QDate(promise->year(), promise->month(), 1)} : MonthKey{true, QDate()};
}

struct OrderCash {
    Money held = 0;
    Money open = 0;
    Money shipped = 0;
    Money waiting = 0;

    explicit OrderCash(std::span<const CashLine> lines) : held(lines.front().held)
    {
        for (const CashLine &line : lines) {
            open += line.openValue;
            shipped += line.shippedValue;
            waiting += line.waitingValue;
        }
    }
    [[nodiscard]] Money deposits() const { return std::max<Money>(0, held - shipped); }
};

/// An order's deposits lie on its open lines by their value, rounded so that the shares add up.
std::vector<Money> sharesOf(std::span<const CashLine> lines, const OrderCash &order)
{
    const Money onLines = std::min(order.deposits(), order.open);
    std::vector<Money> shares;
    Money valueSoFar = 0;
    Money given = 0;
    for (const CashLine &line : lines) {
        valueSoFar += line.openValue;
        shares.push_back(order.open == 0 ? 0 : proportion(onLines, valueSoFar, order.open) - given);
        given += shares.back();
    }
    return shares;
}

/// The months of the report, found by the day of a promise: many lines are promised for the same few days.
class Months final {
public:
    [[nodiscard]] CashReport::Month &of(const std::optional<QDate> &promise)
    {
        CashReport::Month *&found = m_byDay[promise ? promise->toJulianDay() : 0];
        if (!found)
            found = &m_months[monthOf(promise)];
        return *found;
    }
    [[nodiscard]] std::map<MonthKey, CashReport::Month> &all() { return m_months; }

private:
    std::map<MonthKey, CashReport::Month> m_months;
    std::unordered_map<qint64, CashReport::Month *> m_byDay;
};

void addOrder(std::span<const CashLine> lines, CashReport &report, Months &months)
{
    const OrderCash order(lines);
    const std::vector<Money> shares = sharesOf(lines, order);
    report.deposits += order.deposits();
    report.refundExposure += std::max<Money>(0, order.held - (order.shipped + order.open - order.waiting));
    Money given = 0;
    for (size_t at = 0; at < lines.size(); ++at) {
        const Money risk = lines[at].isCovered ? 0 : shares[at];
        CashReport::Month &month = months.of(lines[at].promise);
        month.deposits += shares[at];
        month.atRisk += risk;
        report.atRisk += risk;
        given += shares[at];
    }
    const Money due = order.deposits() - given; // on none of its lines
    if (due == 0)
        return;
    months.of({}).deposits += due;
    months.of({}).due += due;
    report.due += due;
    report.refunds.push_back({lines.front().order, due});
}

/// Calls `each` with the lines of one order after the other.
template <typename Each>
void forEachOrder(const std::vector<CashLine> &lines, Each each)
{
    for (auto first = lines.begin(); first != lines.end();) {
        const auto last = std::find_if(first, lines.end(), [&](const CashLine &line) { return line.order != first->order; });
        each(std::span(first, last));
        first = last;
    }
}

/// A deposit as it lies on a line; invalid: on none of its order's.
struct LaidDeposit {
    OrderId order;
    OrderLineId line;
    Units units = 0; ///< of the line, still to ship
    Money amount = 0;
};

std::vector<LaidDeposit> depositsOf(const std::vector<CashLine> &all, const std::optional<QDate> &month)
{
    std::vector<LaidDeposit> laid;
    forEachOrder(all, [&](std::span<const CashLine> lines) {
        const OrderCash order(lines);
        const std::vector<Money> shares = sharesOf(lines, order);
        Money onNone = order.deposits();
        for (size_t at = 0; at < lines.size(); ++at) {
            onNone -= shares[at];
            if (shares[at] > 0 && monthOf(lines[at].promise) == monthOf(month))
                laid.push_back({lines[at].order, lines[at].line, lines[at].openUnits, shares[at]});
        }
        if (onNone > 0 && !month)
            laid.push_back({lines.front().order, {}, 0, onNone});
    });
    std::stable_sort(laid.begin(), laid.end(), [](const LaidDeposit &a, const LaidDeposit &b) { return a.amount > b.amount; });
    return laid;
}

BehindRow rowOf(Connection &connection, const LaidDeposit &deposit)
{
    const StoredOrder order = *OrderStore(connection).find(deposit.order);
    const QString sku = deposit.line.isValid() ? OrderStore(connection).line(deposit.line)->sku : QString();
    return {deposit.order, order.customerName, dayOf(order.placedAt), sku, deposit.units, deposit.amount};
}

} // namespace

CashReport readCash(Connection &connection)
{
    CashReport report;
    Months months;
    const std::vector<CashLine> lines = CashStore(connection).linesWithMoney();
    forEachOrder(lines, [&](std::span<const CashLine> order) { addOrder(order, report, months); });
    std::stable_sort(report.refunds.begin(), report.refunds.end(),
                     [](const CashReport::Refund &a, const CashReport::Refund &b) { return a.amount > b.amount; });
    for (auto &[key, month] : months.all()) {
        if (month.deposits == 0 && month.atRisk == 0)
            continue;
        if (!key.first)
            month.first = key.second;
        report.byMonth.push_back(month);
    }
    return report;
}

Result<DepositsReport> depositsReport(Connection &connection, QDate from, QDate to)
{
    if (!from.isValid() || !to.isValid() || from > to)
        return invalid("from", QCoreApplication::translate("Cash", "The first day is after the last one: exchange them."));
    return readIn(connection, [&] {
        DepositsReport report{from, to, {}, {}};
        for (const OrderDeposit &order : CashStore(connection).deposits(from, to)) {
            DepositsReport::Row row{order.order, order.customer, 0, order.in, 0, order.refunded, 0};
            row.opening = std::max<Money>(0, order.heldBefore - order.shippedBefore);
            row.closing = std::max<Money>(0, order.heldBefore + order.in - order.refunded - order.shippedBefore - order.shipped);
            row.consumed = row.opening + row.in - row.refunded - row.closing;
            if (row.opening == 0 && row.in == 0 && row.refunded == 0 && row.consumed == 0)
                continue;
            report.sum.opening += row.opening;
            report.sum.in += row.in;
            report.sum.consumed += row.consumed;
            report.sum.refunded += row.refunded;
            report.sum.closing += row.closing;
            report.orders.push_back(std::move(row));
        }
        return report;
    });
}

Result<OrdersBehind> depositsBehind(Connection &connection, const std::optional<QDate> &month)
{
    return readIn(connection, [&] {
        OrdersBehind behind;
        behind.currency = SettingStore(connection).currency();
        behind.question.lines = BehindQuestion::Lines::Ordered;
        for (const LaidDeposit &deposit : depositsOf(CashStore(connection).linesWithMoney(), month)) {
            ++behind.all.lines;
            behind.all.units += deposit.units;
            behind.all.value += deposit.amount;
            if (behind.rows.size() < OrdersBehind::mostRows)
                behind.rows.push_back(rowOf(connection, deposit));
        }
        return behind;
    });
}

Result<CashReport> cashReport(Connection &connection)
{
    return readIn(connection, [&] { return readCash(connection); });
}

} // namespace waitline
