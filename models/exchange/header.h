#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <initializer_list>

namespace waitline {

class CsvRecord;

/// The columns of a file by name: case, blanks and punctuation do not count, order never does.
class Header final {
public:
    Header() = default;
    explicit Header(const CsvRecord &record);
    [[nodiscard]] static Header ofNames(const QStringList &names);

    [[nodiscard]] int size() const { return int(m_names.size()); }
    /// The name as it stands in the file.
    [[nodiscard]] QString name(int column) const { return m_names.value(column); }
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// The first column that has one of these names, in the order of the names; -1 for none.
    [[nodiscard]] int find(std::initializer_list<QStringView> names) const;
    [[nodiscard]] int find(QStringView name) const { return find({name}); }
    [[nodiscard]] bool hasAll(std::initializer_list<QStringView> names) const;

    /// Says which column holds a plain field ("sku", "units" …). A mapped field is found there only, whatever
    /// other names the columns have; where the column's name is empty it is not found at all.
    [[nodiscard]] Result<Done> map(const QString &field, const QString &column);
    /// The same by the column's number; -1: none.
    void mapAt(const QString &field, int column) { m_mapped.insert(key(field), column); }
    /// Whether any field was mapped.
    [[nodiscard]] bool isMapped() const { return !m_mapped.isEmpty(); }

    /// What is left of a name when it is compared: letters and digits, in lower case.
    [[nodiscard]] static QString key(QStringView name);

private:
    QStringList m_names;
    QHash<QString, int> m_columns;
    QHash<QString, int> m_mapped;
};

} // namespace waitline
