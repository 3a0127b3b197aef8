#pragma once

#include "models/exchange/formatreader.h"
#include "models/exchange/gathering.h"

#include <QHash>
#include <QSet>

namespace waitline {

/// Shopify's orders export: one row for each line of an order; the order itself is told by its first row only.
/// Money paid is told for the goods alone: postage and taxes on top are not part of an order's lines.
class ShopifyOrders final : public FormatReader {
public:
    explicit ShopifyOrders(const Layout &layout);
    void read(const CsvRecord &record, Harvest &harvest) override;
    bool finish(Harvest &harvest, size_t atMost) override;

private:
    /// What the first row tells that is settled only when all lines are known.
    struct Settlement {
        QString status;
        std::optional<Money> subtotal; ///< after discounts
        Money refunded = 0;
        Money outstanding = 0;
    };
    void readHead(CellReading &cells, OrderRecord &order);
    OrderLineRecord readLine(CellReading &cells) const;
    void settle();
    [[nodiscard]] int column(QStringView name) const { return m_layout.header.find(name); }

    const Layout &m_layout;
    int m_name, m_lineName, m_lineUnits, m_linePrice, m_lineSku, m_lineDiscount, m_lineStatus;
    Settlement m_settlement;
    Gathering<OrderRecord> m_orders{1}; ///< what an order says of its money stands in its first row only
};

/// Shopify's products export: one row for each variant; what all variants share is told by a Handle's first row.
class ShopifyProducts final : public FormatReader {
public:
    explicit ShopifyProducts(const Layout &layout);
    void read(const CsvRecord &record, Harvest &harvest) override;

private:
    [[nodiscard]] QStringList options(const CellReading &cells) const;
    void readTerms(CellReading &cells, ProductRecord &product) const;
    [[nodiscard]] int column(QStringView name) const { return m_layout.header.find(name); }

    const Layout &m_layout;
    QString m_handle;
    ProductRecord m_shared;
};

/// WooCommerce's products export. What cannot be sold by itself (a variable product, a group) is left out.
class WooProducts final : public FormatReader {
public:
    explicit WooProducts(const Layout &layout) : m_layout(layout) {}
    void read(const CsvRecord &record, Harvest &harvest) override;

private:
    [[nodiscard]] bool isSoldByItself(const CellReading &cells, Harvest &harvest);
    void readTerms(CellReading &cells, ProductRecord &product) const;
    [[nodiscard]] int column(QStringView name) const { return m_layout.header.find(name); }

    const Layout &m_layout;
    QHash<QString, QString> m_categories; ///< of variable products, by SKU and by "id:NUMBER"
};

/// Kickstarter's backer report: each backer is an order for one reward. The reward's name is in the file name.
class KickstarterBackers final : public FormatReader {
public:
    explicit KickstarterBackers(const Layout &layout);
    void read(const CsvRecord &record, Harvest &harvest) override;

private:
    [[nodiscard]] bool isToBeServed(const CellReading &cells, Harvest &harvest) const;
    OrderLineRecord readReward(CellReading &cells) const;
    [[nodiscard]] int column(QStringView name) const { return m_layout.header.find(name); }

    const Layout &m_layout;
    QString m_reward;
};

} // namespace waitline
