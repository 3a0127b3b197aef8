#include "models/services/demobusiness.h"

#include "models/services/campaigns.h"
#include "models/services/democampaigns.h"
#include "models/services/democustomers.h"
#include "models/services/demohistory.h"
#include "models/services/demoorders.h"
#include "models/services/demopurchases.h"
#include "models/services/demosales.h"
#include "models/services/storesettings.h"
#include "models/services/unitofwork.h"
#include "models/store/noticestore.h"
#include "models/store/productstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Demo", text); }

constexpr int daysOfAWeek = 7;
constexpr int weeksOfADelivery = 13;

void mustBeSensible(Connection &connection, const DemoSize &size)
{
    if (size.products < 1 || size.customers < 1 || size.lines < 0 || size.weeks < weeksOfADelivery)
        throw Refusal{invalid("demo", sentence("A demo needs at least one product and one customer: enter larger numbers."))};
    if (!ProductStore(connection).all().empty())
        throw Refusal{{Error::Kind::Conflict, "database", sentence("The database has products already: make the demo in a new one.")}};
}

/// The making of one demo business, inside a write transaction.
class DemoBusiness final {
public:
    DemoBusiness(Connection &connection, const DemoSize &size, Instant now, const Progress &progress)
        : m_connection(connection)
        , m_size(size)
        , m_desk(size.seed, now)
        , m_progress(progress)
    {}

    void make()
    {
        nameIt();
        m_catalogue = demoCatalogue(m_size, m_desk.today());
        addProducts(m_connection, m_desk, m_catalogue);
        m_customers.details = demoCustomers(m_size.customers);
        m_customers.ids = CustomerStore(m_connection).insertAll(m_customers.details);
        writeHistory(m_connection, m_size, m_desk, m_catalogue);
        tell(0);
        DemoPurchases purchases(m_connection, m_desk, m_catalogue, m_size.seed);
        DemoOrders orders(m_connection, m_desk, m_catalogue, m_customers, m_size);
        const DemoSales sales(m_size, m_desk, m_catalogue);
        for (int week = m_size.weeks; week >= 1; --week) {
            if (week % weeksOfADelivery == 0)
                deliver(purchases, sales, week);
            tell(sales.writeWeek(m_connection, m_desk, m_customers, week));
            for (int daysAgo = daysOfAWeek * week; daysAgo > daysOfAWeek * (week - 1); --daysAgo)
                tell(orders.placeDay(daysAgo, purchases));
        }
        tell(orders.placeDay(0, purchases));
        orders.changeSome();
        purchases.orderMore();
        planCampaigns();
        NoticeStore(m_connection).forgetAll(); // its customers were told
    }

private:
    /// Its papers and notices say whose they are.
    void nameIt()
    {
        StoreSettings settings = readSettings(m_connection);
        settings.business = QStringLiteral("Lantern & Pawn Games");
        settings.address = QStringLiteral("12 Harbour Row\nBristol BS1 4QA\nUnited Kingdom");
        settings.email = QStringLiteral("desk@lanternpawn.example");
        keepSettings(m_connection, settings);
    }

    /// What will be sold until the next delivery; the last one also leaves what is kept in stock.
    void deliver(DemoPurchases &purchases, const DemoSales &sales, int week)
    {
        std::vector<Units> units = sales.unitsSold(week, week - weeksOfADelivery + 1);
        for (size_t i = 0; week == weeksOfADelivery && i < units.size(); ++i)
            units[i] += m_catalogue[i].keptInStock;
        purchases.deliver(units, m_desk.day(-daysOfAWeek * (week + 1)));
    }

    /// What the campaigns are about that the orders name.
    void planCampaigns()
    {
        QStringList hits;
        for (const DemoProduct &product : m_catalogue) {
            if (product.role == DemoRole::Hit)
                hits += product.terms.sku;
        }
        const auto terms = [this](const DemoCampaign &campaign, const QString &name, const QStringList &products, Money budget,
                                  std::optional<Units> edition) {
            return CampaignTerms{
                QString::fromLatin1(campaign.code), name, m_desk.day(campaign.from), m_desk.day(campaign.to), products, budget, edition};
        };
        const CampaignTerms campaigns[] = {terms(demoAnnouncement, QStringLiteral("Announcement of the hit"), hits, 180'000, {}),
                                           terms(demoConvention, QStringLiteral("Stand at the convention"), hits, 420'000, 1000),
                                           terms(demoNewsletter, QStringLiteral("Newsletter of the month"), {}, 25'000, {})};
        for (const CampaignTerms &campaign : campaigns)
            orRefuse(CampaignService(m_connection).add(campaign, m_desk.caller(m_desk.now())));
    }

    void tell(qint64 lines)
    {
        m_done += lines;
        if (m_progress && !m_progress(m_done, m_size.lines))
            throw Refusal{{Error::Kind::Cancelled, {}, sentence("The demo was stopped; nothing of it was kept.")}};
    }

    Connection &m_connection;
    DemoSize m_size;
    DemoDesk m_desk;
    const Progress &m_progress;
    DemoCatalogue m_catalogue;
    DemoCustomers m_customers;
    qint64 m_done = 0;
};

} // namespace

Result<Done> makeDemoBusiness(Connection &connection, const DemoSize &size, Instant now, const Progress &progress)
{
    return writeIn(connection, [&] {
        mustBeSensible(connection, size);
        DemoBusiness(connection, size, now, progress).make();
        return Done{};
    });
}

} // namespace waitline
