#include "models/services/campaigns.h"

#include "models/services/unitofwork.h"
#include "models/store/operationstore.h"
#include "models/store/ordereditstore.h"
#include "models/store/orderstore.h"
#include "models/store/productstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Campaigns", text); }

StoredCampaign mustFind(CampaignStore &store, const QString &code)
{
    const auto campaign = store.find(code);
    if (!campaign)
        throw Refusal{notFound("code", sentence("There is no campaign “%1”.").arg(code))};
    return *campaign;
}

/// Each day's units, zeros too.
std::vector<Units> dayByDay(const std::vector<UnitsOnDay> &days, QDate from, QDate to)
{
    std::vector<Units> units(size_t(from.daysTo(to) + 1), 0);
    for (const UnitsOnDay &day : days)
        units[size_t(day.day - toDayNumber(from))] += day.units;
    return units;
}

Units sumOf(const std::vector<Units> &units) { return std::accumulate(units.begin(), units.end(), Units(0)); }

/// What happened in its days and before them, all orders in both: an order that names the campaign early was demand, too.
void addDays(CampaignStore &store, CampaignResult &result, QDate today)
{
    const CampaignTerms &terms = result.campaign.terms;
    const CampaignId id = result.campaign.id;
    if (!terms.first || *terms.first > today)
        return;
    const QDate last = std::min(*terms.last, today);
    const std::vector<Units> during = dayByDay(store.allDays(id, *terms.first, last), *terms.first, last);
    result.pace = DailyPace{*terms.first, last, sumOf(during)};
    result.ownInDays = sumOf(dayByDay(store.ownDays(id, *terms.first, last), *terms.first, last));
    result.refused = store.refused(id, *terms.first, last);
    result.baseline = baselineBefore(*terms.first, store.firstOrdered(id));
    if (!result.baseline)
        return;
    const QDate from = result.baseline->first;
    const QDate to = result.baseline->last;
    const std::vector<Units> before = dayByDay(store.allDays(id, from, to), from, to);
    result.baseline->units = sumOf(before);
    result.interval = upliftInterval(during, before);
}

CampaignResult read(CampaignStore &store, const StoredCampaign &campaign, QDate today)
{
    CampaignResult result;
    result.campaign = campaign;
    result.orders = store.orders(campaign.id);
    result.newCustomers = store.newCustomers(campaign.id);
    result.money = store.money(campaign.id);
    result.kept = store.kept(campaign.id);
    addDays(store, result, today);
    return result;
}

} // namespace

std::optional<double> CampaignResult::conversion() const
{
    const Units sold = pace ? pace->units : 0;
    return sold + refused > 0 ? std::optional(double(sold) / double(sold + refused)) : std::nullopt;
}

std::optional<Money> CampaignResult::costPerUnit() const
{
    if (campaign.terms.budget <= 0 || orders.units() <= 0)
        return std::nullopt;
    return proportion(campaign.terms.budget, 1, orders.units());
}

std::optional<double> CampaignResult::shareOfEdition() const
{
    return campaign.terms.edition ? std::optional(double(orders.units()) / double(*campaign.terms.edition)) : std::nullopt;
}

Result<std::vector<CampaignResult>> campaignResults(Connection &connection, QDate today)
{
    return readIn(connection, [&] {
        CampaignStore store(connection);
        std::vector<CampaignResult> results;
        for (const StoredCampaign &campaign : store.all())
            results.push_back(read(store, campaign, today));
        return results;
    });
}

Result<CampaignResult> campaignResult(Connection &connection, const QString &code, QDate today)
{
    return readIn(connection, [&] {
        CampaignStore store(connection);
        return read(store, mustFind(store, code), today);
    });
}

Result<CampaignCourse> campaignCourse(Connection &connection, const QString &code, QDate today)
{
    return readIn(connection, [&] {
        CampaignStore store(connection);
        CampaignCourse course{read(store, mustFind(store, code), today), {}, SettingStore(connection).currency()};
        const CampaignResult &result = course.result;
        if (!result.pace)
            return course;
        const QDate from = result.pace->first.addDays(-baselineDays);
        const QDate to = result.pace->last;
        for (QDate day = from; day <= to; day = day.addDays(1))
            course.days.push_back({day, 0, 0});
        const auto at = [&](DayNumber day) -> CampaignDay & { return course.days[size_t(day - toDayNumber(from))]; };
        for (const UnitsOnDay &day : store.allDays(result.campaign.id, from, to))
            at(day.day).other += day.units;
        for (const UnitsOnDay &day : store.ownDays(result.campaign.id, from, to)) {
            at(day.day).own += day.units;
            at(day.day).other -= day.units;
        }
        return course;
    });
}

void CampaignService::save(const CampaignTerms &terms, const Caller &caller)
{
    orRefuse(validate(terms));
    std::vector<ProductId> products;
    for (const QString &sku : terms.skus) {
        const ProductId id = ProductStore(m_connection).idOfSku(sku);
        if (!id.isValid())
            throw Refusal{notFound("product", sentence("There is no product with SKU or barcode “%1”.").arg(sku))};
        if (std::find(products.begin(), products.end(), id) == products.end())
            products.push_back(id);
    }
    const OperationId operation = OperationStore(m_connection).insert(caller.stamp("campaign", terms.code));
    CampaignStore(m_connection).save(operation, terms, products);
    CampaignStore(m_connection).forgiveExcess(terms.code); // what it has sold stays sold
}

Result<CampaignTerms> CampaignService::add(const CampaignTerms &terms, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        CampaignTerms added = terms;
        added.code = added.code.trimmed();
        if (const auto known = CampaignStore(m_connection).find(added.code); known && known->isPlanned)
            throw Refusal{{Error::Kind::Conflict, "code",
                           sentence("There is a campaign “%1” already: change it, or use another code.").arg(added.code)}};
        save(added, caller);
        return CampaignStore(m_connection).find(added.code)->terms;
    });
}

Result<CampaignTerms> CampaignService::change(const QString &code, const std::function<Result<Done>(CampaignTerms &)> &change,
                                              const Caller &caller)
{
    return writeIn(m_connection, [&] {
        CampaignStore store(m_connection);
        CampaignTerms terms = mustFind(store, code).terms;
        orRefuse(change(terms));
        terms.code = code;
        save(terms, caller);
        return store.find(code)->terms;
    });
}

Result<qint64> CampaignService::assign(const QString &code, const std::vector<OrderId> &orders, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        CampaignStore campaigns(m_connection);
        mustFind(campaigns, code);
        if (orders.empty())
            throw Refusal{invalid("order", sentence("No order is named: give the numbers of those that came by the campaign."))};
        const OperationId operation = OperationStore(m_connection).insert(caller.stamp("campaign_assign", code));
        OrderStore store(m_connection);
        qint64 given = 0;
        for (OrderId id : orders) {
            const auto order = store.lock(id);
            if (!order)
                throw Refusal{notFound("order", sentence("There is no order %1.").arg(id.value))};
            if (order->campaign == code)
                continue;
            store.setTerms(id, code, order->shipComplete, order->reference, order->note);
            OrderEditStore(m_connection).insert(operation, {id, {}, QStringLiteral("campaign"), order->campaign, code});
            m_connection.changes().orders.insert(id);
            ++given;
        }
        campaigns.forgiveExcess(code); // they were sold before
        return given;
    });
}

} // namespace waitline
