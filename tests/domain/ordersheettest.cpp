#include "models/domain/ordersheet.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace waitline;

/// Two desks edit one order.
class OrderSheetTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesNameEachValue();
    void onlyTheSameValueCollides();
    void mergingLosesNothingThatOneDeskChanged();
    void whatWasChangedHereAndRemovedThereIsAddedAnew();
};

namespace {

OrderSheet sheet(int lines)
{
    OrderSheet made;
    for (int line = 1; line <= lines; ++line)
        made.lines.push_back({OrderLineId{line}, QStringLiteral("P%1").arg(line), 5, 1000, {}});
    made.customer = {1};
    made.customerName = QStringLiteral("Customer 1");
    return made;
}

/// Somebody edits a sheet.
OrderSheet edited(OrderSheet made)
{
    if (*rc::gen::arbitrary<bool>())
        made.priority = *rc::gen::inRange(0, 3);
    if (*rc::gen::arbitrary<bool>())
        made.note = QString::number(*rc::gen::inRange(0, 3));
    for (SheetLine &line : made.lines) {
        if (*rc::gen::arbitrary<bool>())
            line.units = *rc::gen::inRange(1, 8);
        if (*rc::gen::arbitrary<bool>())
            line.unitPrice = *rc::gen::inRange(998, 1003);
    }
    if (*rc::gen::arbitrary<bool>()) {
        made.customer = {*rc::gen::inRange(1, 4)};
        made.customerName = QStringLiteral("Customer %1").arg(made.customer.value);
    }
    if (*rc::gen::inRange(0, 4) == 0 && !made.lines.empty())
        made.lines.erase(made.lines.begin() + *rc::gen::inRange(0, int(made.lines.size())));
    if (*rc::gen::inRange(0, 3) == 0)
        made.lines.push_back({{}, QStringLiteral("NEW"), 1, {}, {}});
    return made;
}

/// The same as another desk saves it: added lines have numbers.
OrderSheet saved(OrderSheet made)
{
    for (SheetLine &line : made.lines) {
        if (!line.line.isValid())
            line.line = {100};
    }
    return made;
}

} // namespace

void OrderSheetTest::changesNameEachValue()
{
    const OrderSheet before = sheet(3);
    OrderSheet after = before;
    after.priority = 2;
    after.shipComplete = true;
    after.lines[1].units = 7;
    after.lines[1].promise = QDate(2026, 4, 1);
    after.lines.erase(after.lines.begin());
    after.lines.push_back({{}, QStringLiteral("NEW"), 4, {}, {}});
    const std::vector<SheetChange> wanted{{OrderField::Priority, {}, {}, "0", "2"},           {OrderField::ShipComplete, {}, {}, "0", "1"},
                                          {OrderField::Removed, {1}, "P1", "5", "0"},         {OrderField::Quantity, {2}, "P2", "5", "7"},
                                          {OrderField::Promise, {2}, "P2", "", "2026-04-01"}, {OrderField::Added, {}, "NEW", "", "4"}};
    QVERIFY(changes(before, after) == wanted);
    QVERIFY(changes(before, before).empty());
}

void OrderSheetTest::onlyTheSameValueCollides()
{
    const SheetChange units{OrderField::Quantity, {1}, "P1", "5", "6"};
    QVERIFY(units.meets({OrderField::Quantity, {1}, "P1", "5", "9"}));
    QVERIFY(units.meets({OrderField::Removed, {1}, "P1", "5", "0"}));
    QVERIFY(!units.meets({OrderField::Quantity, {2}, "P2", "5", "6"}));
    QVERIFY(!units.meets({OrderField::Promise, {1}, "P1", "", "2026-04-01"}));
    const SheetChange added{OrderField::Added, {}, "NEW", "", "1"};
    QVERIFY(!added.meets(added));
}

void OrderSheetTest::whatWasChangedHereAndRemovedThereIsAddedAnew()
{
    const OrderSheet base = sheet(3);
    OrderSheet mine = base;
    mine.lines[0].units = 12;
    OrderSheet theirs = base;
    theirs.lines.erase(theirs.lines.begin(), theirs.lines.begin() + 2);
    const OrderSheet both = merged(base, mine, theirs, Prefer::Mine);
    QCOMPARE(both.lines.size(), size_t(2)); // the second line was left alone here, and stays removed
    QVERIFY(both.lines[0] == base.lines[2]);
    QVERIFY(!both.lines[1].line.isValid());
    QCOMPARE(both.lines[1].sku, QStringLiteral("P1"));
    QCOMPARE(both.lines[1].units, 12);
    QVERIFY(merged(base, mine, theirs, Prefer::Theirs) == theirs);
}

void OrderSheetTest::mergingLosesNothingThatOneDeskChanged()
{
    QVERIFY(rc::check([] {
        const OrderSheet base = sheet(*rc::gen::inRange(0, 4));
        const OrderSheet mine = edited(base);
        const OrderSheet theirs = saved(edited(base));
        const auto own = changes(base, mine);
        const auto others = changes(base, theirs);
        for (const Prefer prefer : {Prefer::Mine, Prefer::Theirs}) {
            const OrderSheet both = merged(base, mine, theirs, prefer);
            const auto all = changes(base, both);
            const auto isThere = [&](const SheetChange &change) { return std::find(all.begin(), all.end(), change) != all.end(); };
            const auto isMet = [](const SheetChange &change, const std::vector<SheetChange> &by) {
                return std::any_of(by.begin(), by.end(), [&](const SheetChange &each) { return each.meets(change); });
            };
            for (const SheetChange &change : own)
                RC_ASSERT(isThere(change) || isMet(change, others));
            for (const SheetChange &change : others)
                RC_ASSERT(isThere(change) || isMet(change, own));
            RC_ASSERT(all.size() <= own.size() + others.size());
        }
    }));
}

QTEST_GUILESS_MAIN(OrderSheetTest)
#include "ordersheettest.moc"
