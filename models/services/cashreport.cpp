#include "models/services/cashreport.h"

#include "models/services/unitofwork.h"
#include "models/store/cashstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <span>

namespace waitline {

namespace {

// No month is stored as the last one of all, so that it sorts to the end.
using MonthKey = std::pair<bool, QDate>;

MonthKey monthOf(const std::optional<QDate> &promise)
{
    return promise ? MonthKey{false, QDate(promise->year(), promise->month(), 1)} : MonthKey{true, QDate()};
}

/// Adds one order: its deposits lie on its open lines by their value, rounded so that the shares add up.
void addOrder(std::span<const CashLine> lines, CashReport &report, std::map<MonthKey, CashReport::Month> &months)
{
    Money open = 0;
    Money shipped = 0;
    Money waiting = 0;
    for (const CashLine &line : lines) {
        open += line.openValue;
        shipped += line.shippedValue;
        waiting += line.waitingValue;
    }
    const Money held = lines.front().held;
    const Money deposits = std::max<Money>(0, held - shipped);
    report.deposits += deposits;
    report.refundExposure += std::max<Money>(0, held - (shipped + open - waiting));
    const Money onLines = std::min(deposits, open);
    Money valueSoFar = 0;
    Money given = 0;
    for (const CashLine &line : lines) {
        valueSoFar += line.openValue;
        const Money share = open == 0 ? 0 : proportion(onLines, valueSoFar, open) - given;
        given += share;
        const Money risk = line.isCovered ? 0 : share;
        CashReport::Month &month = months[monthOf(line.promise)];
        month.deposits += share;
        month.atRisk += risk;
        report.atRisk += risk;
    }
    months[monthOf({})].deposits += deposits - given;
}

} // namespace

CashReport readCash(Connection &connection)
{
    CashReport report;
    std::map<MonthKey, CashReport::Month> months;
    const std::vector<CashLine> lines = CashStore(connection).linesWithMoney();
    for (auto first = lines.begin(); first != lines.end();) {
        const auto last = std::find_if(first, lines.end(), [&](const CashLine &line) { return line.order != first->order; });
        addOrder({first, last}, report, months);
        first = last;
    }
    for (auto &[key, month] : months) {
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

Result<CashReport> cashReport(Connection &connection)
{
    return readIn(connection, [&] { return readCash(connection); });
}

} // namespace waitline
