#include "models/domain/foldedtext.h"
#include "models/services/orderservice.h"
#include "models/services/receivingservice.h"
#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"
#include "tests/bench/raw/raw.h"

#include <memory>

namespace waitline::bench {

namespace {

constexpr int mostServedProducts = 50;

struct RawClose {
    void operator()(raw_placing *placing) const { raw_placing_close(placing); }
};

QStringList column(Connection &connection, const QString &sql, int limit)
{
    QStringList values;
    Rows rows = connection.run(sql, {limit});
    while (rows.next())
        values += rows.text(0);
    return values;
}

/// Orders of two lines each, one served at once and one that waits, written the same on both sides.
class Desk final {
public:
    explicit Desk(const Business &business)
    {
        const QString path = business.copy(QStringLiteral("place.waitline"));
        m_ours = opened(path);
        choose(*m_ours);
        stockUp(*m_ours);
        m_ours.reset(); // closed, so that all of it is in the file
        m_raw.reset(raw_placing_open(business.copy(QStringLiteral("place.raw"), QStringLiteral("place.waitline")).toUtf8().constData()));
        m_ours = opened(path);
    }

    /// Prepares the next `count` orders for both sides.
    void prepare(int count)
    {
        m_drafts.clear();
        m_texts.clear();
        for (int i = 0; i < count; ++i, ++m_next) {
            OrderDraft draft;
            draft.customer = m_customers[(m_next * 37) % m_customers.size()];
            draft.lines = {{m_inStock[m_next % m_inStock.size()], 1, {}}, {m_soldOut.front(), 1, {}}};
            m_texts.push_back({folded(draft.customer).toUtf8(), draft.lines[0].sku.toUtf8(), draft.lines[1].sku.toUtf8()});
            m_drafts.push_back(std::move(draft));
        }
        m_rawOrders.clear();
        for (const Texts &texts : m_texts)
            m_rawOrders.push_back({texts.customer.constData(), texts.served.constData(), texts.waiting.constData(), caller().now});
    }
    Duel each(int rounds, int count)
    {
        return interleaved(rounds,
                           {[&] { prepare(count); },
                            [&] {
                                for (const OrderDraft &draft : m_drafts)
                                    must(OrderService(*m_ours).place(draft, caller()));
                            }},
                           {{}, [&] { raw_place_each(m_raw.get(), m_rawOrders.data(), int(m_rawOrders.size())); }});
    }
    Duel batch(int rounds, int count)
    {
        return interleaved(rounds, {[&] { prepare(count); }, [&] { must(OrderService(*m_ours).placeAll(m_drafts, caller())); }},
                           {{}, [&] { raw_place_batch(m_raw.get(), m_rawOrders.data(), int(m_rawOrders.size())); }});
    }

private:
    void choose(Connection &connection)
    {
        const QString ordinary =
            QStringLiteral("SELECT p.sku FROM product p JOIN product_stock s ON s.product_id = p.id WHERE p.policy = 0 "
                           "AND p.release_day IS NULL AND p.backorder_limit IS NULL AND p.discontinued = 0 AND ");
        m_inStock =
            column(connection, ordinary + u"s.on_hand > s.allocated ORDER BY s.on_hand - s.allocated DESC LIMIT ?", mostServedProducts);
        m_soldOut =
            column(connection, ordinary + u"s.waiting_backorder > 0 AND s.on_hand = s.allocated ORDER BY s.waiting_lines DESC LIMIT ?", 1);
        m_customers = column(connection, QStringLiteral("SELECT name FROM customer ORDER BY id LIMIT ?"), 5000);
        if (m_inStock.isEmpty() || m_soldOut.isEmpty())
            qFatal("The demo has too few products for this benchmark: make it larger.");
    }
    /// Enough of everything for all rounds.
    void stockUp(Connection &connection)
    {
        constexpr Units plenty = 1'000'000;
        ReceiptDraft draft;
        for (const QString &sku : m_inStock)
            draft.lines.push_back({sku, plenty, 0});
        must(ReceivingService(connection).post(draft, caller()));
    }

    struct Texts {
        QByteArray customer;
        QByteArray served;
        QByteArray waiting;
    };
    std::unique_ptr<Connection> m_ours;
    std::unique_ptr<raw_placing, RawClose> m_raw;
    QStringList m_inStock;
    QStringList m_soldOut;
    QStringList m_customers;
    std::vector<OrderDraft> m_drafts;
    std::vector<Texts> m_texts;
    std::vector<raw_order> m_rawOrders;
    qsizetype m_next = 0;
};

void add(Figures &figures, const QString &job, const Duel &duel, int orders, double goal)
{
    figures.add({job, duel.ours.cpu / orders * 1000, duel.raw.cpu / orders * 1000, QStringLiteral("µs"), goal,
                 QStringLiteral("the same rows from C")});
}

} // namespace

void measurePlacing(const Business &business, const Effort &effort, Figures &figures)
{
    constexpr int single = 100;
    constexpr int batched = 100;
    Desk desk(business);
    desk.each(1, 10);
    add(figures, QStringLiteral("place one order of 2 lines, durable"), desk.each(effort.rounds, single), single, 1.6);
    desk.batch(1, 10);
    add(figures, QStringLiteral("place orders of 2 lines in batches of %1").arg(batched), desk.batch(effort.rounds, batched), batched, 1.5);
}

} // namespace waitline::bench
