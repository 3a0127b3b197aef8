#include "models/domain/ordersheet.h"

#include <algorithm>

namespace waitline {

namespace {

QString text(qint64 number) { return QString::number(number); }
QString text(const std::optional<QDate> &day) { return day ? day->toString(Qt::ISODate) : QString(); }

/// One value of a sheet: three-way.
template <typename Value>
Value mergedValue(const Value &base, const Value &mine, const Value &theirs, Prefer prefer)
{
    if (mine == base)
        return theirs;
    if (theirs == base || prefer == Prefer::Mine)
        return mine;
    return theirs;
}

void addLineChanges(const OrderSheet &before, const OrderSheet &after, std::vector<SheetChange> &found)
{
    for (const SheetLine &was : before.lines) {
        const SheetLine *is = after.line(was.line);
        if (!is) {
            found.push_back({OrderField::Removed, was.line, was.sku, text(was.units), text(0)});
            continue;
        }
        if (is->units != was.units)
            found.push_back({OrderField::Quantity, was.line, was.sku, text(was.units), text(is->units)});
        if (is->unitPrice && was.unitPrice && is->unitPrice != was.unitPrice)
            found.push_back({OrderField::Price, was.line, was.sku, text(*was.unitPrice), text(*is->unitPrice)});
        if (is->promise != was.promise)
            found.push_back({OrderField::Promise, was.line, was.sku, text(was.promise), text(is->promise)});
    }
    for (const SheetLine &is : after.lines) {
        if (!before.line(is.line))
            found.push_back({OrderField::Added, is.line, is.sku, {}, text(is.units)});
    }
}

} // namespace

const SheetLine *OrderSheet::line(OrderLineId id) const
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const SheetLine &line) { return line.line == id; });
    return !id.isValid() || found == lines.end() ? nullptr : &*found;
}

bool SheetChange::meets(const SheetChange &other) const
{
    if (line != other.line || field == OrderField::Added || other.field == OrderField::Added)
        return false;
    // A removed line has no other values.
    return field == other.field || (line.isValid() && (field == OrderField::Removed || other.field == OrderField::Removed));
}

std::vector<SheetChange> changes(const OrderSheet &before, const OrderSheet &after)
{
    std::vector<SheetChange> found;
    const auto compare = [&](OrderField field, const QString &was, const QString &is) {
        if (was != is)
            found.push_back({field, {}, {}, was, is});
    };
    if (before.customer.isValid() && after.customer.isValid() && before.customer != after.customer)
        found.push_back({OrderField::Customer, {}, {}, before.customerName, after.customerName});
    compare(OrderField::Priority, text(before.priority), text(after.priority));
    compare(OrderField::Campaign, before.campaign, after.campaign);
    compare(OrderField::ShipComplete, text(before.shipComplete), text(after.shipComplete));
    compare(OrderField::Reference, before.reference, after.reference);
    compare(OrderField::Note, before.note, after.note);
    addLineChanges(before, after, found);
    return found;
}

bool isChangedAndGone(const OrderSheet &base, const SheetLine &mine, const OrderSheet &theirs)
{
    const SheetLine *was = base.line(mine.line);
    return was && mine != *was && !theirs.line(mine.line);
}

OrderSheet merged(const OrderSheet &base, const OrderSheet &mine, const OrderSheet &theirs, Prefer prefer)
{
    OrderSheet result;
    result.customer = mergedValue(base.customer, mine.customer, theirs.customer, prefer);
    result.customerName = result.customer == mine.customer ? mine.customerName : theirs.customerName;
    result.priority = mergedValue(base.priority, mine.priority, theirs.priority, prefer);
    result.campaign = mergedValue(base.campaign, mine.campaign, theirs.campaign, prefer);
    result.shipComplete = mergedValue(base.shipComplete, mine.shipComplete, theirs.shipComplete, prefer);
    result.reference = mergedValue(base.reference, mine.reference, theirs.reference, prefer);
    result.note = mergedValue(base.note, mine.note, theirs.note, prefer);
    for (const SheetLine &theirLine : theirs.lines) {
        const SheetLine *was = base.line(theirLine.line);
        const SheetLine *own = mine.line(theirLine.line);
        if (was && !own) { // removed here
            if (prefer == Prefer::Theirs && theirLine != *was)
                result.lines.push_back(theirLine);
            continue;
        }
        SheetLine line = theirLine;
        if (was && own) {
            line.units = mergedValue(was->units, own->units, theirLine.units, prefer);
            line.unitPrice = mergedValue(was->unitPrice, own->unitPrice, theirLine.unitPrice, prefer);
            line.promise = mergedValue(was->promise, own->promise, theirLine.promise, prefer);
        }
        result.lines.push_back(line);
    }
    // What was added here is added still; a line that others removed and that was changed here can only be added anew.
    for (SheetLine own : mine.lines) {
        if (own.line.isValid() && (prefer == Prefer::Theirs || !isChangedAndGone(base, own, theirs)))
            continue;
        own.line = {};
        result.lines.push_back(own);
    }
    return result;
}

} // namespace waitline
