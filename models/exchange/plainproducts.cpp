#include "models/exchange/plainreaders.h"

#include <QCoreApplication>

namespace waitline {

namespace {

std::optional<BackorderTerms> backorderTerms(CellReading &cells, int column)
{
    if (!cells.isGiven(column))
        return std::nullopt;
    const QString word = cells.text(column).toLower();
    if (word == u"allow" || word == u"yes" || word == u"unlimited" || word == u"continue" || word == u"notify")
        return BackorderTerms{BackorderTerms::Kind::Allow, 0};
    if (word == u"refuse" || word == u"no" || word == u"deny")
        return BackorderTerms{BackorderTerms::Kind::Refuse, 0};
    const auto limit = parseUnits(word.toUtf8(), CellStyle());
    if (!limit || *limit < 0) {
        cells.fail(column, QCoreApplication::translate("Import", "“%1” says nothing about backorders: write allow, "
                                                                 "refuse or a limit.")
                               .arg(word));
        return std::nullopt;
    }
    return BackorderTerms{BackorderTerms::Kind::Limit, *limit};
}

std::optional<AllocationPolicy> policy(CellReading &cells, int column)
{
    if (!cells.isGiven(column))
        return std::nullopt;
    const auto found = policyFromWord(cells.text(column).toLower());
    if (!found)
        cells.fail(column, QCoreApplication::translate("Import", "“%1” is not a policy: write first-come, whole-lines, "
                                                                 "fair-share, one-each or paid-first.")
                               .arg(cells.text(column)));
    return found;
}

std::optional<DepositTerms> deposit(CellReading &cells, int column, const Currency &currency)
{
    if (!cells.isGiven(column))
        return std::nullopt;
    const auto terms = DepositTerms::parse(cells.text(column).replace(u',', u'.'), currency);
    if (terms)
        return terms.value();
    cells.fail(column, terms.error().message);
    return std::nullopt;
}

QStringList barcodes(const QString &cell)
{
    QStringList found;
    for (const QString &part : cell.split(QChar(u'|'), Qt::SkipEmptyParts)) {
        for (const QString &barcode : part.split(QChar(u';'), Qt::SkipEmptyParts))
            found.append(barcode.trimmed());
    }
    return found;
}

} // namespace

void PlainProducts::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    ProductRecord product;
    product.row = record.line();
    cells.demand(m_columns.sku, QCoreApplication::translate("Import", "A SKU"));
    product.sku = cells.code(m_columns.sku);
    product.name = cells.text(m_columns.name);
    readTerms(cells, product);
    readSupply(cells, product);
    if (cells.isGood())
        harvest.records.push_back(std::move(product));
    else
        harvest.rejections.push_back(cells.rejection());
}

void PlainProducts::readTerms(CellReading &cells, ProductRecord &product) const
{
    product.price = cells.amount(m_columns.price);
    product.release = cells.day(m_columns.release);
    product.editionSize = cells.count(m_columns.editionSize);
    product.customerLimit = cells.count(m_columns.customerLimit);
    product.backorders = backorderTerms(cells, m_columns.backorders);
    product.deposit = deposit(cells, m_columns.deposit, m_layout.currency);
    product.policy = policy(cells, m_columns.policy);
    product.discontinued = cells.yes(m_columns.discontinued);
    product.barcodes = barcodes(cells.code(m_columns.barcode));
    product.category = cells.text(m_columns.category);
    product.location = cells.text(m_columns.location);
}

void PlainProducts::readSupply(CellReading &cells, ProductRecord &product) const
{
    product.cost = cells.amount(m_columns.cost);
    product.supplier = cells.text(m_columns.supplier);
    product.pack = cells.count(m_columns.pack);
    product.minimumOrder = cells.count(m_columns.minimum);
    product.lowStock = cells.count(m_columns.lowStock);
    product.stock = cells.count(m_columns.stock);
    if (const auto days = cells.count(m_columns.leadDays)) {
        product.leadDays = int(qMin<Units>(*days, 100'000));
        if (*days > 3650)
            cells.fail(m_columns.leadDays, QCoreApplication::translate("Import", "A lead time of more than ten years "
                                                                                 "cannot be right."));
    }
}

void PlainCustomers::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    cells.demand(m_columns.name, QCoreApplication::translate("Import", "The customer's name"));
    if (!cells.isGood())
        return harvest.rejections.push_back(cells.rejection());
    harvest.records.push_back(CustomerRecord{record.line(), cells.wholeCode(m_columns.code), cells.text(m_columns.name),
                                             cells.text(m_columns.contact), cells.text(m_columns.email), cells.code(m_columns.phone),
                                             cells.text(m_columns.street), cells.text(m_columns.city), cells.code(m_columns.postcode),
                                             cells.text(m_columns.country), cells.text(m_columns.note)});
}

void PlainSuppliers::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    cells.demand(m_columns.name, QCoreApplication::translate("Import", "The supplier's name"));
    SupplierRecord supplier{record.line(),
                            cells.wholeCode(m_columns.code),
                            cells.text(m_columns.name),
                            cells.text(m_columns.contact),
                            cells.text(m_columns.email),
                            cells.code(m_columns.phone),
                            cells.text(m_columns.street),
                            cells.text(m_columns.city),
                            cells.code(m_columns.postcode),
                            cells.text(m_columns.country),
                            {}};
    if (const auto days = cells.count(m_columns.leadDays))
        supplier.leadDays = int(qMin<Units>(*days, 3650));
    if (!cells.isGood())
        return harvest.rejections.push_back(cells.rejection());
    harvest.records.push_back(std::move(supplier));
}

} // namespace waitline
