#pragma once

#include "models/services/demobusiness.h"
#include "tests/charts/figures.h"
#include "tests/exchange/trialimport.h"

namespace waitline::test {

inline const QString lines = QStringLiteral(" order_line l JOIN sales_order o ON o.id = l.order_id JOIN product p ON p.id = l.product_id ");

/// What a cancellation took from waiting: all of it less what the ledger freed of the line in the same operation. It is called gone.
inline const QString withdrawnUnits = QStringLiteral(
    "(SELECT c.id AS cancellation, c.order_line_id AS line, n.at / 86400000 AS day, c.units - COALESCE(SUM(freed.units), 0) AS units "
    "FROM cancellation c JOIN operation n ON n.id = c.operation_id LEFT JOIN (SELECT g.operation_id, a.order_line_id, -a.units AS "
    "units FROM allocation a JOIN stock_ledger g ON g.id = a.ledger_id WHERE a.units < 0 AND g.cause = 'cancel') freed ON "
    "freed.operation_id = c.operation_id AND freed.order_line_id = c.order_line_id WHERE c.taken_back_by IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM customer_return t WHERE t.operation_id = c.operation_id) GROUP BY c.id, c.order_line_id, n.at, c.units) gone ");

/// " AND DAY BETWEEN …": the question's days.
inline QString within(const DemandQuestion &question, const char *day)
{
    return QStringLiteral(" AND %1 BETWEEN %2 AND %3")
        .arg(QLatin1String(day))
        .arg(toDayNumber(question.scope.from))
        .arg(toDayNumber(question.scope.to));
}

/// A business, and the day it is looked at.
struct Shop {
    Connection &connection;
    QDate today;
    bool isDemo = true;

    [[nodiscard]] DemandQuestion question(DemandChart chart, int days = 400) const
    {
        DemandQuestion question;
        question.chart = chart;
        question.today = today;
        question.scope.from = today.addDays(-days);
        question.scope.to = today;
        question.top = 7;
        return question;
    }
    [[nodiscard]] ChartSheet sheet(const DemandQuestion &question) const { return must(demandSheet(connection, question)); }
    [[nodiscard]] QDate lastMonthsEnd() const { return QDate(today.year(), today.month(), 1).addDays(-1); }
};

/// The demo business on both databases, and a wholesaler's real sales: each made once, for tests that only read.
class Shops final {
public:
    /// For `void …_data()`: a column "shop".
    static void each()
    {
        QTest::addColumn<QString>("shop");
        for (const char *name : {"demo, sqlite", "demo, postgresql", "online retail"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    /// Null where there is no server, or no such data.
    TestDatabase *database(const QString &name)
    {
        const bool isServer = name == u"demo, postgresql";
        const bool isRetail = name == u"online retail";
        const QString retail = realFile(QStringLiteral("online_retail/orders_2010-12-01_2011-08-31.csv"));
        if ((isServer && !TestDatabase::hasPostgres()) || (isRetail && retail.isEmpty()))
            return nullptr;
        auto &made = m_databases[name];
        if (made)
            return made.get();
        made = std::make_unique<TestDatabase>(isServer ? Location::Kind::Postgres : Location::Kind::SqliteFile);
        if (isRetail)
            imported(made->connection(), retail);
        else
            must(makeDemoBusiness(made->connection(), {1, 50, 200, 1500}, callerAt().now, {}));
        return made.get();
    }

private:
    std::map<QString, std::unique_ptr<TestDatabase>> m_databases;
};

} // namespace waitline::test

/// First line of a test over Shops::each().
#define SHOP(name)                                                                                                                         \
    QFETCH(QString, shop);                                                                                                                 \
    TestDatabase *found = m_shops.database(shop);                                                                                          \
    if (!found)                                                                                                                            \
        QSKIP("There is no PostgreSQL here, or no such data.");                                                                            \
    const bool isRetail = shop == u"online retail";                                                                                        \
    const Shop name { found->connection(), isRetail ? QDate(2011, 8, 31) : callerAt().today(), !isRetail }
