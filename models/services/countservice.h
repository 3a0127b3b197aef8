#pragma once

#include "models/services/caller.h"
#include "models/services/stockbook.h"

namespace waitline {

class Connection;

struct CountOutcome {
    QString sku;
    Units before = 0;
    Units after = 0;
    std::vector<LineUnits> takenBack;
    std::vector<LineUnits> served;
    OperationId operation;
};

/// A product of a count sheet.
struct CountedLine {
    QString sku;
    Units counted = 0;
    std::optional<Units> expected = {}; ///< on hand when the sheet was reviewed; another number since then is refused
};

/// What a count sheet would change.
struct CountVariance {
    ProductId product;
    QString sku;
    QString name;
    Units onHand = 0;
    Units allocated = 0;
    Units counted = 0;
    Money unitCost = 0;

    [[nodiscard]] Units difference() const { return counted - onHand; }
    [[nodiscard]] Units takenBack() const { return qMax<Units>(0, allocated - counted); }
};

/// Stock counts and damage: on hand becomes what was counted, or less by what was written off. With fewer units than
/// are allocated, the lowest-ranked lines give theirs back; with more, the line is served (product.md §2.7).
class CountService final {
public:
    explicit CountService(Connection &connection) : m_connection(connection) {}

    Result<CountOutcome> count(const QString &sku, Units counted, const QString &reason, const Caller &caller);
    /// A whole sheet in one operation: all or none.
    Result<std::vector<CountOutcome>> countAll(const std::vector<CountedLine> &lines, const QString &reason, const Caller &caller);
    /// What countAll() would find, product by product in the order given; writes nothing.
    Result<std::vector<CountVariance>> review(const std::vector<CountedLine> &lines);
    /// Units that are broken or cannot be found leave the stock.
    Result<CountOutcome> writeOff(const QString &sku, Units units, const QString &reason, const Caller &caller);
    /// Takes counts or write-offs back, in one operation: on hand is what it was, units go back to the very lines that lost
    /// them, and those that were served wait again. What an outcome tells then is what differs from before: who was served
    /// with units that their line has no use for any more, and who lost others.
    Result<std::vector<CountOutcome>> takeBack(const std::vector<CountOutcome> &done, const QString &reason, const Caller &caller);

private:
    std::vector<ProductId> resolve(const std::vector<CountedLine> &lines);
    Result<std::vector<CountOutcome>> post(const std::vector<CountedLine> &lines, const std::vector<CountOutcome> &undone,
                                           const QString &reason, const Caller &caller);
    CountOutcome book(StockBook &book, ProductId product, const CountedLine &line, const CountOutcome &undone);
    void makeWait(StockBook &book, const std::vector<LineUnits> &served);
    void giveBack(StockBook &book, const std::vector<LineUnits> &taken);

    Connection &m_connection;
};

} // namespace waitline
