#include "models/tables/productmodel.h"

#include "models/services/storesettings.h"
#include "models/tables/celltext.h"

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return ProductModel::tr(text); };
    return {{tr("SKU"), tr("The number you know the product by."), false},
            {tr("Name"), tr("The product's name."), false},
            {tr("State"), tr("Whether and how it can be ordered today."), false},
            {tr("On hand"), tr("Units in the building: received − shipped ± adjustments."), true},
            {tr("Allocated"), tr("Units on hand tied to an order line and not shipped yet."), true},
            {tr("Available"), tr("On hand − allocated."), true},
            {tr("Pre-orders waiting"), tr("Waiting units placed while the product was not released."), true},
            {tr("Backorders waiting"), tr("Every other waiting unit."), true},
            {tr("On order"), tr("Units still to come on open purchases."), true},
            {tr("Committed"), tr("Ordered − cancelled − shipped, over all lines."), true},
            {tr("Projected"), tr("On hand + on order − committed."), true},
            {tr("Release"), tr("Day a pre-order product may ship."), false},
            {tr("Price"), tr("What one unit is sold for."), true},
            {tr("Category"), tr("The group the product belongs to."), false},
            {tr("Supplier"), tr("Who it is bought from."), false}};
}

} // namespace

class ProductModel::Products final : public WindowedModel::Listing {
public:
    Products(std::vector<ProductId> found, QDate day, Currency money) : ids(std::move(found)), today(day), currency(std::move(money)) {}

    qint64 rows() const override { return std::ssize(ids); }
    qint64 idAt(qint64 row) const override { return ids[size_t(row)].value; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = productRows(connection, {ids.begin() + first, ids.begin() + first + count}, today);
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<ProductRow>>(std::move(read).value()));
    }

    const std::vector<ProductId> ids;
    const QDate today;
    const Currency currency;
};

ProductModel::ProductModel(Session &session, QObject *parent) : ListModel(session, heads(), ProductSort::Sku, parent) {}

WindowedModel::Opening ProductModel::opening() const
{
    return [question = ProductQuestion{filter(), sortedBy(), isDescending(), session().today()}](
               Connection &connection) -> Result<ListingPointer> {
        auto ids = listProducts(connection, question);
        if (!ids)
            return ids.error();
        auto currency = storeCurrency(connection);
        if (!currency)
            return currency.error();
        return ListingPointer(std::make_shared<Products>(std::move(ids).value(), question.today, std::move(currency).value()));
    };
}

bool ProductModel::concerns(const ChangeSet &changes) const { return changes.everything || !changes.products.empty(); }

void ProductModel::listingReplaced() { m_currency = static_cast<const Products *>(listing())->currency; }

QVariant ProductModel::cell(int row, int column, int role) const
{
    const auto *found = rowAt<ProductRow>(row);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*found, Column(column));
    case NumberRole: return number(*found, Column(column));
    case IdRole:
    case ProductIdRole: return found->product.id.value;
    case StatusRole: return int(found->state);
    case ExportRole: return column == Price ? QVariant(m_currency.toDecimal(found->product.terms.price)) : QVariant();
    default: return {};
    }
}

QString ProductModel::text(const ProductRow &row, Column column) const
{
    const ProductTerms &terms = row.product.terms;
    switch (column) {
    case Sku: return terms.sku;
    case Name: return terms.name;
    case State: // the day is what a list has room for
        return row.state == Availability::PreorderOpen && row.product.terms.release
                   ? tr("Pre-order open · %1").arg(dayText(*row.product.terms.release))
                   : availabilityText(row.product, row.state);
    case Release: return dayText(terms.release.value_or(QDate()));
    case Price: return moneyText(terms.price, m_currency);
    case Category: return terms.category;
    case Supplier: return terms.supplier;
    default: return numberText(number(row, column).toLongLong());
    }
}

QVariant ProductModel::number(const ProductRow &row, Column column)
{
    const StockFigures &stock = row.product.stock;
    switch (column) {
    case OnHand: return stock.onHand;
    case Allocated: return stock.allocated;
    case Available: return stock.available();
    case WaitingPreorder: return stock.waitingPreorder;
    case WaitingBackorder: return stock.waitingBackorder;
    case OnOrder: return stock.onOrder;
    case Committed: return stock.committed();
    case Projected: return stock.projected();
    case Release: return row.product.terms.release ? QVariant(*row.product.terms.release) : QVariant();
    case Price: return row.product.terms.price;
    default: return {};
    }
}

} // namespace waitline
