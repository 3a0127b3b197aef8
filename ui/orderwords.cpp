#include "ui/orderwords.h"

#include "models/tables/celltext.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("OrderWords", text); }

} // namespace

QString preorderText(const LinePreview &line)
{
    QStringList terms{sentence("pre-order, releases %1").arg(dayText(*line.release))};
    if (line.editionLeft)
        terms += sentence("%1 of %2 left").arg(numberText(*line.editionLeft), numberText(*line.editionSize));
    if (line.customerLimit)
        terms += sentence("%1 per customer").arg(numberText(*line.customerLimit));
    return terms.join(QStringLiteral(", "));
}

namespace {

QString unitsPart(const LinePreview &line)
{
    const QString now = line.preorder ? sentence("%1 set aside") : sentence("%1 now");
    if (line.waiting == 0)
        return now.arg(numberText(line.allocated));
    const QString waits = (line.waiting == 1 ? sentence("%1 waits") : sentence("%1 wait")).arg(numberText(line.waiting));
    const QString queue =
        sentence("%1: %2, %3")
            .arg(waits, standingText(line.place, line.unitsAhead), expectedText(line.coverage, line.nextSupply, line.odds, line.waiting));
    return line.allocated == 0 ? queue : sentence("%1, %2").arg(now.arg(numberText(line.allocated)), queue);
}

QString valueText(OrderField field, const QString &value, const Currency &currency)
{
    if (field == OrderField::Price)
        return moneyWithCode(value.toLongLong(), currency);
    if (field == OrderField::ShipComplete)
        return value == u"1" ? sentence("yes") : sentence("no");
    if (value.isEmpty())
        return sentence("nothing");
    return field == OrderField::Promise ? dayText(QDate::fromString(value, Qt::ISODate)) : value;
}

QString fieldText(const SheetChange &change)
{
    switch (change.field) {
    case OrderField::Customer: return sentence("customer");
    case OrderField::Priority: return sentence("priority");
    case OrderField::Campaign: return sentence("campaign");
    case OrderField::ShipComplete: return sentence("ships only when complete");
    case OrderField::Reference: return sentence("reference");
    case OrderField::Note: return sentence("note");
    case OrderField::Quantity: return sentence("units of %1").arg(change.sku);
    case OrderField::Price: return sentence("price of %1").arg(change.sku);
    case OrderField::Promise: return sentence("promise of %1").arg(change.sku);
    case OrderField::Added:
    case OrderField::Removed: return change.sku;
    }
    Q_UNREACHABLE();
}

QString changeText(const SheetChange &change, const Currency &currency)
{
    if (change.field == OrderField::Added)
        return sentence("%1 of %2 added").arg(unitsText(change.after.toLongLong()), change.sku);
    if (change.field == OrderField::Removed)
        return sentence("%1 cancelled").arg(change.sku);
    return sentence("%1 from %2 to %3")
        .arg(fieldText(change), valueText(change.field, change.before, currency), valueText(change.field, change.after, currency));
}

} // namespace

QString whatWillHappen(const LinePreview &line)
{
    return line.preorder ? sentence("%1; %2").arg(preorderText(line), unitsPart(line)) : unitsPart(line);
}

QString laterThanPromised(const Coverage &coverage, Units waiting, const std::optional<QDate> &promise)
{
    if (waiting == 0 || !promise || (coverage.isCovered() && coverage.eta <= *promise))
        return {};
    return coverage.isCovered() ? sentence("That is later than the promised %1.").arg(dayText(*promise))
                                : sentence("Nothing that is on order comes by the promised %1.").arg(dayText(*promise));
}

QString whatOthersDid(const OthersChange &change, const QString &mine, const Currency &currency)
{
    const QString what =
        change.author
            ? sentence("%1, %2: %3.").arg(change.author->actor, instantText(change.author->at), changeText(change.change, currency))
            : sentence("Somebody else: %1.").arg(changeText(change.change, currency));
    return change.collides ? sentence("%1 Yours: %2.").arg(what, valueText(change.change.field, mine, currency)) : what;
}

QString draftName(OrderId order, const QString &customer, qsizetype lines)
{
    const QString who = customer.trimmed().isEmpty() ? sentence("no customer yet") : customer.trimmed();
    const QString many = lines == 1 ? sentence("1 line") : sentence("%1 lines").arg(lines);
    return order.isValid() ? sentence("order %1 for %2, %3").arg(order.value).arg(who, many) : sentence("%1, %2").arg(who, many);
}

} // namespace waitline
