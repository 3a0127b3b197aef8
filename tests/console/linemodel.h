#pragma once

#include <QString>

#include <map>
#include <vector>

namespace waitline::test {

/// The rules of the waiting line once more, written from their description alone and as plainly as possible: whole
/// lists, sorted anew each time, units handed out one by one.
class LineModel final {
public:
    using Units = qint64;

    struct Line {
        qint64 id = 0;
        qint64 order = 0;
        QString sku;
        Units ordered = 0;
        Units cancelled = 0;
        Units shipped = 0;
        Units allocated = 0;

        [[nodiscard]] Units waiting() const { return ordered - cancelled - shipped - allocated; }
    };
    struct Order {
        int priority = 0;
        qint64 placed = 0;
        qint64 paid = 0;
    };
    struct Product {
        QString policy;
        qint64 deposit = 0; ///< for a unit
        Units onHand = 0;
    };
    struct Served {
        qint64 line = 0;
        Units units = 0;
        qint64 place = 0;
        Units remaining = 0;
        friend bool operator==(const Served &, const Served &) = default;
    };

    std::map<QString, Product> products;
    std::map<qint64, Order> orders;
    std::map<qint64, Line> lines;

    void place(qint64 order, const Order &placed, const std::vector<Line> &newLines);
    std::vector<Served> receive(const std::map<QString, Units> &units, const QString &policy);
    void cancel(qint64 line, Units units);
    void amend(qint64 line, Units units);
    void changePriority(qint64 order, int priority);
    std::vector<Served> count(const QString &sku, Units counted);
    /// The units of each line that leave; nothing when the order may not ship.
    std::map<qint64, Units> ship(qint64 order);

    [[nodiscard]] std::vector<const Line *> queue(const QString &sku);
    [[nodiscard]] std::vector<qint64> linesOf(qint64 order) const;
    [[nodiscard]] Units allocated(const QString &sku) const;
    void settleOrder(qint64 order);
    std::vector<Served> settle(const QString &sku, QString policy = {});

private:
    [[nodiscard]] std::vector<Line *> ranked(const QString &sku);
    [[nodiscard]] bool isDepositMet(qint64 order) const;
    void withdraw(Line &line, Units units);

    std::vector<Units> shares(Units free, const std::vector<Line *> &waiting, const QString &policy) const;
};

} // namespace waitline::test
