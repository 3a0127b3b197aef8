#include "models/exchange/shopreaders.h"

#include <QCoreApplication>

namespace waitline {

ShopifyProducts::ShopifyProducts(const Layout &layout) : m_layout(layout) {}

QStringList ShopifyProducts::options(const CellReading &cells) const
{
    QStringList found;
    for (const char16_t *name : {u"Option1 Value", u"Option2 Value", u"Option3 Value"}) {
        const QString option = cells.text(column(name));
        if (!option.isEmpty() && option != u"Default Title")
            found.append(option);
    }
    return found;
}

void ShopifyProducts::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    cells.demand(column(u"Handle"), QCoreApplication::translate("Import", "The handle"));
    const QString handle = cells.code(column(u"Handle"));
    if (handle != m_handle || cells.isGiven(column(u"Title"))) {
        m_handle = handle;
        m_shared = ProductRecord();
        m_shared.name = cells.text(column(u"Title"));
        m_shared.supplier = cells.text(column(u"Vendor"));
        m_shared.category = cells.text(m_layout.header.find({u"Type", u"Product Type", u"Product Category"}));
        if (cells.text(column(u"Status")).toLower() == u"archived")
            m_shared.discontinued = true;
    }
    if (cells.isGood() && !cells.isGiven(column(u"Option1 Value")) && !cells.isGiven(column(u"Variant Price")))
        return harvest.omissions.push_back({record.line(), QCoreApplication::translate("Import", "one more picture: no variant")});
    ProductRecord product = m_shared;
    product.row = record.line();
    const QStringList variant = options(cells);
    product.sku = cells.code(column(u"Variant SKU"));
    if (product.sku.isEmpty())
        product.sku = skuFromName((QStringList(handle) + variant).join(u' '));
    if (product.name.isEmpty())
        product.name = handle;
    if (!variant.isEmpty())
        product.name += QStringLiteral(" - ") + variant.join(QStringLiteral(" / "));
    readTerms(cells, product);
    if (cells.isGood())
        harvest.records.push_back(std::move(product));
    else
        harvest.rejections.push_back(cells.rejection());
}

void ShopifyProducts::readTerms(CellReading &cells, ProductRecord &product) const
{
    product.price = cells.amount(column(u"Variant Price"), ExcessDecimals::Round);
    product.cost = cells.amount(column(u"Cost per item"), ExcessDecimals::Round);
    // Oversold variants stand below zero: nothing of them is on hand.
    if (const auto stock = cells.units(column(u"Variant Inventory Qty")))
        product.stock = qMax<Units>(0, *stock);
    const QString policy = cells.text(column(u"Variant Inventory Policy")).toLower();
    if (policy == u"continue")
        product.backorders = BackorderTerms{BackorderTerms::Kind::Allow, 0};
    else if (policy == u"deny")
        product.backorders = BackorderTerms{BackorderTerms::Kind::Refuse, 0};
    else if (!policy.isEmpty())
        cells.fail(column(u"Variant Inventory Policy"),
                   QCoreApplication::translate("Import", "“%1” is neither deny nor continue.").arg(policy));
    if (const QString barcode = cells.code(column(u"Variant Barcode")); !barcode.isEmpty())
        product.barcodes.append(barcode);
}

bool WooProducts::isSoldByItself(const CellReading &cells, Harvest &harvest)
{
    const QStringList types = cells.text(column(u"Type")).toLower().split(QStringLiteral(", "));
    const QString sku = cells.code(column(u"SKU"));
    if (types.contains(QStringLiteral("variable"))) {
        const QString categories = cells.text(column(u"Categories"));
        m_categories.insert(sku, categories);
        m_categories.insert(QStringLiteral("id:") + cells.wholeCode(column(u"ID")), categories);
        harvest.omissions.push_back({cells.row(), QCoreApplication::translate("Import", "a variable product: its variations are sold")});
        return false;
    }
    if (types.contains(QStringLiteral("grouped")) || types.contains(QStringLiteral("external"))) {
        harvest.omissions.push_back(
            {cells.row(), QCoreApplication::translate("Import", "a group or a link to another shop: not sold itself")});
        return false;
    }
    return true;
}

void WooProducts::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    if (!isSoldByItself(cells, harvest))
        return;
    ProductRecord product;
    product.row = record.line();
    product.sku = cells.code(column(u"SKU"));
    product.name = cells.text(column(u"Name"));
    const QString id = cells.wholeCode(column(u"ID"));
    if (product.sku.isEmpty() && !id.isEmpty())
        product.sku = QStringLiteral("woo-") + id;
    if (product.sku.isEmpty() && !product.name.isEmpty())
        product.sku = skuFromName(product.name);
    if (product.sku.isEmpty())
        cells.fail(column(u"SKU"), QCoreApplication::translate("Import", "Neither a SKU nor a name is given."));
    readTerms(cells, product);
    if (cells.isGood())
        harvest.records.push_back(std::move(product));
    else
        harvest.rejections.push_back(cells.rejection());
}

void WooProducts::readTerms(CellReading &cells, ProductRecord &product) const
{
    const auto regular = cells.amount(column(u"Regular price"), ExcessDecimals::Round);
    const auto sale = cells.amount(column(u"Sale price"), ExcessDecimals::Round);
    product.price = sale ? sale : regular;
    product.cost = cells.amount(m_layout.header.find({u"Cost of goods", u"Cost"}), ExcessDecimals::Round);
    // A variation may say "parent": its stock is kept with the variable product, and not known here.
    if (cells.text(column(u"Stock")).toLower() != u"parent") {
        if (const auto stock = cells.units(column(u"Stock")))
            product.stock = qMax<Units>(0, *stock);
    }
    product.lowStock = cells.count(column(u"Low stock amount"));
    const int backorders = column(u"Backorders allowed?");
    const QString word = cells.text(backorders).toLower();
    if (word == u"notify" || word == u"yes" || word == u"1")
        product.backorders = BackorderTerms{BackorderTerms::Kind::Allow, 0};
    else if (word == u"0" || word == u"no")
        product.backorders = BackorderTerms{BackorderTerms::Kind::Refuse, 0};
    else if (!word.isEmpty())
        cells.fail(backorders, QCoreApplication::translate("Import", "“%1” is neither 0, 1 nor notify.").arg(word));
    if (const QString barcode = cells.code(column(u"GTIN, UPC, EAN, or ISBN")); !barcode.isEmpty())
        product.barcodes.append(barcode);
    QString categories = cells.text(column(u"Categories"));
    if (categories.isEmpty())
        categories = m_categories.value(cells.code(column(u"Parent")));
    product.category = categories.section(QStringLiteral(", "), 0, 0);
}

} // namespace waitline
