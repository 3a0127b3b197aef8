#include "models/services/orderstory.h"

#include "models/domain/daytext.h"
#include "models/domain/moneytext.h"
#include "models/domain/notice.h"
#include "models/domain/unitstext.h"
#include "models/services/unitofwork.h"
#include "models/store/ordereditstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Story", text); }
QString number(qint64 value) { return QLocale().toString(value); }

QString policyWords(AllocationPolicy policy)
{
    switch (policy) {
    case AllocationPolicy::FirstCome: return sentence("first come, first served");
    case AllocationPolicy::WholeLines: return sentence("whole lines only");
    case AllocationPolicy::FairShare: return sentence("a fair share for everybody");
    case AllocationPolicy::OneEach: return sentence("one each in turn");
    case AllocationPolicy::PaidFirst: return sentence("paid deposits first");
    }
    Q_UNREACHABLE();
}

QString allocated(const StoryEvent &event)
{
    if (event.units < 0)
        return sentence("%1 of %2 set aside before went back").arg(number(-event.units), event.sku);
    QStringList why;
    if (event.place)
        why += sentence("it stood at place %1").arg(number(*event.place));
    if (event.unitsAhead)
        why += *event.unitsAhead == 0 ? sentence("nobody ahead of it") : sentence("%1 ahead of it").arg(unitsText(*event.unitsAhead));
    if (event.unitsSeen)
        why += (*event.unitsSeen == 1 ? sentence("%1 was free") : sentence("%1 were free")).arg(unitsText(*event.unitsSeen));
    if (event.policy)
        why += policyWords(*event.policy);
    if (why.isEmpty()) // what was taken from it came back
        return sentence("%1 of %2 set aside again").arg(number(event.units), event.sku);
    return sentence("%1 of %2 set aside: %3").arg(number(event.units), event.sku, why.join(QStringLiteral(", ")));
}

QString paid(const StoryEvent &event, const Currency &currency)
{
    const QString amount = moneyWithCode(qAbs(event.amount), currency);
    if (event.number > 0) // a counter-entry has the opposite amount of what it takes back
        return (event.amount < 0 ? sentence("Entry %1 taken back: the payment of %2") : sentence("Entry %1 taken back: the refund of %2"))
            .arg(QString::number(event.number), amount);
    const QString what = event.amount > 0 ? sentence("%1 received").arg(amount) : sentence("%1 given back").arg(amount);
    return event.word.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, event.word);
}

QString edited(const StoryEvent &event, const Currency &currency)
{
    const auto price = [&](const QString &minor) { return moneyWithCode(minor.toLongLong(), currency); };
    if (event.word == fieldWord(OrderField::Price))
        return sentence("%1: %2 a unit instead of %3").arg(event.sku, price(event.textAfter), price(event.textBefore));
    if (event.word == fieldWord(OrderField::Quantity))
        return sentence("%1: %2 ordered instead of %3").arg(event.sku, event.textAfter, event.textBefore);
    if (event.word == fieldWord(OrderField::Added))
        return sentence("%1 of %2 added").arg(event.textAfter, event.sku);
    if (event.word == fieldWord(OrderField::Priority))
        return sentence("Priority %1 instead of %2").arg(event.textAfter, event.textBefore);
    if (event.word == fieldWord(OrderField::ShipComplete))
        return event.textAfter == u"0" ? sentence("Ships in parts") : sentence("Ships complete only");
    static const QHash<QString, const char *> names{{fieldWord(OrderField::Customer), QT_TRANSLATE_NOOP("Story", "Customer")},
                                                    {fieldWord(OrderField::Campaign), QT_TRANSLATE_NOOP("Story", "Campaign")},
                                                    {fieldWord(OrderField::Reference), QT_TRANSLATE_NOOP("Story", "Reference")},
                                                    {fieldWord(OrderField::Note), QT_TRANSLATE_NOOP("Story", "Note")}};
    const auto name = names.constFind(event.word);
    const QString field = name == names.cend() ? event.word : sentence(*name);
    return event.textBefore.isEmpty() ? sentence("%1: “%2”").arg(field, event.textAfter)
                                      : sentence("%1: “%2” instead of “%3”").arg(field, event.textAfter, event.textBefore);
}

QString noticeName(qint64 kind)
{
    switch (NoticeKind(kind)) {
    case NoticeKind::Received: return sentence("order received");
    case NoticeKind::DateMoved: return sentence("date moved");
    case NoticeKind::Allocated: return sentence("goods set aside");
    case NoticeKind::Shipped: return sentence("shipped");
    case NoticeKind::RefundDue: return sentence("refund due");
    case NoticeKind::DelayConsent: return sentence("consent to a delay");
    case NoticeKind::Shortened: return sentence("fewer units");
    }
    Q_UNREACHABLE();
}

QString noticed(const StoryEvent &event)
{
    const QString name = noticeName(event.number);
    if (event.kind == StoryEvent::Kind::NoticeTold)
        return sentence("Notice marked as sent: %1").arg(name);
    if (event.kind == StoryEvent::Kind::NoticeWithdrawn)
        return sentence("Notice not needed any more: %1").arg(name);
    if (event.before != 0 && event.after != 0)
        return sentence("Notice prepared: %1, %2 instead of %3")
            .arg(name, dayText(fromDayNumber(event.after)), dayText(fromDayNumber(event.before)));
    return sentence("Notice prepared: %1").arg(name);
}

QString changeOf(const StoryEvent &event, const Currency &currency)
{
    using Kind = StoryEvent::Kind;
    switch (event.kind) {
    case Kind::Placed: return {};
    case Kind::Edited: return edited(event, currency);
    case Kind::Cancelled: return sentence("%1 of %2 cancelled").arg(number(event.units), event.sku);
    case Kind::CancellationTakenBack: return sentence("%1 of %2 wait again at their own place").arg(number(event.units), event.sku);
    case Kind::Moved:
    case Kind::MoveTakenBack: return sentence("%1: place %2 instead of %3").arg(event.sku, number(event.after), number(event.before));
    case Kind::Promised:
        if (event.after == 0)
            return sentence("%1 not promised for %2 any more").arg(event.sku, dayText(fromDayNumber(event.before)));
        return event.before == 0 ? sentence("%1 promised for %2").arg(event.sku, dayText(fromDayNumber(event.after)))
                                 : sentence("%1 promised for %2 instead of %3")
                                       .arg(event.sku, dayText(fromDayNumber(event.after)), dayText(fromDayNumber(event.before)));
    case Kind::Split: return sentence("%1 of %2 became a line of their own, directly behind").arg(number(event.units), event.sku);
    case Kind::Paid: return paid(event, currency);
    case Kind::Shipped:
        return sentence("%1 of %2 left with shipment %3").arg(number(event.units), event.sku, QString::number(event.number));
    case Kind::Allocated: return allocated(event);
    case Kind::Ordered:
        return event.after == 0
                   ? sentence("%1 of %2 ordered").arg(number(event.units), event.sku)
                   : sentence("%1 of %2 ordered, promised for %3").arg(number(event.units), event.sku, dayText(fromDayNumber(event.after)));
    case Kind::Refused: return sentence("%1 of %2 asked for and not sold").arg(number(event.units), event.sku);
    case Kind::PushedBack: return sentence("%1: order %2 went ahead of this one").arg(event.sku, QString::number(event.number));
    case Kind::NoticePrepared:
    case Kind::NoticeTold:
    case Kind::NoticeWithdrawn: return noticed(event);
    case Kind::DelayAccepted: return sentence("The delay is accepted");
    case Kind::DelayRefused: return sentence("The delay is refused");
    }
    Q_UNREACHABLE();
}

} // namespace

/// A kind without words of its own is told by what it changed.
QString whatWasDone(const QString &kind)
{
    static const QHash<QString, const char *> words{{QStringLiteral("place"), QT_TRANSLATE_NOOP("Story", "Order placed")},
                                                    {QStringLiteral("amend"), QT_TRANSLATE_NOOP("Story", "Quantity changed")},
                                                    {QStringLiteral("edit"), QT_TRANSLATE_NOOP("Story", "Order edited")},
                                                    {QStringLiteral("cancel"), QT_TRANSLATE_NOOP("Story", "Cancelled")},
                                                    {QStringLiteral("cut_edition"), QT_TRANSLATE_NOOP("Story", "Edition made smaller")},
                                                    {QStringLiteral("undo_cancel"), QT_TRANSLATE_NOOP("Story", "Cancellation taken back")},
                                                    {QStringLiteral("priority"), QT_TRANSLATE_NOOP("Story", "Priority changed")},
                                                    {QStringLiteral("move"), QT_TRANSLATE_NOOP("Story", "Moved in line")},
                                                    {QStringLiteral("undo_move"), QT_TRANSLATE_NOOP("Story", "Move taken back")},
                                                    {QStringLiteral("split"), QT_TRANSLATE_NOOP("Story", "Line split")},
                                                    {QStringLiteral("undo_split"), QT_TRANSLATE_NOOP("Story", "Split line joined again")},
                                                    {QStringLiteral("promise"), QT_TRANSLATE_NOOP("Story", "Promise changed")},
                                                    {QStringLiteral("pay"), QT_TRANSLATE_NOOP("Story", "Payment received")},
                                                    {QStringLiteral("refund"), QT_TRANSLATE_NOOP("Story", "Money given back")},
                                                    {QStringLiteral("ship"), QT_TRANSLATE_NOOP("Story", "Shipped")},
                                                    {QStringLiteral("receive"), QT_TRANSLATE_NOOP("Story", "Goods received")},
                                                    {QStringLiteral("void_receipt"), QT_TRANSLATE_NOOP("Story", "Receipt voided")},
                                                    {QStringLiteral("void_ship"), QT_TRANSLATE_NOOP("Story", "Shipment voided")},
                                                    {QStringLiteral("return"), QT_TRANSLATE_NOOP("Story", "Goods returned")},
                                                    {QStringLiteral("damage"), QT_TRANSLATE_NOOP("Story", "Damage written off")},
                                                    {QStringLiteral("reverse_payment"),
                                                     QT_TRANSLATE_NOOP("Story", "Payment entry taken back")},
                                                    {QStringLiteral("move_promise"), QT_TRANSLATE_NOOP("Story", "Promises moved")},
                                                    {QStringLiteral("undo_promise"), QT_TRANSLATE_NOOP("Story", "Promise taken back")},
                                                    {QStringLiteral("count"), QT_TRANSLATE_NOOP("Story", "Stock counted")},
                                                    {QStringLiteral("change_product"),
                                                     QT_TRANSLATE_NOOP("Story", "Product's terms changed")},
                                                    {QStringLiteral("expect"), QT_TRANSLATE_NOOP("Story", "A delivery's day moved")},
                                                    {QStringLiteral("request"), QT_TRANSLATE_NOOP("Story", "Consent to a delay asked for")},
                                                    {QStringLiteral("told"), QT_TRANSLATE_NOOP("Story", "Customer told")},
                                                    {QStringLiteral("withdraw_notice"), QT_TRANSLATE_NOOP("Story", "Notice withdrawn")},
                                                    {QStringLiteral("accept_delay"), QT_TRANSLATE_NOOP("Story", "Customer will wait")},
                                                    {QStringLiteral("refuse_delay"), QT_TRANSLATE_NOOP("Story", "Customer will not wait")}};
    const auto found = words.constFind(kind);
    return found == words.cend() ? sentence("Line served anew") : sentence(*found);
}

Result<std::vector<StoryEntry>> orderStory(Connection &connection, OrderId order)
{
    return readIn(connection, [&] {
        StoryStore store(connection);
        const Currency currency = SettingStore(connection).currency();
        std::vector<StoryEntry> story;
        OperationId current;
        for (const StoryEvent &event : store.events(order)) {
            if (event.operation != current) {
                current = event.operation;
                const OperationStamp stamp = store.operation(current).value_or(OperationStamp{});
                const bool isOfAnother = event.kind == StoryEvent::Kind::PushedBack;
                story.push_back({stamp.at,
                                 stamp.actor,
                                 isOfAnother ? sentence("Another order went ahead") : whatWasDone(stamp.kind),
                                 stamp.reason,
                                 {}});
            }
            if (const QString change = changeOf(event, currency); !change.isEmpty())
                story.back().changes += change;
        }
        std::reverse(story.begin(), story.end());
        return story;
    });
}

} // namespace waitline
