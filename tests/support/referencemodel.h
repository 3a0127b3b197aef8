#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace waitline::test {

/// product.md, written a second time: plain numbers in memory, unit by unit where that is the clearest, and none of
/// the program's own code. What the services do is compared with this after every operation.
class ReferenceModel final {
public:
    using Number = long long;
    enum Policy { FirstCome, WholeLines, FairShare, OneEach, PaidFirst };

    struct Terms {
        Number price = 0;
        int policy = FirstCome;
        std::optional<Number> release, edition, perCustomer, backorders;
        int depositKind = 0; ///< 0 none, 1 hundredths of a percent, 2 amount a unit
        Number depositValue = 0;
    };
    /// Priority first, then time, then line; a moved line stands at a fraction beside another line's place.
    using Rank = std::tuple<Number, Number, Number, double>;
    struct Lot {
        Number operation = 0;
        Number units = 0;
    };
    struct Line {
        Number id = 0, order = 0, product = 0;
        Number ordered = 0, cancelled = 0, shipped = 0, allocated = 0, waiting = 0;
        bool preorder = false;
        Number price = 0;
        int depositKind = 0;
        Number depositValue = 0;
        std::optional<Number> promise;
        Rank rank;
        std::vector<Rank> moves; ///< those that stand, oldest first
        std::deque<Lot> lots; ///< what it holds, oldest first
        std::map<Number, std::vector<Lot>> shippedLots; ///< by shipment
    };
    struct Order {
        Number id = 0, customer = 0, priority = 0, placedAt = 0;
        bool complete = false;
        Number paid = 0, refunded = 0;
        std::vector<Number> lines;
    };
    struct Product {
        Terms terms;
        Number onHand = 0;
        Number shipped = 0;
        std::vector<std::pair<Number, Number>> countedAway; ///< operation, units
        std::map<std::tuple<Number, Number, Number>, std::set<double>> fractions;
    };
    struct PurchaseLine {
        Number product = 0, ordered = 0, received = 0, over = 0, closedShort = 0;
        [[nodiscard]] Number open() const { return std::max(0LL, ordered - received - closedShort); }
    };
    struct Purchase {
        Number expected = 0;
        bool closed = false;
        std::vector<PurchaseLine> lines;
    };
    struct ReceiptPart {
        Number product = 0, units = 0;
        std::optional<size_t> purchaseLine;
    };
    struct Receipt {
        Number operation = 0;
        std::optional<Number> purchase;
        std::vector<ReceiptPart> parts;
        bool voided = false;
    };
    struct Shipment {
        Number order = 0, day = 0;
        std::map<Number, Number> units, returned; ///< by line
        bool voided = false;
    };
    struct Wish {
        Number product = 0, units = 0;
    };
    struct Served {
        Number line = 0, units = 0, place = 0, remaining = 0;
        friend auto operator<=>(const Served &, const Served &) = default;
    };
    /// Why not, or nothing; for a cap also how many could be sold.
    struct Answer {
        bool ok = true;
        std::optional<Number> sellable;
        std::vector<Served> served;
    };

    std::map<Number, Product> products;
    std::map<Number, Order> orders;
    std::map<Number, Line> lines;
    std::map<Number, Purchase> purchases;
    std::map<Number, Receipt> receipts;
    std::map<Number, Shipment> shipments;
    Number today = 0;

    /// Whether an order may be placed, and what a refusal says; places nothing.
    [[nodiscard]] Answer mayPlace(Number customer, const std::vector<Wish> &wishes, Number day) const;
    void place(const Order &order, const std::vector<Wish> &wishes, const std::vector<Number> &lineIds, Number day,
               std::optional<Number> promise);
    Answer amend(Number line, Number units);
    Answer cancel(Number order, std::optional<Number> line, std::optional<Number> units);
    Answer pay(Number order, Number amount);
    Answer refund(Number order, Number amount);
    /// The shipment is known by `id`, which the services give.
    Answer ship(Number order, std::optional<Number> id);
    Answer voidShipment(Number shipment);
    Answer takeReturn(Number shipment, Number line, Number toStock, Number scrapped);
    Answer writeOff(Number product, Number units);
    /// The receipt's parts are spread over the purchase's open lines; without `id` nothing is kept.
    Answer receive(std::optional<Number> id, std::optional<Number> purchase, const std::vector<Wish> &lines, std::optional<int> policy);
    Answer voidReceipt(Number receipt);
    Answer count(Number product, Number units);
    void placePurchase(Number id, const Purchase &purchase);
    Answer closePurchase(Number id);
    Answer reopenPurchase(Number id);
    void setPriority(Number order, Number priority);
    Answer move(Number line, bool before, Number anchor);
    Answer undoMove(Number line);
    Answer changeTerms(Number product, const Terms &terms);

    [[nodiscard]] std::vector<const Line *> queue(Number product) const;
    [[nodiscard]] std::vector<const Line *> holders(Number product) const;
    [[nodiscard]] Number allocated(Number product) const;
    [[nodiscard]] Number waiting(Number product, bool preorder) const;
    [[nodiscard]] Number onOrder(Number product) const;
    [[nodiscard]] Number depositRequired(Number order) const;

private:
    [[nodiscard]] bool isPreorder(Number product, Number day) const;
    [[nodiscard]] Number held(Number customer, Number product) const;
    [[nodiscard]] std::vector<Number> plan(Number product, const std::vector<const Line *> &queue, int policy) const;
    [[nodiscard]] Number wouldWait(Number product, const std::vector<Number> &wishes) const;
    [[nodiscard]] Number sellable(Number customer, Number product, const std::vector<Number> &wishes, bool preorder) const;
    std::vector<Served> settle(const std::set<Number> &touched, std::optional<int> policy = {});
    void give(Line &line, Number units);
    void takeBack(Line &line, Number units, std::optional<Number> fromOperation);
    void withdraw(Line &line, Number units);
    void takeShortage(Number product);
    [[nodiscard]] std::set<Number> productsOf(const Order &order) const;

    Number m_operation = 0;
};

} // namespace waitline::test
