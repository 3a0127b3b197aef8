#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace waitline::console {

/// What a verb is given: its options and words by name, each with its values as text or JSON. The command line and
/// a batch both end here, so that a verb exists once.
class Arguments final {
public:
    void add(const QString &name, const QJsonValue &value) { m_values[name].append(value); }
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QJsonArray values(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] QStringList names() const { return m_values.keys(); }
    /// The same for the same arguments: tells whether a request is said again.
    [[nodiscard]] QJsonObject toJson() const
    {
        QJsonObject object;
        for (auto value = m_values.begin(); value != m_values.end(); ++value)
            object.insert(value.key(), value.value());
        return object;
    }

private:
    QMap<QString, QJsonArray> m_values;
};

} // namespace waitline::console
