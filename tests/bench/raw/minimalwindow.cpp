// The least a Qt program can do: a window with a table of the first waiting lines, painted once and kept as a picture.
#include <QApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardItemModel>
#include <QTableView>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(arguments.value(1));
    if (!database.open())
        return 1;
    QSqlQuery query(database);
    if (!query.exec(
            QStringLiteral("SELECT w.order_id, c.name, w.units FROM waiting_line w JOIN sales_order o ON o.id = w.order_id "
                           "JOIN customer c ON c.id = o.customer_id ORDER BY w.product_id, w.urgency, w.placed_at, w.rank_line LIMIT 30")))
        return 1;
    QStandardItemModel model;
    while (query.next())
        model.appendRow({new QStandardItem(query.value(0).toString()), new QStandardItem(query.value(1).toString()),
                         new QStandardItem(query.value(2).toString())});
    QTableView table;
    table.setModel(&model);
    table.resize(1280, 760);
    table.show();
    return table.grab().save(arguments.value(2), "PNG", 80) ? 0 : 1; // as waitline keeps its picture
}
