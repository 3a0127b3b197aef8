#include "models/services/orderpreview.h"

#include "models/domain/availability.h"
#include "models/services/orderplacing.h"
#include "models/services/unitofwork.h"
#include "models/store/customerstore.h"
#include "models/store/purchasestore.h"

#include <QCoreApplication>

#include <limits>
#include <map>
#include <numeric>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }

/// Behind every line there is: what the lines of a draft will be numbered by.
OrderLineId numberOf(size_t line) { return {std::numeric_limits<qint64>::max() / 2 + qint64(line)}; }

/// Fills the preview of a draft, product by product, as OrderPlacing would place it.
class Rehearsal final {
public:
    Rehearsal(Connection &connection, const OrderDraft &draft, const Caller &caller)
        : m_connection(connection)
        , m_draft(draft)
        , m_caller(caller)
        , m_book(connection)
        , m_punctuality(connection, caller.today())
        , m_placedAt(draft.placedAt.value_or(caller.now))
        , m_day(dayOf(m_placedAt))
        , m_campaign(connection, draft.campaign, CampaignCap::Lock::None)
        , m_customer(draft.customerId.isValid() ? draft.customerId : CustomerStore(connection).idOfName(draft.customer))
    {}

    OrderPreview run()
    {
        m_preview.lines.resize(m_draft.lines.size());
        std::map<ProductId, std::vector<size_t>> byProduct;
        for (size_t line = 0; line < m_draft.lines.size(); ++line) {
            if (const ProductId id = productOf(line); id.isValid())
                byProduct[id].push_back(line);
        }
        for (const auto &[id, lines] : byProduct) {
            m_book.load({id});
            describe(id, lines);
            sell(id, lines);
        }
        sumUp();
        for (const auto &[id, lines] : byProduct)
            serve(id, lines);
        return std::move(m_preview);
    }

private:
    ProductId productOf(size_t line)
    {
        const QString &sku = m_draft.lines[line].sku;
        const ProductId id = ProductStore(m_connection).idOfSku(sku);
        m_preview.lines[line].sku = sku;
        if (!id.isValid())
            m_preview.lines[line].refusal =
                notFound("line", sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(sku));
        return id;
    }

    void describe(ProductId id, const std::vector<size_t> &lines)
    {
        const StoredProduct &product = m_book.product(id);
        Units above = 0; // what the order's lines above take of it
        for (size_t line : lines) {
            LinePreview &seen = m_preview.lines[line];
            seen.sku = product.terms.sku;
            seen.name = product.terms.name;
            seen.unitPrice = m_draft.lines[line].unitPrice.value_or(product.terms.price);
            seen.deposit = product.terms.deposit;
            seen.preorder = product.terms.takesPreorders(m_day);
            seen.release = product.terms.release;
            seen.editionSize = product.terms.editionSize;
            if (const auto left = editionLeft(product.terms, product.stock))
                seen.editionLeft = std::max<Units>(0, *left - above);
            above += std::max<Units>(0, m_draft.lines[line].units);
            seen.customerLimit = product.terms.customerLimit;
        }
    }

    /// The caps, over all lines of the product together.
    void sell(ProductId id, const std::vector<size_t> &lines)
    {
        const StoredProduct &product = m_book.product(id);
        const auto allowed = attempt([&] {
            std::vector<Units> wishes;
            for (size_t line : lines) {
                const OrderLineDraft &wished = m_draft.lines[line];
                orRefuse(validateUnits(wished.units, "line", sentence("The units of %1").arg(wished.sku)));
                orRefuse(validateLineValue(wished.sku, wished.units, m_preview.lines[line].unitPrice, product.terms.deposit));
                wishes.push_back(wished.units);
            }
            const Units held = m_customer.isValid() && product.terms.customerLimit ? OrderStore(m_connection).heldBy(m_customer, id) : 0;
            const Units waits = OrderPlacing::mustFit(product, held, wishes, product.terms.takesPreorders(m_day), [] {});
            m_campaign.sell(id, product.terms.sku, std::accumulate(wishes.begin(), wishes.end(), Units(0)), [] {});
            return waits;
        });
        for (size_t line : lines) {
            if (!allowed)
                m_preview.lines[line].refusal = allowed.error();
        }
    }

    void sumUp()
    {
        for (size_t line = 0; line < m_draft.lines.size(); ++line) {
            const LinePreview &seen = m_preview.lines[line];
            if (seen.refusal)
                continue;
            m_preview.total += m_draft.lines[line].units * seen.unitPrice;
            m_preview.depositRequired += seen.deposit.required(m_draft.lines[line].units, seen.unitPrice);
        }
    }

    /// Who gets what of the free units, and where the rest stands in line.
    void serve(ProductId id, const std::vector<size_t> &lines)
    {
        const StoredProduct &product = m_book.product(id);
        const Money taken = m_draft.taken ? m_draft.taken->amount : 0;
        const int priority = m_draft.priority.value_or(CustomerStore(m_connection).priorityOf(m_customer));
        std::vector<QueueLine> newcomers;
        for (size_t line : lines) {
            if (m_preview.lines[line].refusal)
                return; // refused together
            newcomers.push_back({id,
                                 RankKey::natural(priority, m_placedAt, numberOf(line)),
                                 numberOf(line),
                                 {},
                                 m_draft.lines[line].units,
                                 m_preview.lines[line].unitPrice,
                                 m_preview.lines[line].preorder,
                                 taken >= m_preview.depositRequired});
        }
        const StockBook::Proposal proposal = m_book.propose(id, {}, newcomers);
        const std::vector<Supply> supplies = PurchaseStore(m_connection).supplies(id);
        for (size_t at = 0; at < lines.size(); ++at) {
            LinePreview &seen = m_preview.lines[lines[at]];
            seen.allocated = givenTo(proposal, newcomers[at].line);
            seen.waiting = newcomers[at].units - seen.allocated;
            if (seen.waiting > 0) {
                const Standing standing = standingOf(product, proposal, newcomers, at);
                seen.place = standing.place;
                seen.unitsAhead = standing.unitsAhead;
            }
            seen.coverage = coverage(proposal.plan.leftFree, supplies, seen.unitsAhead, seen.waiting, m_caller.today(), seen.release);
            if (product.terms.policy == AllocationPolicy::WholeLines)
                seen.coverage = seen.coverage.whole();
            seen.nextSupply = nextSupply(supplies, m_caller.today());
            if (seen.waiting > 0)
                seen.odds = m_punctuality.oddsOf(seen.coverage, seen.release, {});
        }
    }

    static Units givenTo(const StockBook::Proposal &proposal, OrderLineId line)
    {
        for (const PlannedAllocation &given : proposal.plan.given) {
            if (given.line == line)
                return given.units;
        }
        return 0;
    }

    /// Where a newcomer stands once the proposal is carried out.
    Standing standingOf(const StoredProduct &product, const StockBook::Proposal &proposal, const std::vector<QueueLine> &newcomers,
                        size_t at)
    {
        const RankKey &rank = newcomers[at].rank;
        Standing standing = QueueStore(m_connection).standing(product.id, rank, product.stock.waitingLines, product.stock.waiting());
        for (const PlannedAllocation &given : proposal.plan.given) {
            const QueueLine &line = proposal.queue[given.entry];
            if (line.rank < rank && line.line < newcomers.front().line) { // one of those who wait already
                standing.unitsAhead -= given.units;
                standing.place -= given.units == line.units ? 1 : 0;
            }
        }
        for (size_t before = 0; before < at; ++before) {
            const Units left = newcomers[before].units - givenTo(proposal, newcomers[before].line);
            standing.unitsAhead += left;
            standing.place += left > 0 ? 1 : 0;
        }
        return standing;
    }

    Connection &m_connection;
    const OrderDraft &m_draft;
    Caller m_caller;
    StockBook m_book;
    Punctuality m_punctuality;
    Instant m_placedAt;
    QDate m_day;
    CampaignCap m_campaign;
    CustomerId m_customer;
    OrderPreview m_preview;
};

} // namespace

Result<OrderPreview> previewOrder(Connection &connection, const OrderDraft &draft, const Caller &caller)
{
    return readIn(connection, [&] { return Rehearsal(connection, draft, caller).run(); });
}

} // namespace waitline
