#include "models/services/countservice.h"

#include "models/domain/order.h"
#include "models/domain/unitstext.h"
#include "models/services/unitofwork.h"
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

CountOutcome CountService::book(StockBook &book, ProductId id, const CountedLine &line)
{
    const StoredProduct &product = book.product(id);
    CountOutcome outcome{product.terms.sku, product.stock.onHand, line.counted, {}, {}};
    if (line.expected && *line.expected != outcome.before)
        throw Refusal{{Error::Kind::Conflict, "line",
                       sentence("Of %1 there are %2 on hand now, not %3: goods moved while you counted. Review the sheet again.")
                           .arg(outcome.sku)
                           .arg(outcome.before)
                           .arg(*line.expected)}};
    StockStore(m_connection).recordCount(book.operation(), id, outcome.before, line.counted);
    book.changeOnHand(id, QStringLiteral("count"), line.counted - outcome.before);
    outcome.takenBack = book.takeBackShortage(id, QStringLiteral("take_back"));
    return outcome;
}

Result<std::vector<CountOutcome>> CountService::countAll(const std::vector<CountedLine> &lines, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const std::vector<ProductId> products = resolve(lines);
        requireReason(reason);
        StockBook stock(m_connection);
        stock.lock(products);
        stock.setOperation(OperationStore(m_connection).insert(caller.stamp("count", reason)));
        std::vector<CountOutcome> outcomes;
        for (size_t i = 0; i < lines.size(); ++i)
            outcomes.push_back(book(stock, products[i], lines[i]));
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
        CountOutcome outcome{stock.product(id).terms.sku, stock.product(id).stock.onHand, 0, {}, {}};
        if (units > outcome.before)
            throw Refusal{refused("line", sentence("No more than %1 of %2 can be written off, not %3: so many are on hand.")
                                              .arg(unitsText(outcome.before), outcome.sku)
                                              .arg(units))};
        outcome.after = outcome.before - units;
        stock.setOperation(OperationStore(m_connection).insert(caller.stamp("damage", reason)));
        StockStore(m_connection).recordDamage(stock.operation(), id, units);
        stock.changeOnHand(id, QStringLiteral("damage"), -units);
        outcome.takenBack = stock.takeBackShortage(id, QStringLiteral("take_back"));
        outcome.served = stock.finish();
        return outcome;
    });
}

} // namespace waitline
