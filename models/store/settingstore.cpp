#include "models/store/settingstore.h"

#include "models/store/connection.h"

namespace waitline {

QString SettingStore::value(const QString &name, const QString &otherwise)
{
    Rows rows = m_connection.run("SELECT value FROM setting WHERE name = ?", name);
    return rows.next() ? rows.text(0) : otherwise;
}

void SettingStore::setValue(const QString &name, const QString &value)
{
    m_connection.run("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name,
                     value);
}

Currency SettingStore::currency()
{
    const auto currency = Currency::fromCode(value(QStringLiteral("currency"), QStringLiteral("EUR")));
    return currency ? *currency : Currency{};
}

/// All amounts are of products, or of what was sold of them before.
bool SettingStore::hasAmounts()
{
    return m_connection.run("SELECT 1 FROM product LIMIT 1").next() || m_connection.run("SELECT 1 FROM sales_history LIMIT 1").next();
}

bool SettingStore::asksForFullBalance() { return value(QStringLiteral("full_balance_before_shipping")) == u"1"; }

} // namespace waitline
