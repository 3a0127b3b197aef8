#pragma once

#include "app/console/arguments.h"
#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/policy.h"

#include <optional>
#include <vector>

namespace waitline::console {

/// "SKU=UNITS@PRICE,damaged=N" or "LINE=UNITS", taken apart.
struct LineWords {
    QString name; ///< a SKU, or a line's number
    std::optional<Units> units;
    std::optional<Money> price;
    Units damaged = 0;
};

/// Reads arguments as values of the trade. The first thing wrong is kept and can be asked for at the end; what is
/// read after it counts for nothing. Error fields are the option's name with underscores.
class Reading final {
public:
    Reading(const Arguments &arguments, const Currency &currency) : m_arguments(arguments), m_currency(currency) {}

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool has(const char *name) const { return m_arguments.has(QString::fromLatin1(name)); }

    QString text(const char *name);
    QStringList texts(const char *name);
    bool flag(const char *name);
    /// "yes" or "no".
    bool yesOrNo(const char *name);
    std::optional<qint64> integer(const char *name, qint64 least, qint64 most);
    std::optional<Units> units(const char *name);
    std::optional<Money> money(const char *name);
    std::optional<QDate> day(const char *name);
    std::optional<Instant> instant(const char *name);
    std::optional<AllocationPolicy> policy(const char *name);
    std::vector<LineWords> lines(const char *name);
    /// The number of an order, line, receipt or purchase; it must be given.
    template <typename IdType>
    IdType id(const char *name)
    {
        return IdType{integer(name, 1, largestId).value_or(0)};
    }
    template <typename IdType>
    IdType id(const QString &text, const char *name)
    {
        return IdType{integerOf(text, fieldOf(name), 1, largestId).value_or(0)};
    }

    void refuse(const char *name, const QString &message);

private:
    static constexpr qint64 largestId = std::numeric_limits<qint64>::max();

    static QString fieldOf(const char *name);
    QJsonValue value(const char *name) const;
    QString textOf(const QJsonValue &value, const QString &field);
    std::optional<qint64> integerOf(const QJsonValue &value, const QString &field, qint64 least, qint64 most);
    std::optional<Units> unitsOf(const QJsonValue &value, const QString &field, Units least);
    std::optional<Money> moneyOf(const QJsonValue &value, const QString &field);
    LineWords line(const QJsonValue &value, const QString &field);
    LineWords lineOfText(QString text, const QString &field);
    LineWords lineOfObject(const QJsonObject &object, const QString &field);
    void fail(Error error);

    const Arguments &m_arguments;
    const Currency &m_currency;
    std::optional<Error> m_error;
};

} // namespace waitline::console
