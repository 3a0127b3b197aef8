#include "models/services/shorteditions.h"

#include "models/domain/order.h"
#include "models/domain/unitstext.h"
#include "models/services/ordernotices.h"
#include "models/services/orderparts.h"
#include "models/services/orderview.h"
#include "models/services/unitofwork.h"
#include "models/store/campaignstore.h"
#include "models/store/correctionstore.h"
#include "models/store/noticestore.h"

#include <QCoreApplication>
#include <QSet>

#include <limits>
#include <set>

namespace waitline {

namespace {

constexpr AllocationPolicy compared[] = {AllocationPolicy::FirstCome, AllocationPolicy::FairShare, AllocationPolicy::OneEach,
                                         AllocationPolicy::PaidFirst};

QString sentence(const char *text) { return QCoreApplication::translate("ShortEditions", text); }

/// What an order is worth, and what is held of its money.
struct OrderWorth {
    QString customer;
    Money total = 0;
    Money held = 0;

    [[nodiscard]] Money refundDue() const { return std::max<Money>(0, held - total); }
};

OrderWorth worthOf(Connection &connection, OrderId id)
{
    const auto order = OrderStore(connection).find(id);
    OrderWorth worth{order->customerName, 0, order->held()};
    for (const StoredOrderLine &line : OrderStore(connection).lines(id))
        worth.total += line.active() * line.unitPrice;
    return worth;
}

} // namespace

StoredProduct ShortEditions::productOf(const QString &sku)
{
    const ProductId id = ProductStore(m_connection).idOfSku(sku);
    const auto product = id.isValid() ? ProductStore(m_connection).find(id) : std::nullopt;
    if (!product)
        throw Refusal{notFound("sku", sentence("There is no product with SKU or barcode “%1”.").arg(sku))};
    return *product;
}

ShortEditions::Line ShortEditions::read(const StoredProduct &product, Units size)
{
    orRefuse(validateUnits(size, "size", sentence("The size of the edition")));
    const Units gone = product.stock.shipped + product.stock.allocated;
    if (size < gone)
        throw Refusal{refused("size", sentence("The edition of %1 cannot be smaller than %2: so many are shipped or allocated already.")
                                          .arg(product.terms.sku, unitsText(gone)))};
    if (const Units sold = gone + product.stock.waiting(); size >= sold)
        throw Refusal{
            refused("size", sentence("%1 of %2 are sold: enter fewer, or there is nothing to cut.").arg(unitsText(sold), product.terms.sku))};
    Line line;
    line.left = size - gone;
    line.queue = QueueStore(m_connection).head(product.id, std::numeric_limits<qint64>::max(), true);
    for (const QueueLine &waiting : line.queue)
        line.entries.push_back({waiting.line, waiting.units, waiting.depositMet});
    return line;
}

EditionChoice ShortEditions::choose(const Line &line, AllocationPolicy policy)
{
    const EditionPlan plan = planShortEdition(line.left, line.entries, policy);
    EditionChoice choice{policy, {}, plan.cut, plan.emptied, 0, plan.leftFree};
    std::map<OrderId, OrderWorth> orders;
    for (const EditionCut &cut : plan.cuts) {
        const QueueLine &waiting = line.queue[cut.entry];
        const auto [worth, isNew] = orders.try_emplace(waiting.order);
        if (isNew)
            worth->second = worthOf(m_connection, waiting.order);
        const Money before = worth->second.refundDue();
        worth->second.total -= cut.cut * waiting.unitPrice;
        const Money due = worth->second.refundDue() - before;
        choice.losses.push_back({waiting.order, waiting.line, worth->second.customer, waiting.units, cut.cut, due});
        choice.refundDue += due;
    }
    return choice;
}

Result<std::vector<EditionChoice>> ShortEditions::compare(const QString &sku, Units size)
{
    return readIn(m_connection, [&] {
        const Line line = read(productOf(sku), size);
        std::vector<EditionChoice> choices;
        for (AllocationPolicy policy : compared)
            choices.push_back(choose(line, policy));
        return choices;
    });
}

Result<EditionCutDone> ShortEditions::cut(const QString &sku, Units size, const EditionChoice &choice, const QString &reason,
                                          const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        StockBook book(m_connection);
        const ProductId id = productOf(sku).id;
        book.lock({id});
        StoredProduct &product = book.product(id);
        const Line line = read(product, size);
        if (choose(line, choice.policy) != choice)
            throw Refusal{{Error::Kind::Conflict, "choice",
                           sentence("The waiting line has changed since it was compared, and nothing was cut: look again and cut then.")}};
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("cut_edition", reason)));
        EditionCutDone done{book.operation(), product.terms.sku, product.terms.editionSize, size, choice, 0};
        std::set<OrderId> orders;
        for (const EditionCut &cut : planShortEdition(line.left, line.entries, choice.policy).cuts) {
            book.changeWaiting(line.queue[cut.entry], -cut.cut);
            OrderStore(m_connection).cancel(book.operation(), cut.line, cut.cut);
            orders.insert(line.queue[cut.entry].order);
        }
        ProductTerms terms = product.terms;
        terms.barcodes = ProductStore(m_connection).barcodes(id);
        terms.editionSize = size;
        ProductStore(m_connection).update(id, terms);
        product.terms.editionSize = size;
        for (OrderId order : orders)
            refreshDeposit(m_connection, order);
        book.finish();
        for (OrderId order : orders) {
            tellShortened(m_connection, readOrder(m_connection, order, caller.today()), book.operation());
            ++done.notices;
        }
        return done;
    });
}

Result<Units> ShortEditions::takeBack(const EditionCutDone &done, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        StockBook book(m_connection);
        const ProductId id = productOf(done.sku).id;
        book.lock({id});
        CorrectionStore corrections(m_connection);
        const auto cancelled = corrections.standingOf(done.operation);
        if (cancelled.empty() && !done.choice.losses.empty())
            throw Refusal{refused("operation", sentence("This cut was taken back already."))};
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("undo_cut_edition", reason)));
        Units again = 0;
        QSet<QString> campaigns;
        for (const auto &[lineId, units] : cancelled) {
            const auto line = OrderStore(m_connection).line(lineId);
            corrections.takeBackCancellation(done.operation, lineId, book.operation());
            book.changeWaiting(queueLine(*line, 0), units);
            refreshDeposit(m_connection, line->order);
            again += units;
            campaigns.insert(OrderStore(m_connection).find(line->order)->campaign);
        }
        StoredProduct &product = book.product(id);
        ProductTerms terms = product.terms;
        terms.barcodes = ProductStore(m_connection).barcodes(id);
        terms.editionSize = done.sizeBefore;
        ProductStore(m_connection).update(id, terms);
        product.terms.editionSize = done.sizeBefore;
        book.forgiveExcess(id); // they were sold before the cut
        for (const QString &code : std::as_const(campaigns))
            CampaignStore(m_connection).forgiveExcess(code);
        book.fitCustomerLimit(id);
        NoticeStore(m_connection).withdrawPreparedBy(done.operation, book.operation());
        book.finish();
        return again;
    });
}

} // namespace waitline
