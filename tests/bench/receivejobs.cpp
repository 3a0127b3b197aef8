#include "models/services/receivingservice.h"
#include "models/store/queuestore.h"
#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"
#include "tests/bench/raw/raw.h"

#include <algorithm>
#include <memory>

namespace waitline::bench {

namespace {

const QString loop = QStringLiteral("a loop in C that rewrites rows");

struct LongestLine {
    ProductId product;
    QString sku;
};

LongestLine longestLine(Connection &connection)
{
    Rows rows = connection.run("SELECT s.product_id, p.sku FROM product_stock s JOIN product p ON p.id = s.product_id "
                               "ORDER BY s.waiting_lines DESC LIMIT 1");
    if (!rows.next())
        qFatal("The demo has no product.");
    return {rows.id<ProductId>(0), rows.text(1)};
}

/// The units that serve exactly the first `lines` of a line.
Units unitsOfFirst(Connection &connection, ProductId product, qint64 lines)
{
    Units units = 0;
    for (const QueueLine &line : QueueStore(connection).head(product, lines, false))
        units += line.units;
    return units;
}

void receive(Connection &connection, const QString &sku, Units units)
{
    ReceiptDraft draft;
    draft.lines.push_back({sku, units, 0});
    must(ReceivingService(connection).post(draft, caller()));
}

struct RawClose {
    void operator()(raw_receiving *receiving) const { raw_receiving_close(receiving); }
};

/// Both sides on a fresh copy of the same lines.
class Warehouse final {
public:
    explicit Warehouse(const Business &business) : m_business(business) { renew(); }

    void renew()
    {
        m_raw.reset();
        m_ours.reset();
        m_ours = opened(m_business.copy(QStringLiteral("receive.waitline")));
        m_longest = longestLine(*m_ours);
        m_business.remove(QStringLiteral("receive.raw"));
        const QByteArray rawPath = m_business.path(QStringLiteral("receive.raw")).toUtf8();
        raw_receive_create(rawPath.constData(), m_business.path(QStringLiteral("receive.waitline")).toUtf8().constData());
        m_raw.reset(raw_receiving_open(rawPath.constData()));
    }
    /// Serves the next `lines` lines on both sides, `rounds` times.
    Duel serve(int rounds, qint64 lines)
    {
        Units units = 0;
        return interleaved(rounds,
                           {[&] { units = unitsOfFirst(*m_ours, m_longest.product, lines); },
                            [&] { receive(*m_ours, m_longest.sku, units); }},
                           {{}, [&] { raw_receive(m_raw.get(), m_longest.product.value, units); }});
    }
    [[nodiscard]] qint64 waitingLines()
    {
        return m_ours->integer("SELECT waiting_lines FROM product_stock WHERE product_id = ?", m_longest.product);
    }
    Cost receiveUnits(int rounds, Units units)
    {
        return repeated(rounds, {{}, [&] { receive(*m_ours, m_longest.sku, units); }});
    }

private:
    const Business &m_business;
    std::unique_ptr<Connection> m_ours;
    std::unique_ptr<raw_receiving, RawClose> m_raw;
    LongestLine m_longest;
};

void addDuel(Figures &figures, const QString &job, const Duel &duel, double goal)
{
    figures.add({job, duel.ours.cpu, duel.raw.cpu, QStringLiteral("ms"), goal, loop});
}

} // namespace

void measureReceiving(const Business &business, const Effort &effort, Figures &figures)
{
    Warehouse warehouse(business);
    warehouse.serve(1, 12); // statements are prepared once, in both
    const Duel few = warehouse.serve(effort.rounds * 3, 12);
    figures.add({QStringLiteral("receive, serving 12 lines"), few.ours.cpu, few.raw.cpu, QStringLiteral("ms"), {}, loop});
    const Cost fewUnits = warehouse.receiveUnits(effort.rounds * 3, 12);
    const Cost hundred = warehouse.receiveUnits(effort.rounds * 3, 100);
    figures.add({QStringLiteral("receive 100 units into a line of %1").arg(warehouse.waitingLines()), hundred.cpu, fewUnits.cpu,
                 QStringLiteral("ms"), 3, QStringLiteral("a receipt of 12 units")});
    warehouse.renew();
    const qint64 thousand = std::clamp<qint64>(warehouse.waitingLines() / (effort.rounds + 2), 1, 1000);
    warehouse.serve(1, thousand);
    addDuel(figures, QStringLiteral("receive, serving %1 lines").arg(thousand), warehouse.serve(effort.rounds, thousand), 0.5);
    std::vector<Cost> ours;
    std::vector<Cost> raw;
    qint64 most = 0;
    for (int round = 0; round < effort.roundsOfLargest; ++round) {
        warehouse.renew();
        most = std::min<qint64>(100'000, warehouse.waitingLines());
        const Duel duel = warehouse.serve(1, most);
        ours.push_back(duel.ours);
        raw.push_back(duel.raw);
    }
    addDuel(figures, QStringLiteral("receive, serving %1 lines").arg(most), {median(ours), median(raw)}, 0.7);
}

void measureGrowth(const Business &business, const Effort &effort, Figures &figures)
{
    const auto connection = opened(business.copy(QStringLiteral("growth.waitline")));
    const LongestLine longest = longestLine(*connection);
    const QString size = QStringLiteral(" of %1 lines").arg(business.size().lines);
    receive(*connection, longest.sku, 12);
    const Cost receipt = repeated(effort.rounds * 3, {{}, [&] { receive(*connection, longest.sku, 12); }});
    figures.add({QStringLiteral("receive 12 units in a business") + size, receipt.cpu, {}, QStringLiteral("ms"), {}, {}});
    const Cost open = repeated(effort.rounds, {{}, [&] { const auto another = opened(business.path(QStringLiteral("growth.waitline"))); }});
    figures.add({QStringLiteral("open a business") + size, open.cpu, {}, QStringLiteral("ms"), {}, {}});
    figures.add({QStringLiteral("make a demo") + size, business.secondsToMake(), {}, QStringLiteral("s"), {}, {}});
}

} // namespace waitline::bench
