#include "models/store/checkstore.h"

#include "models/store/checkrules.h"
#include "models/store/connection.h"

namespace waitline {

std::vector<CheckedRule> CheckStore::checkAll()
{
    constexpr qint64 mostShown = 20;
    std::vector<CheckedRule> results;
    for (const CheckRule &rule : checkRules()) {
        CheckedRule result{QString::fromLatin1(rule.name), 0, {}};
        Rows count = m_connection.run(QString::fromLatin1("SELECT COUNT(*) FROM %1").arg(QLatin1String(rule.over)), {});
        result.checked = count.next() ? count.integer(0) : 0;
        Rows broken = m_connection.run(QString::fromLatin1(rule.broken) + u" LIMIT ?", {mostShown});
        while (broken.next())
            result.broken += broken.text(0);
        results.push_back(std::move(result));
    }
    results.push_back(checkAppendOnly());
    if (m_connection.isSqlite())
        results.push_back(checkFile());
    return results;
}

/// The triggers that refuse updates and deletes stand guard.
CheckedRule CheckStore::checkAppendOnly()
{
    CheckedRule result{QStringLiteral("the ledger has no update and no delete"), 2, {}};
    for (const QString &table : {QStringLiteral("stock_ledger"), QStringLiteral("allocation")}) {
        Rows rows = m_connection.isSqlite()
                        ? m_connection.run("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table)
                        : m_connection.run("SELECT COUNT(*) * 2 FROM pg_trigger WHERE tgrelid = to_regclass(?) AND NOT tgisinternal "
                                           "AND tgenabled IN ('O', 'A') AND tgtype & 56 = 56",
                                           table); // update, delete, truncate
        if (!rows.next() || rows.integer(0) < 2)
            result.broken += QStringLiteral("%1 can be changed: its guard is missing").arg(table);
    }
    return result;
}

CheckedRule CheckStore::checkFile()
{
    CheckedRule result{QStringLiteral("the file is whole"), 1, {}};
    Rows pages = m_connection.run("PRAGMA integrity_check(20)");
    while (pages.next()) {
        if (pages.text(0) != u"ok")
            result.broken += pages.text(0);
    }
    Rows keys = m_connection.run("PRAGMA foreign_key_check");
    while (keys.next() && result.broken.size() < 20)
        result.broken += QStringLiteral("%1 row %2 refers to a missing %3").arg(keys.text(0), keys.text(1), keys.text(2));
    return result;
}

} // namespace waitline
