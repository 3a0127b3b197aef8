#include "ui/pages/orderparts.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"
#include "models/tables/waitingmodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/pages/page.h"
#include "ui/widgets/orderpanel.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("OrderParts", text); }
} // namespace

void relay(OrderPanel *panel, Page *page)
{
    QObject::connect(panel, &OrderPanel::loaded, page, &Page::readyChanged);
    QObject::connect(panel, &OrderPanel::done, page, &Page::done);
    QObject::connect(panel, &OrderPanel::entriesAsked, page, &Page::moneyAsked);
    QObject::connect(panel, &OrderPanel::said, page, &Page::said);
    QObject::connect(panel, &OrderPanel::complained, page, &Page::complained);
    QObject::connect(panel, &OrderPanel::customerAsked, page, [page](CustomerId customer) {
        Q_EMIT page->goTo({Destination::Kind::Customer, customer.value, {}});
    });
}

void showWaitingBadges(QTableView *table)
{
    table->setItemDelegateForColumn(
        WaitingModel::Kind,
        new BadgeDelegate([](const QModelIndex &cell) { return lookOf(WaitingKind(cell.data(KindRole).toInt())); }, table));
    table->setItemDelegateForColumn(
        WaitingModel::Eta,
        new BadgeDelegate([](const QModelIndex &cell) { return lookOf(WaitingStatus(cell.data(StatusRole).toInt())); }, table));
}

void readOddsWhileShown(QTableView *table, WaitingModel *model)
{
    const auto follow = [table, model] { model->setWithOdds(!table->isColumnHidden(WaitingModel::Odds)); };
    follow();
    // A header tells that a section is shown or hidden by its new size.
    QObject::connect(table->horizontalHeader(), &QHeaderView::sectionResized, model, [follow](int column) {
        if (column == WaitingModel::Odds)
            follow();
    });
}

QString waitingTotals(const WaitingModel &model)
{
    const WaitingSum &sum = model.totals();
    const QString lines = sum.lines == 1 ? sentence("1 line") : sentence("%1 lines").arg(numberText(sum.lines));
    return sentence("%1 · %2 · %3 waiting").arg(lines, unitsText(sum.units), moneyWithCode(sum.value, model.currency()));
}

} // namespace waitline
