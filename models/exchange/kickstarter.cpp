#include "models/exchange/shopreaders.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace waitline {

KickstarterBackers::KickstarterBackers(const Layout &layout) : m_layout(layout), m_reward(QFileInfo(layout.fileName).completeBaseName()) {}

bool KickstarterBackers::isToBeServed(const CellReading &cells, Harvest &harvest) const
{
    const QString status = cells.text(m_layout.header.find({u"Pledged Status", u"Pledge Status"})).toLower();
    if (status == u"dropped" || status == u"errored" || status == u"canceled" || status == u"cancelled") {
        harvest.omissions.push_back({cells.row(), QCoreApplication::translate("Import", "a pledge that was %1").arg(status)});
        return false;
    }
    bool hasReward = false;
    bool tellsReward = false;
    for (const char16_t *name : {u"Reward Title", u"Reward ID", u"Reward Minimum"}) {
        tellsReward = tellsReward || column(name) >= 0;
        hasReward = hasReward || cells.isGiven(column(name));
    }
    if (tellsReward && !hasReward) {
        harvest.omissions.push_back({cells.row(), QCoreApplication::translate("Import", "a pledge without a reward")});
        return false;
    }
    return true;
}

void KickstarterBackers::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    cells.demand(column(u"Backer Number"), QCoreApplication::translate("Import", "The backer's number"));
    if (cells.isGood() && !isToBeServed(cells, harvest))
        return;
    OrderRecord order;
    order.row = order.rowEnd = record.line();
    const QString uid = cells.wholeCode(m_layout.header.find({u"Backer UID", u"Backer Id"}));
    order.reference = QStringLiteral("KS-") + cells.wholeCode(column(u"Backer Number"));
    // Numbers begin at 1 in every project; the account beside it tells projects apart.
    if (!uid.isEmpty())
        order.reference += u'-' + uid;
    order.email = cells.text(column(u"Email"));
    order.customer = cells.text(column(u"Backer Name"));
    if (order.customer.isEmpty())
        order.customer = order.email;
    if (order.customer.isEmpty())
        cells.fail(column(u"Backer Name"), QCoreApplication::translate("Import", "The backer's name is missing."));
    order.country = cells.text(column(u"Shipping Country"));
    order.placedAt = cells.instant(column(u"Pledged At"));
    order.note = cells.text(column(u"Notes"));
    order.channel = QStringLiteral("Kickstarter");
    order.lines.push_back(readReward(cells));
    const QString status = cells.text(m_layout.header.find({u"Pledged Status", u"Pledge Status"})).toLower();
    const Money pledged = cells.amount(column(u"Pledge Amount"), ExcessDecimals::Round).value_or(0);
    if (status == u"collected")
        order.paid = qMin(pledged, order.lines.front().price.value_or(0));
    if (cells.isGood())
        harvest.records.push_back(std::move(order));
    else
        harvest.rejections.push_back(cells.rejection());
}

OrderLineRecord KickstarterBackers::readReward(CellReading &cells) const
{
    OrderLineRecord line;
    line.row = cells.row();
    line.units = 1;
    const QString id = cells.wholeCode(column(u"Reward ID"));
    const QString title = cells.text(column(u"Reward Title"));
    line.name = title.isEmpty() ? m_reward : title;
    bool isNumber = false;
    static_cast<void>(id.toLongLong(&isNumber));
    if (!id.isEmpty())
        line.sku = isNumber ? QStringLiteral("reward-") + id : skuFromName(id);
    else
        line.sku = skuFromName(line.name);
    line.price = cells.amount(column(u"Reward Minimum"), ExcessDecimals::Round);
    if (!line.price)
        line.price = cells.amount(column(u"Pledge Amount"), ExcessDecimals::Round);
    if (cells.yes(column(u"Rewards Sent?")).value_or(false))
        line.shipped = 1;
    return line;
}

} // namespace waitline
