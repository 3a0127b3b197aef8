#include "ui/words.h"

#include "models/domain/partlytext.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <set>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Words", text); }
QString counted(const char *text, qint64 number) { return QCoreApplication::translate("Words", text).arg(numberText(number)); }

/// "next supply PO-118 on 14 Oct brings 40".
QString nextText(const Supply &next)
{
    return (next.isOverdue ? sentence("next supply %1, overdue since %2, brings %3") : sentence("next supply %1 on %2 brings %3"))
        .arg(purchaseName(next.purchase), dayText(next.day), numberText(next.units));
}

/// When and by what a waiting line is covered.
QString supplyText(const OrderLineView &line)
{
    const Coverage &coverage = line.coverage;
    if (coverage.isCovered() && !coverage.coveredBy)
        return sentence("units in stock cover it from %1").arg(dayText(coverage.eta));
    if (!line.nextSupply)
        return sentence("nothing is on order, so nothing covers it");
    const QString next = nextText(*line.nextSupply);
    if (coverage.partlyBy)
        return partlyText(coverage.partly, line.line.waiting, purchaseName(*coverage.partlyBy), dayText(coverage.partlyOn));
    if (!coverage.isCovered())
        return sentence("%1, but all that is on order does not reach it").arg(next);
    if (*coverage.coveredBy == line.nextSupply->purchase)
        return sentence("%1 and covers it").arg(next);
    return sentence("%1; %2 on %3 covers it").arg(next, purchaseName(*coverage.coveredBy), dayText(coverage.eta));
}

QString unitsGone(const StoredOrderLine &line)
{
    if (line.active() == 0)
        return sentence("Cancelled.");
    if (line.shipped == line.active())
        return sentence("All of it has shipped.");
    return sentence("Nothing of it waits: %1 set aside for it.").arg(unitsText(line.allocated));
}

QString ordersNamed(const std::vector<LineUnits> &lines)
{
    std::set<OrderId> orders;
    for (const LineUnits &line : lines)
        orders.insert(line.order);
    QStringList names;
    constexpr qsizetype mostNamed = 5;
    for (OrderId order : orders) {
        if (names.size() == mostNamed)
            return sentence("%1 and %2 more").arg(names.join(QStringLiteral(", ")), numberText(qint64(orders.size()) - mostNamed));
        names += QString::number(order.value);
    }
    return names.join(QStringLiteral(", "));
}

Units sum(const std::vector<LineUnits> &lines)
{
    Units units = 0;
    for (const LineUnits &line : lines)
        units += line.units;
    return units;
}

} // namespace

BadgeLook lookOf(WaitingStatus status)
{
    switch (status) {
    case WaitingStatus::Covered: return {QStringLiteral("check"), &Theme::positive};
    case WaitingStatus::Late: return {QStringLiteral("warning"), &Theme::danger};
    case WaitingStatus::NotCovered: return {QStringLiteral("clock"), &Theme::warning};
    }
    Q_UNREACHABLE();
}

BadgeLook lookOf(WaitingKind kind)
{
    return kind == WaitingKind::Preorder ? BadgeLook{QStringLiteral("preorder"), &Theme::preorder}
                                         : BadgeLook{QStringLiteral("backorder"), &Theme::backorder};
}

BadgeLook lookOf(Availability state)
{
    switch (state) {
    case Availability::InStock: return {QStringLiteral("check"), &Theme::positive};
    case Availability::Low: return {QStringLiteral("warning"), &Theme::warning};
    case Availability::BackorderOpen: return {QStringLiteral("backorder"), &Theme::backorder};
    case Availability::NotSold: return {QStringLiteral("error"), &Theme::danger};
    case Availability::PreorderOpen: return {QStringLiteral("preorder"), &Theme::preorder};
    case Availability::PreorderFull: return {QStringLiteral("lock"), &Theme::muted};
    case Availability::Discontinued: return {QStringLiteral("minus"), &Theme::muted};
    }
    Q_UNREACHABLE();
}

BadgeLook lookOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Received: return {QStringLiteral("order"), &Theme::accent};
    case NoticeKind::DateMoved: return {QStringLiteral("calendar"), &Theme::warning};
    case NoticeKind::Allocated: return {QStringLiteral("check"), &Theme::positive};
    case NoticeKind::Shipped: return {QStringLiteral("truck"), &Theme::positive};
    case NoticeKind::RefundDue: return {QStringLiteral("money"), &Theme::danger};
    case NoticeKind::DelayConsent: return {QStringLiteral("warning"), &Theme::warning};
    case NoticeKind::Shortened: return {QStringLiteral("minus"), &Theme::danger};
    }
    Q_UNREACHABLE();
}

BadgeLook lookOf(OrderState state)
{
    switch (state) {
    case OrderState::Waiting: return {QStringLiteral("clock"), &Theme::warning};
    case OrderState::PartReady: return {QStringLiteral("truck"), &Theme::accent};
    case OrderState::Ready: return {QStringLiteral("truck"), &Theme::positive};
    case OrderState::KeptBack: return {QStringLiteral("lock"), &Theme::warning};
    case OrderState::Shipped: return {QStringLiteral("check"), &Theme::positive};
    case OrderState::Cancelled: return {QStringLiteral("close"), &Theme::muted};
    }
    Q_UNREACHABLE();
}

QString kindText(bool preorder) { return preorder ? sentence("Pre-order") : sentence("Backorder"); }

QString availabilityName(Availability state)
{
    switch (state) {
    case Availability::InStock: return sentence("In stock");
    case Availability::Low: return sentence("Low");
    case Availability::BackorderOpen: return sentence("Backorder open");
    case Availability::NotSold: return sentence("Out of stock, not sold");
    case Availability::PreorderOpen: return sentence("Pre-order open");
    case Availability::PreorderFull: return sentence("Pre-order full");
    case Availability::Discontinued: return sentence("Discontinued");
    }
    Q_UNREACHABLE();
}

QString policyText(AllocationPolicy policy)
{
    switch (policy) {
    case AllocationPolicy::FirstCome: return sentence("First come, first served");
    case AllocationPolicy::WholeLines: return sentence("Whole lines only");
    case AllocationPolicy::FairShare: return sentence("Fair share");
    case AllocationPolicy::OneEach: return sentence("One each in turn");
    case AllocationPolicy::PaidFirst: return sentence("Paid deposits first");
    }
    Q_UNREACHABLE();
}

QString purchaseName(PurchaseId purchase) { return sentence("PO-%1").arg(purchase.value); }

QString placeText(qint64 place)
{
    const qint64 tens = place % 100;
    if (tens < 11 || tens > 13) {
        switch (place % 10) {
        case 1: return counted("%1st in line", place);
        case 2: return counted("%1nd in line", place);
        case 3: return counted("%1rd in line", place);
        default: break;
        }
    }
    return counted("%1th in line", place);
}

QString percentText(double share)
{
    // What is not all is not rounded up to it: close to it the tenths are told, rounded down.
    constexpr double nearlyAll = 0.99;
    constexpr double all = 1 - 1e-6;
    const double tenths = std::floor(1000 * share + 1e-6);
    const bool tellsTenths = share > nearlyAll && share < all && std::fmod(tenths, 10) > 0;
    return sentence("%1 %").arg(tellsTenths ? QLocale().toString(tenths / 10, 'f', 1) : QLocale().toString(100 * share, 'f', 0));
}

QString whyItWaits(const OrderLineView &line)
{
    if (!line.place)
        return unitsGone(line.line);
    const QString waits = sentence("%1; %2.").arg(standingText(*line.place, line.unitsAhead.value_or(0)), supplyText(line));
    return line.odds ? sentence("%1 %2 by %3.").arg(waits, percentText(likelyShare), dayText(line.odds->likely)) : waits;
}

QString overpaidText(Money amount, Money due, const Currency &currency)
{
    return sentence("Only %1 is due: %2 more would be due for refund. Correct the amount, or tick that it is meant.")
        .arg(moneyWithCode(due, currency), moneyWithCode(amount - due, currency));
}

QString standingText(qint64 place, Units unitsAhead)
{
    return unitsAhead == 0 ? sentence("%1, nobody ahead").arg(placeText(place))
                           : sentence("%1, %2 ahead").arg(placeText(place), unitsText(unitsAhead));
}

QString expectedText(const Coverage &coverage, const std::optional<Supply> &next, const std::optional<DayOdds> &odds, Units waiting)
{
    if (coverage.isCovered() && coverage.coveredBy) {
        const QString expected = sentence("expected %1 from %2").arg(dayText(coverage.eta), purchaseName(*coverage.coveredBy));
        return odds ? sentence("%1, %2 by %3").arg(expected, percentText(likelyShare), dayText(odds->likely)) : expected;
    }
    if (coverage.isCovered())
        return sentence("expected %1").arg(dayText(coverage.eta));
    if (coverage.partlyBy)
        return partlyText(coverage.partly, waiting, purchaseName(*coverage.partlyBy), dayText(coverage.partlyOn));
    if (next)
        return sentence("not covered: %1").arg(nextText(*next));
    return sentence("not covered by any supply yet");
}

QString whatBecame(const OrderLineView &line)
{
    if (!line.place)
        return line.line.allocated == 0 ? counted("all %1 shipped", line.line.shipped) : counted("all %1 allocated", line.line.allocated);
    const QString waits = sentence("%1: %2, %3")
                              .arg(counted(line.line.waiting == 1 ? "%1 waits" : "%1 wait", line.line.waiting),
                                   standingText(*line.place, line.unitsAhead.value_or(0)),
                                   expectedText(line.coverage, line.nextSupply, line.odds, line.line.waiting));
    return line.line.allocated == 0 ? waits : sentence("%1, %2").arg(counted("%1 allocated", line.line.allocated), waits);
}

QString whatBecame(const OrderView &order)
{
    QStringList sentences{sentence("Order %1 for %2 is saved.").arg(QString::number(order.order.id.value), order.order.customerName)};
    for (const OrderLineView &line : order.lines) {
        if (line.line.active() > 0)
            sentences += sentence("%1: %2.").arg(line.line.sku, whatBecame(line));
    }
    return sentences.join(u' ');
}

QString whatIsLeft(const OrderView &order, const Currency &currency)
{
    const QString cancelled = sentence("Order %1 is cancelled: nothing of it waits.").arg(order.order.id.value);
    return order.refundDue() == 0
               ? cancelled
               : sentence("%1 %2 were paid for it and are to be given back.").arg(cancelled, moneyWithCode(order.refundDue(), currency));
}

QString promiseText(const OrderLineView &view)
{
    const QString told = promiseText(view.line);
    if (told.isEmpty() || !view.odds || !view.odds->kept)
        return told;
    return sentence("%1 By this supplier's past deliveries it is kept with %2.").arg(told, percentText(*view.odds->kept));
}

QString promiseText(const StoredOrderLine &line)
{
    if (!line.promise || line.active() == 0)
        return {};
    const qint64 slip = line.promiseFirst ? line.promiseFirst->daysTo(*line.promise) : 0;
    if (slip == 0)
        return sentence("Promised %1.").arg(dayText(*line.promise));
    return sentence("Promised %1, first %2: %3.")
        .arg(dayText(*line.promise), dayText(*line.promiseFirst),
             slip > 0 ? counted(slip == 1 ? "%1 day later" : "%1 days later", slip)
                      : counted(slip == -1 ? "%1 day sooner" : "%1 days sooner", -slip));
}

QStringList whoIsServedAndWhoWaits(const std::vector<LineUnits> &served, const std::vector<LineUnits> &takenBack)
{
    QStringList sentences;
    if (!served.empty())
        sentences += sentence("%1 went to the waiting line: order %2.").arg(unitsText(sum(served)), ordersNamed(served));
    if (!takenBack.empty())
        sentences += (sum(takenBack) == 1 ? sentence("%1 was missing and waits again: order %2.")
                                          : sentence("%1 were missing and wait again: order %2."))
                         .arg(unitsText(sum(takenBack)), ordersNamed(takenBack));
    return sentences;
}

QString whatCountDid(const CountOutcome &outcome)
{
    QStringList sentences{
        sentence("%1: %2 on hand now, %3 before.").arg(outcome.sku, numberText(outcome.after), numberText(outcome.before))};
    sentences += whoIsServedAndWhoWaits(outcome.served, outcome.takenBack);
    return sentences.join(u' ');
}

QString noTimesText(const QString &typed)
{
    const QString times = typed.section(u'*', 0, 0).trimmed();
    const bool isWhole = std::all_of(times.cbegin(), times.cend(), [](QChar letter) { return letter.isDigit(); });
    if (isWhole && times.contains(QRegularExpression(QStringLiteral("[1-9]"))))
        return sentence("“%1” is more than can be counted: write at most %2 before the star.").arg(typed, numberText(mostUnitsOfALine));
    return sentence("“%1” is not how often a code counts: write a whole number of at least 1 before the star.").arg(typed);
}

} // namespace waitline
