#include "models/exchange/header.h"

#include "models/exchange/cells.h"
#include "models/exchange/csvreader.h"

#include <QCoreApplication>

namespace waitline {

Header::Header(const CsvRecord &record)
{
    QStringList names;
    for (int column = 0; column < record.size(); ++column)
        names.append(textOf(record.cell(column)));
    *this = ofNames(names);
}

Header Header::ofNames(const QStringList &names)
{
    Header header;
    header.m_names = names;
    for (int column = 0; column < names.size(); ++column) {
        const QString name = key(names[column]);
        if (!name.isEmpty() && !header.m_columns.contains(name))
            header.m_columns.insert(name, column);
    }
    return header;
}

int Header::find(std::initializer_list<QStringView> names) const
{
    for (const QStringView name : names) {
        if (const auto at = m_mapped.constFind(key(name)); at != m_mapped.cend())
            return *at;
    }
    for (const QStringView name : names) {
        if (const auto at = m_columns.constFind(key(name)); at != m_columns.cend())
            return *at;
    }
    return -1;
}

bool Header::hasAll(std::initializer_list<QStringView> names) const
{
    return std::all_of(names.begin(), names.end(), [this](QStringView name) { return find(name) >= 0; });
}

Result<Done> Header::map(const QString &field, const QString &column)
{
    const auto at = m_columns.constFind(key(column));
    if (at == m_columns.cend() && !column.isEmpty())
        return invalid(field, QCoreApplication::translate("Import", "There is no column “%1” to map to %2; there are: %3.")
                                  .arg(column, field, m_names.join(QStringLiteral(", "))));
    mapAt(field, at == m_columns.cend() ? -1 : *at);
    return Done{};
}

QString Header::key(QStringView name)
{
    QString key;
    key.reserve(name.size());
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            key.append(c.toLower());
    }
    return key;
}

} // namespace waitline
