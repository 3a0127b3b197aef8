#include "models/services/overviewparts.h"

#include "models/domain/daytext.h"
#include "models/domain/moneytext.h"
#include "models/domain/unitstext.h"
#include "models/services/planservice.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {

constexpr size_t mostOfAKind = 3;

QString sentence(const char *text) { return QCoreApplication::translate("Overview", text); }
QString number(qint64 value) { return QLocale().toString(value); }

/// A product as people and lists call it; a name that never ends leaves room for what is said of it.
QString called(const QString &name, const QString &sku)
{
    constexpr qsizetype longest = 60;
    return sentence("%1 (%2)").arg(name.size() > longest ? name.left(longest - 1).trimmed() + u'…' : name, sku);
}

void addOverdue(Overview &overview)
{
    size_t told = 0;
    for (const Arrival &arrival : overview.arriving) {
        if (arrival.expected >= overview.today || told++ == mostOfAKind)
            break; // by expected day: the later ones are due too
        const QString who = sentence("PO-%1 from %2").arg(QString::number(arrival.purchase.value), arrival.supplier);
        const QString when = dayText(arrival.expected);
        overview.decisions.push_back(
            {Decision::Target::Purchase, arrival.purchase.value,
             (arrival.unitsServed == 1
                  ? sentence("%1 was expected on %2 and 1 waiting unit counts on it: ask for a new day.").arg(who, when)
                  : sentence("%1 was expected on %2 and %3 waiting units count on it: ask for a new day.")
                        .arg(who, when, number(arrival.unitsServed)))});
    }
}

void addLate(Overview &overview)
{
    if (overview.late.lines == 0)
        return;
    overview.decisions.push_back(
        {Decision::Target::LateList, 0,
         (overview.late.lines == 1 ? sentence("%1 waiting line (%2) will be later than promised: tell its customer a new date.")
                                   : sentence("%1 waiting lines (%2) will be later than promised: tell their customers a new date."))
             .arg(number(overview.late.lines), unitsText(overview.late.units))});
}

/// Money that is nobody's deposit any more: its orders were cancelled, or paid twice.
void addRefunds(Overview &overview)
{
    const auto amount = [&](Money money) { return moneyWithCode(money, overview.currency); };
    const size_t told = std::min(mostOfAKind, overview.refunds.size());
    for (size_t i = 0; i < told; ++i) {
        const CashReport::Refund &refund = overview.refunds[i];
        overview.decisions.push_back({Decision::Target::Order, refund.order.value,
                                      sentence("Order %1 holds %2 more than is open of it: give them back to the customer.")
                                          .arg(QString::number(refund.order.value), amount(refund.amount))});
    }
    Money rest = 0;
    for (size_t i = told; i < overview.refunds.size(); ++i)
        rest += overview.refunds[i].amount;
    if (rest > 0)
        overview.decisions.push_back({Decision::Target::Cash, 0,
                                      sentence("More orders with money due back: %1, %2 together. They stand with what is not promised.")
                                          .arg(number(qint64(overview.refunds.size() - told)), amount(rest))});
}

Units uncovered(const WaitingProduct &product) { return product.waiting() - std::max<Units>(product.available, 0) - product.onOrder; }

void addUncovered(std::vector<WaitingProduct> products, Overview &overview)
{
    std::erase_if(products, [](const WaitingProduct &product) { return uncovered(product) <= 0; });
    const auto shown = products.begin() + std::ptrdiff_t(std::min(mostOfAKind, products.size()));
    std::partial_sort(products.begin(), shown, products.end(), [](const auto &a, const auto &b) {
        return std::pair(-uncovered(a), a.product) < std::pair(-uncovered(b), b.product);
    });
    for (auto product = products.begin(); product != shown; ++product) {
        overview.decisions.push_back(
            {Decision::Target::Product, product->product.value,
             (product->waiting() == 1 ? sentence("%1: %2 waits and no supply covers it: order more or tell the customer.")
                                      : sentence("%1: %2 wait and no supply covers %3 of them: order more or tell the customers."))
                 .arg(called(product->name, product->sku), unitsText(product->waiting()),
                      product->waiting() == 1 ? QString() : number(uncovered(*product)))});
    }
}

void addRefused(Overview &overview)
{
    for (size_t i = 0; i < std::min(mostOfAKind, overview.refused.size()); ++i) {
        const RefusedProduct &refused = overview.refused[i];
        overview.decisions.push_back(
            {Decision::Target::Product, refused.product.value,
             (refused.units == 1 ? sentence("%1: %2 was asked for and not sold in the last 30 days: look at its limits and its supply.")
                                 : sentence("%1: %2 were asked for and not sold in the last 30 days: look at its limits and its supply."))
                 .arg(called(refused.name, refused.sku), unitsText(refused.units))});
    }
}

void addBookings(Overview &overview)
{
    for (size_t i = 0; i < std::min(mostOfAKind, overview.bookings.size()); ++i)
        overview.decisions.push_back({Decision::Target::Product, overview.bookings[i].product.value, alertText(overview.bookings[i])});
}

} // namespace

void addDecisions(const std::vector<WaitingProduct> &products, Overview &overview)
{
    addOverdue(overview);
    addLate(overview);
    addUncovered(products, overview);
    addBookings(overview);
    addRefunds(overview);
    addRefused(overview);
}

} // namespace waitline
