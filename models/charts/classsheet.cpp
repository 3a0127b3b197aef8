#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/services/productclasses.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

constexpr size_t mostListed = 500; ///< products in the table
constexpr size_t mostBehind = 300; ///< products whose orders a cell opens

QString tr(const char *text) { return QCoreApplication::translate("ClassSheet", text); }

double shareOf(Money value, const ProductClasses &classes) { return classes.value > 0 ? double(value) / double(classes.value) : 0; }

constexpr char steadiness[] = {'X', 'Y', 'Z', 'N'};

bool hasYoung(const ProductClasses &classes)
{
    return std::any_of(classes.cells.begin(), classes.cells.end(), [](const auto &row) { return row.back().products > 0; });
}

void addCell(ChartSheet &sheet, const ProductClasses &classes, int abc, int xyz, const DemandQuestion &question)
{
    const ProductClasses::Cell &cell = classes.cells[size_t(abc)][size_t(xyz)];
    const QString name = QStringLiteral("%1%2").arg(QChar(u'A' + abc)).arg(QLatin1Char(steadiness[xyz]));
    const double share = shareOf(cell.value, classes);
    ChartPoint point;
    point.name = name;
    point.heat = -share; // the more revenue, the deeper
    point.label = tr("%1\n%2\n%3").arg(name, countedProducts(cell.products), chartText(share, ChartUnit::Share, sheet.currency));
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Ordered;
    behind.scope = question.scope;
    behind.scope.products.clear();
    for (const ClassedProduct &product : classes.products) {
        if (product.abc == 'A' + abc && product.xyz == steadiness[xyz] && behind.scope.products.size() < mostBehind)
            behind.scope.products.push_back(product.product.product);
    }
    if (!behind.scope.products.empty())
        point.behind = behind;
    say(point, tr("%1: %2 with %3, %4 of the revenue")
                   .arg(name, countedProducts(cell.products), amountWithCode(cell.value, sheet.currency),
                        chartText(share, ChartUnit::Share, sheet.currency)));
    sheet.points.push_back(point);
    sheet.series[0].values.emplace_back(double(cell.value));
    sheet.rows.push_back({name, QString(), countedProducts(cell.products), cell.value, share, QVariant()});
}

} // namespace

Result<ChartSheet> classesSheet(Connection &connection, const DemandQuestion &question)
{
    const auto found = productClasses(connection, question.scope, question.today);
    if (!found)
        return found.error();
    const ProductClasses &classes = *found;
    ChartSheet sheet;
    sheet.currency = classes.currency;
    sheet.layout = ChartSheet::Layout::Grid;
    sheet.unit = ChartUnit::Amount;
    sheet.title = tr("Products by revenue (ABC) and by how steady their demand is (XYZ)");
    sheet.filter = filterText(question, false);
    sheet.valueTitle = tr("Revenue, %1").arg(sheet.currency.code);
    sheet.emptySentence = tr("Nothing was ordered or sold in this period. Choose a longer one.");
    sheet.series = {barSeries(tr("Revenue"), ChartSeries::Hue::First)};
    sheet.gridRows = {tr("A\nthe first 80 % of revenue"), tr("B\nup to 95 %"), tr("C\nthe rest")};
    sheet.gridColumns = {tr("X: steady"), tr("Y: changing"), tr("Z: erratic")};
    if (hasYoung(classes))
        sheet.gridColumns += tr("N: not enough history");
    sheet.columns = {{tr("Class"),
                      tr("A, B, C by revenue; X, Y, Z by how steady the months are; N: fewer than three whole months are known."),
                      ChartUnit::Text},
                     {tr("SKU"), tr("The number you know the product by."), ChartUnit::Text, true},
                     {tr("Product"), tr("The class' products, and then each product."), ChartUnit::Text},
                     {tr("Revenue"), tr("Units ordered or sold in the period at their prices."), ChartUnit::Amount},
                     {tr("Share"), tr("Of all revenue."), ChartUnit::Share},
                     {tr("Variation"),
                      tr("Standard deviation ÷ mean of the months of the last two years, without their season. Empty where fewer "
                         "than three whole months are known."),
                      ChartUnit::Ratio}};
    for (int abc = 0; abc < 3; ++abc) {
        for (int xyz = 0; xyz < int(sheet.gridColumns.size()); ++xyz)
            addCell(sheet, classes, abc, xyz, question);
    }
    for (size_t i = 0; i < std::min(mostListed, classes.products.size()); ++i) {
        const ClassedProduct &product = classes.products[i];
        sheet.rows.push_back({QStringLiteral("%1%2").arg(QChar(QLatin1Char(product.abc))).arg(QChar(QLatin1Char(product.xyz))),
                              product.product.sku, product.product.name, product.value, shareOf(product.value, classes),
                              product.variation ? QVariant(*product.variation) : QVariant()});
    }
    return sheet;
}

} // namespace waitline
