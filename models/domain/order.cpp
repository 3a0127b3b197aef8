#include "models/domain/order.h"

#include "models/domain/unitstext.h"
#include "models/domain/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("OrderDraft", text); }
constexpr int largestPriority = 1'000'000;
constexpr qsizetype longestName = 500;

Result<Done> validatePast(const OrderDraft &draft)
{
    const OrderPast past = draft.past.value_or(OrderPast{});
    if (past.paid < 0 || past.paid > maximumMoney || past.refunded < 0 || past.refunded > past.paid)
        return invalid("paid", sentence("More is refunded than was paid, or an amount is out of range: correct the money paid."));
    for (const OrderLineDraft &line : draft.lines) {
        if (line.cancelled < 0 || line.shipped < 0 || line.open() < 0)
            return invalid("line", sentence("More units of %1 are cancelled and shipped than were ordered: correct them.").arg(line.sku));
        if (!draft.past && line.open() != line.units)
            return invalid("line", sentence("A new order cannot have cancelled or shipped units of %1.").arg(line.sku));
    }
    return Done{};
}

Result<Done> validateTaken(const OrderDraft &draft)
{
    if (draft.taken && (draft.taken->amount <= 0 || draft.taken->amount > maximumMoney))
        return invalid("taken", sentence("The money taken must be above 0: correct it, or leave it empty."));
    for (const UnwaitedUnits &unwaited : draft.unwaited) {
        if (auto units = validateUnits(unwaited.units, "line", sentence("The units of %1").arg(unwaited.sku)); !units)
            return units;
    }
    return Done{};
}

Result<Done> validatePrice(const QString &sku, Money price)
{
    if (price < 0 || price > maximumMoney)
        return invalid("line", sentence("The price of %1 is negative or too large: enter 0 or more.").arg(sku));
    return Done{};
}

} // namespace

Result<Done> validateUnits(Units units, const QString &field, const QString &what)
{
    if (units < 1)
        return invalid(field, sentence("%1 must be at least 1, not %2.").arg(what).arg(units));
    if (units > mostUnitsOfALine)
        return invalid(
            field, sentence("%1 must be at most %2, not %3.").arg(what, QLocale().toString(mostUnitsOfALine), QLocale().toString(units)));
    return Done{};
}

Result<Done> validatePriority(int priority)
{
    if (priority < -largestPriority || priority > largestPriority)
        return invalid("priority", sentence("The priority must be from −%1 to %1.").arg(QLocale().toString(largestPriority)));
    return Done{};
}

Result<Done> validateLineValue(const QString &sku, Units units, Money unitPrice, const DepositTerms &deposit)
{
    if (const auto price = validatePrice(sku, unitPrice); !price)
        return price;
    const Money fixed = deposit.kind == DepositTerms::Kind::Fixed ? deposit.value : 0;
    const Money largest = std::max(unitPrice, fixed);
    if (largest > 0 && units > maximumMoney / largest)
        return invalid("line",
                       sentence("%1 of %2 cost more than one line can hold: spread them over several orders.").arg(unitsText(units), sku));
    return Done{};
}

Result<Done> validate(const OrderDraft &draft)
{
    if (!isVisible(draft.customer))
        return invalid("customer", sentence("The order has no customer: choose or enter one."));
    if (draft.customer.size() > longestName)
        return invalid("customer", sentence("The customer's name is too long: use at most 500 characters."));
    if (draft.reference.size() > longestName)
        return invalid("reference", sentence("The reference is too long: use at most 500 characters."));
    if (draft.lines.empty())
        return invalid("line", sentence("The order has no line: enter at least one product."));
    if (auto priority = validatePriority(draft.priority.value_or(0)); !priority)
        return priority;
    for (const OrderLineDraft &line : draft.lines) {
        if (line.sku.trimmed().isEmpty())
            return invalid("line", sentence("A line has no product: enter its SKU or remove the line."));
        if (auto units = validateUnits(line.units, "line", sentence("The units of %1").arg(line.sku)); !units)
            return units;
        if (const auto price = validatePrice(line.sku, line.unitPrice.value_or(0)); !price)
            return price;
    }
    if (auto taken = validateTaken(draft); !taken)
        return taken;
    return validatePast(draft);
}

} // namespace waitline
