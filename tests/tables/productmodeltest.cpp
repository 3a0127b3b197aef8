#include "models/tables/productmodel.h"
#include "models/domain/foldedtext.h"
#include "models/tables/celltext.h"
#include "tests/support/busyshop.h"
#include "tests/tables/watched.h"

#include <QItemSelectionModel>

using namespace waitline;
using namespace waitline::test;

class ProductModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void everyRowShowsTheProductsCounters_data() { eachDatabase(); }
    void everyRowShowsTheProductsCounters()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        ProductModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        QCOMPARE(model.rowCount(), busyProducts);
        for (int row = 0; row < busyProducts; ++row) {
            const StoredProduct product = must(ProductService(database.connection()).show(busySku(row)));
            const auto number = [&](int column) { return cell(model, row, column, NumberRole).toLongLong(); };
            QCOMPARE(cell(model, row, ProductModel::Sku).toString(), product.terms.sku);
            QCOMPARE(number(ProductModel::OnHand), product.stock.onHand);
            QCOMPARE(number(ProductModel::Allocated), product.stock.allocated);
            QCOMPARE(number(ProductModel::Available), product.stock.available());
            QCOMPARE(number(ProductModel::WaitingPreorder), product.stock.waitingPreorder);
            QCOMPARE(number(ProductModel::WaitingBackorder), product.stock.waitingBackorder);
            QCOMPARE(number(ProductModel::OnOrder), product.stock.onOrder);
            QCOMPARE(number(ProductModel::Committed), product.stock.committed());
            QCOMPARE(number(ProductModel::Projected), product.stock.projected());
            QCOMPARE(cell(model, row, ProductModel::Price).toString(), moneyText(product.terms.price, {}));
        }
    }
    void textAndStateNarrowTheList_data() { eachDatabase(); }
    void textAndStateNarrowTheList()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        ProductModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        awaitLoaded(model, [&] { model.setFilter({QStringLiteral("LÁMP"), {}}); });
        QCOMPARE(model.rowCount(), 4);
        awaitLoaded(model, [&] { model.setFilter({QStringLiteral("la"), {}}); });
        QCOMPARE(model.rowCount(), 4);
        awaitLoaded(model, [&] { model.setFilter({QStringLiteral("number 5"), {}}); });
        QCOMPARE(model.rowCount(), 1);
        awaitLoaded(model, [&] { model.setFilter({QStringLiteral("400003"), {}}); });
        QCOMPARE(cell(model, 0, ProductModel::Sku).toString(), busySku(3));
        awaitLoaded(model, [&] { model.setFilter({{}, Availability::PreorderOpen}); });
        QCOMPARE(model.rowCount(), 2); // released on the day after tomorrow and on the fifth; 6 was released yesterday
        QCOMPARE(cell(model, 0, ProductModel::State, StatusRole).toInt(), int(Availability::PreorderOpen));
        awaitLoaded(model, [&] { model.setFilter({QStringLiteral("no such thing"), {}}); });
        QCOMPARE(model.rowCount(), 0);
    }
    void whatIsSelectedStaysSoWhereverItMoves_data() { eachDatabase(); }
    void whatIsSelectedStaysSoWhereverItMoves()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        ProductModel model(open.session);
        QAbstractItemModelTester tester(&model);
        QItemSelectionModel selection(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        const auto select = [&](int row) {
            selection.setCurrentIndex(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        };
        select(2);
        select(model.rowCount() - 1);
        const auto selected = [&] {
            QStringList skus;
            for (const QModelIndex &row : selection.selectedRows())
                skus += cell(model, row.row(), ProductModel::Sku).toString();
            std::sort(skus.begin(), skus.end());
            return skus;
        };
        const QStringList before = selected();
        ProductTerms first;
        first.sku = QStringLiteral("A0");
        first.name = first.sku;
        must(ProductService(database.connection()).add(first, callerAt()));
        awaitLoaded(model, [&] { model.reload(); });
        QCOMPARE(cell(model, 0, ProductModel::Sku).toString(), first.sku);
        QCOMPARE(selected(), before);
        // What leaves the list is selected no more, and nothing in its stead.
        database.connection().run("UPDATE product SET sku = ?, sku_folded = ? WHERE sku = ?", QStringLiteral("0"), QStringLiteral("0"),
                                  before.front());
        awaitLoaded(model, [&] { model.reload(); });
        QCOMPARE(selected(), (QStringList{QStringLiteral("0"), before.back()}));
        awaitLoaded(model, [&] { model.setFilter({before.back(), {}}); });
        awaitLoaded(model, [&] { model.reload(); });
        QVERIFY(selected().size() <= 1);
    }
    void everyColumnSortsBothWays_data() { eachDatabase(); }
    void everyColumnSortsBothWays()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        ProductModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        for (int column = 0; column < ProductModel::columns; ++column) {
            for (Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
                awaitLoaded(model, [&] { model.sort(column, order); });
                QCOMPARE(model.rowCount(), busyProducts);
                QVariant before;
                for (int row = 0; row < busyProducts; ++row) {
                    const QVariant number = cell(model, row, column, column == ProductModel::State ? int(StatusRole) : int(NumberRole));
                    const QVariant value = number.isValid() ? number : QVariant(folded(cell(model, row, column).toString()));
                    if (row > 0 && before.metaType() == value.metaType())
                        QVERIFY((QVariant::compare(before, value) !=
                                 (order == Qt::AscendingOrder ? QPartialOrdering::Greater : QPartialOrdering::Less)));
                    before = value;
                }
            }
        }
    }
    void theStateSaysItsNumbers()
    {
        StoredProduct product;
        product.stock.onHand = 1250;
        QCOMPARE(availabilityText(product, Availability::InStock), QStringLiteral("In stock (1,250)"));
        product.stock = {};
        product.stock.waitingBackorder = 42;
        QCOMPARE(availabilityText(product, Availability::BackorderOpen), QStringLiteral("Backorder open · 42 wait"));
        product.terms.release = QDate(2026, 3, 3);
        product.terms.editionSize = 500;
        product.stock.waitingBackorder = 0;
        product.stock.waitingPreorder = 488;
        QCOMPARE(availabilityText(product, Availability::PreorderOpen),
                 QStringLiteral("Pre-order open · releases 03/03/2026 · 12 of 500 left"));
    }
    void moneyIsWrittenAsTheLocaleHasIt()
    {
        QCOMPARE(moneyText(123456789, {}), QStringLiteral("1,234,567.89"));
        QCOMPARE(moneyText(-5, {}), QStringLiteral("-0.05"));
        QCOMPARE(moneyText(-123456, {}), QStringLiteral("-1,234.56"));
        QCOMPARE(moneyText(12345, {QStringLiteral("JPY"), 0}), QStringLiteral("12,345"));
        QCOMPARE(moneyText(12345, {QStringLiteral("KWD"), 3}), QStringLiteral("12.345"));
    }
    void headsSayWhatTheyMean()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        OpenSession open(database);
        ProductModel model(open.session);
        QCOMPARE(model.headerData(ProductModel::Available, Qt::Horizontal, Qt::ToolTipRole).toString(),
                 QStringLiteral("On hand − allocated."));
        QCOMPARE(model.headerData(ProductModel::Available, Qt::Horizontal, Qt::TextAlignmentRole).toInt(),
                 int(Qt::AlignRight | Qt::AlignVCenter));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProductModelTest)
#include "productmodeltest.moc"
