#include "models/services/whatif.h"

#include "models/domain/arrivals.h"
#include "models/services/purchaseservice.h"
#include "models/services/unitofwork.h"
#include "models/store/productstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <tuple>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("WhatIf", text); }

/// What comes today is given out before what is overdue: that has not come. What is only expected for today has not either.
enum class Assumed { Comes, IsExpected };

std::vector<Supply> changed(std::vector<Supply> supplies, PurchaseId purchase, ProductId product, const WhatIf &change, QDate today,
                            Assumed assumed)
{
    std::erase_if(supplies, [&](const Supply &supply) { return supply.purchase == purchase; });
    for (const WhatIf::Part &part : change.parts) {
        const auto units = part.units.find(product);
        if (units != part.units.end() && units->second > 0)
            supplies.push_back({units->second, part.day, purchase, false, change.policy});
    }
    const auto turn = [&](const Supply &supply) {
        const bool isNow = assumed == Assumed::Comes && supply.purchase == purchase && supply.day <= today;
        return std::tuple(!isNow, supply.day, supply.purchase);
    };
    std::stable_sort(supplies.begin(), supplies.end(), [&](const Supply &a, const Supply &b) { return turn(a) < turn(b); });
    return supplies;
}

/// One product's lines, before and after.
class Comparison final {
public:
    Comparison(Connection &connection, const StoredProduct &product) : m_connection(connection), m_product(product)
    {
        m_queue = QueueStore(connection).head(product.id, std::numeric_limits<qint64>::max(), true);
        for (const QueueLine &line : m_queue)
            m_entries.push_back({line.line, line.units, line.depositMet});
        WaitingStore(connection).walk(product.id, {true, false}, [&](const WaitingStep &step) {
            if (step.promise)
                m_promises.emplace(step.line, *step.promise);
        });
    }

    void compare(const std::vector<Supply> &before, const std::vector<Supply> &after, QDate today, WhatIfOutcome &outcome, size_t most)
    {
        const auto &terms = m_product.terms;
        const Units available = m_product.stock.available();
        const std::vector<QDate> now = servedOn(available, before, m_entries, terms.policy, today, terms.release);
        const std::vector<QDate> then = servedOn(available, after, m_entries, terms.policy, today, terms.release);
        const size_t first = outcome.lines.size();
        for (size_t i = 0; i < m_queue.size(); ++i) {
            if (now[i] == then[i])
                continue;
            const QueueLine &queued = m_queue[i];
            AffectedLine line{queued.order, queued.line, {}, terms.sku, queued.units, now[i], then[i], {}};
            if (const auto promise = m_promises.find(queued.line); promise != m_promises.end())
                line.promise = promise->second;
            (line.isSooner() ? outcome.sooner : outcome.later) += 1;
            outcome.broken += line.breaksPromise();
            outcome.mended += mendsPromise(line);
            if (outcome.lines.size() < most)
                outcome.lines.push_back(line);
        }
        nameCustomers(outcome.lines, first);
    }

private:
    void nameCustomers(std::vector<AffectedLine> &lines, size_t first)
    {
        std::vector<OrderLineId> named;
        for (size_t i = first; i < lines.size(); ++i)
            named.push_back(lines[i].line);
        const std::vector<WaitingDetail> details = WaitingStore(m_connection).lines(named);
        for (size_t i = 0; i < details.size(); ++i)
            lines[first + i].customer = details[i].customer;
    }

    Connection &m_connection;
    const StoredProduct &m_product;
    std::vector<QueueLine> m_queue;
    std::vector<WaitingEntry> m_entries;
    std::map<OrderLineId, QDate> m_promises;
};

WhatIfOutcome compared(Connection &connection, const StoredPurchase &purchase, const WhatIf &change, QDate today, size_t most,
                       Assumed assumed)
{
    std::map<ProductId, Units> open;
    for (const StoredPurchaseLine &line : purchase.lines) {
        if (line.onOrder() > 0)
            open[line.product] += line.onOrder();
    }
    for (const WhatIf::Part &part : change.parts) {
        for (const auto &[product, units] : part.units)
            open.try_emplace(product, 0);
    }
    WhatIfOutcome outcome;
    for (const auto &[productId, units] : open) {
        const auto product = ProductStore(connection).find(productId);
        if (!product)
            throw Refusal{notFound("sku", sentence("A product of it does not exist any more."))};
        Units coming = 0;
        for (const WhatIf::Part &part : change.parts) {
            if (const auto some = part.units.find(productId); some != part.units.end())
                coming += some->second;
        }
        outcome.notComing += std::max<Units>(0, units - coming);
        const std::vector<Supply> before = PurchaseStore(connection).supplies(productId);
        Comparison(connection, *product)
            .compare(before, changed(before, purchase.id, productId, change, today, assumed), today, outcome, most);
    }
    return outcome;
}

} // namespace

bool mendsPromise(const AffectedLine &line)
{
    const auto holds = [&](QDate day) { return day.isValid() && day <= *line.promise; };
    return line.promise && !holds(line.before) && holds(line.after);
}

WhatIf asOrdered(const StoredPurchase &purchase, QDate day)
{
    WhatIf change;
    change.parts = {{day, {}}};
    for (const StoredPurchaseLine &line : purchase.lines) {
        if (line.onOrder() > 0)
            change.parts.front().units[line.product] += line.onOrder();
    }
    return change;
}

Result<WhatIfOutcome> whatIf(Connection &connection, PurchaseId id, const WhatIf &change, QDate today, size_t most)
{
    return readIn(connection, [&] {
        const auto purchase = PurchaseStore(connection).find(id);
        if (!purchase)
            throw unknownPurchase(id);
        return compared(connection, *purchase, change, today, most, Assumed::Comes);
    });
}

std::vector<AffectedLine> affectedBy(Connection &connection, const StoredPurchase &purchase, QDate day, QDate today, size_t most)
{
    return compared(connection, purchase, day.isValid() ? asOrdered(purchase, day) : WhatIf(), today, most, Assumed::IsExpected).lines;
}

} // namespace waitline
