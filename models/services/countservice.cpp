#include "models/services/countservice.h"

#include "models/domain/order.h"
#include "models/domain/unitstext.h"
#include "models/services/orderparts.h"
#include "models/services/unitofwork.h"
#include "models/store/noticestore.h"
#include "models/store/stockstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Counts", text); }

void requireReason(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
}

ProductId productOf(Connection &connection, const QString &sku)
{
    const ProductId id = ProductStore(connection).idOfSku(sku);
    if (!id.isValid())
        throw Refusal{notFound("sku", sentence("There is no product with SKU or barcode “%1”.").arg(sku))};
    return id;
}

} // namespace

/// The products of a sheet, each once.
std::vector<ProductId> CountService::resolve(const std::vector<CountedLine> &lines)
{
    if (lines.empty())
        throw Refusal{invalid("line", sentence("Nothing was counted: scan or enter at least one product."))};
    std::vector<ProductId> products;
    for (const CountedLine &line : lines) {
        if (line.counted < 0 || line.counted > mostUnitsOfALine)
            throw Refusal{invalid("line", sentence("The units counted of %1 must be from 0 to %2.").arg(line.sku).arg(mostUnitsOfALine))};
        const ProductId product = productOf(m_connection, line.sku);
        if (std::find(products.begin(), products.end(), product) != products.end())
            throw Refusal{invalid("line", sentence("%1 stands twice on the count sheet: enter its units once.").arg(line.sku))};
        products.push_back(product);
    }
    return products;
}

/// As far as the lines still hold what they were given.
void CountService::makeWait(StockBook &book, const std::vector<LineUnits> &served)
{
    for (const LineUnits &units : served) {
        if (const auto line = OrderStore(m_connection).line(units.line))
            book.release({queueLine(*line, std::min(units.units, line->allocated))}, QStringLiteral("take_back"), true);
    }
}

/// As far as the lines still wait for them.
void CountService::giveBack(StockBook &book, const std::vector<LineUnits> &taken)
{
    for (const LineUnits &units : taken) {
        const Units most = std::min(units.units, std::max<Units>(book.product(units.product).stock.available(), 0));
        if (const auto line = OrderStore(m_connection).line(units.line))
            book.giveBack(queueLine(*line, std::min(most, line->waiting)));
    }
}

CountOutcome CountService::book(StockBook &book, ProductId id, const CountedLine &line, const CountOutcome &undone)
{
    const StoredProduct &product = book.product(id);
    CountOutcome outcome{product.terms.sku, product.stock.onHand, line.counted, {}, {}, book.operation()};
    if (line.expected && *line.expected != outcome.before)
        throw Refusal{{Error::Kind::Conflict, "line",
                       sentence("Of %1 there are %2 on hand now, not %3: goods moved while you counted. Review the sheet again.")
                           .arg(outcome.sku)
                           .arg(outcome.before)
                           .arg(*line.expected)}};
    StockStore(m_connection).recordCount(book.operation(), id, outcome.before, line.counted);
    makeWait(book, undone.served);
    book.changeOnHand(id, QStringLiteral("count"), line.counted - outcome.before);
    outcome.takenBack = book.takeBackShortage(id, QStringLiteral("take_back"));
    giveBack(book, undone.takenBack);
    return outcome;
}

Result<std::vector<CountOutcome>> CountService::countAll(const std::vector<CountedLine> &lines, const QString &reason, const Caller &caller)
{
    return post(lines, std::vector<CountOutcome>(lines.size()), reason, caller);
}

Result<std::vector<CountOutcome>> CountService::takeBack(const std::vector<CountOutcome> &done, const QString &reason, const Caller &caller)
{
    std::vector<CountedLine> lines;
    for (const CountOutcome &outcome : done)
        lines.push_back({outcome.sku, outcome.before, outcome.after});
    return post(lines, done, reason, caller);
}

/// `undone` are the counts that are taken back with the lines of the sheet, or empty ones.
Result<std::vector<CountOutcome>> CountService::post(const std::vector<CountedLine> &lines, const std::vector<CountOutcome> &undone,
                                                     const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const std::vector<ProductId> products = resolve(lines);
        requireReason(reason);
        StockBook stock(m_connection);
        stock.lock(products);
        stock.setOperation(OperationStore(m_connection).insert(caller.stamp("count", reason)));
        std::vector<CountOutcome> outcomes;
        for (size_t i = 0; i < lines.size(); ++i)
            outcomes.push_back(book(stock, products[i], lines[i], undone[i]));
        for (const CountOutcome &outcome : undone) {
            if (outcome.operation.isValid())
                NoticeStore(m_connection).withdrawPreparedBy(outcome.operation, stock.operation());
        }
        for (const LineUnits &served : stock.finish()) {
            const auto product = std::find(products.begin(), products.end(), served.product);
            outcomes[size_t(product - products.begin())].served.push_back(served);
        }
        return outcomes;
    });
}

Result<CountOutcome> CountService::count(const QString &sku, Units counted, const QString &reason, const Caller &caller)
{
    auto outcomes = countAll({{sku, counted}}, reason, caller);
    if (!outcomes)
        return outcomes.error();
    return outcomes->front();
}

Result<std::vector<CountVariance>> CountService::review(const std::vector<CountedLine> &lines)
{
    return readIn(m_connection, [&] {
        const std::vector<ProductId> products = resolve(lines);
        std::vector<CountVariance> variances;
        for (size_t i = 0; i < lines.size(); ++i) {
            const auto product = ProductStore(m_connection).find(products[i]);
            variances.push_back({product->id, product->terms.sku, product->terms.name, product->stock.onHand, product->stock.allocated,
                                 lines[i].counted, product->terms.cost});
        }
        return variances;
    });
}

Result<CountOutcome> CountService::writeOff(const QString &sku, Units units, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        orRefuse(validateUnits(units, "line", sentence("The units written off of %1").arg(sku)));
        requireReason(reason);
        const ProductId id = productOf(m_connection, sku);
        StockBook stock(m_connection);
        stock.lock({id});
        CountOutcome outcome{stock.product(id).terms.sku, stock.product(id).stock.onHand, 0, {}, {}, {}};
        if (units > outcome.before)
            throw Refusal{refused("line", sentence("No more than %1 of %2 can be written off, not %3: so many are on hand.")
                                              .arg(unitsText(outcome.before), outcome.sku)
                                              .arg(units))};
        outcome.after = outcome.before - units;
        stock.setOperation(OperationStore(m_connection).insert(caller.stamp("damage", reason)));
        outcome.operation = stock.operation();
        StockStore(m_connection).recordDamage(stock.operation(), id, units);
        stock.changeOnHand(id, QStringLiteral("damage"), -units);
        outcome.takenBack = stock.takeBackShortage(id, QStringLiteral("take_back"));
        outcome.served = stock.finish();
        return outcome;
    });
}

} // namespace waitline
