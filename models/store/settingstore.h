#pragma once

#include "models/domain/money.h"

namespace waitline {

class Connection;

/// Settings of the business itself, kept in its database.
class SettingStore final {
public:
    explicit SettingStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] QString value(const QString &name, const QString &otherwise = {});
    void setValue(const QString &name, const QString &value);
    /// The store's one currency.
    [[nodiscard]] Currency currency();
    /// Whether anything has an amount in the currency.
    [[nodiscard]] bool hasAmounts();
    /// Whether the full balance must be paid before shipping.
    [[nodiscard]] bool asksForFullBalance();

private:
    Connection &m_connection;
};

} // namespace waitline
