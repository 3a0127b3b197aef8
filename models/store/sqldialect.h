#pragma once

#include "models/store/location.h"

#include <QString>
#include <QVariantList>

#include <memory>

namespace waitline {

/// The differences between the two databases; everything else is SQL of their common subset.
class SqlDialect {
public:
    virtual ~SqlDialect() = default;

    [[nodiscard]] static std::unique_ptr<SqlDialect> of(Location::Kind kind);

    /// The word that marks a migration's paragraph as this database's own.
    [[nodiscard]] virtual QString name() const = 0;
    /// Replaces @identity, @clustered, @strict, @forUpdate and BIGINT by this database's words.
    [[nodiscard]] virtual QString translate(QString sql) const = 0;
    /// Begins a transaction that will write: waits for the write lock instead of failing later.
    [[nodiscard]] virtual QString beginWrite() const = 0;
    /// Begins a transaction that reads one state of the database throughout.
    [[nodiscard]] virtual QString beginRead() const = 0;
    /// A query that lets one transaction at a time pass for the one text bound to it; empty where the write lock does.
    [[nodiscard]] virtual QString lockText() const = 0;
    /// A query giving `n` (the one placeholder) fresh ids of a table, one a row, ascending.
    [[nodiscard]] virtual QString freshIds(const QString &table) const = 0;
    /// A condition matching rows of `table` (product or customer) whose folded search text contains a word of three or more
    /// characters in one of its `ways` to be spelled; `wordPatterns` makes the values for its placeholders.
    [[nodiscard]] virtual QString containsWord(const QString &table, int ways) const = 0;
    /// The same, content with some of the rows where a word is common: at least `enough`.
    [[nodiscard]] virtual QString containsWordInSome(const QString &table, int ways, int enough) const = 0;
    [[nodiscard]] virtual QVariantList wordPatterns(const QStringList &ways) const = 0;
    /// A condition matching rows where a folded, indexed text column begins with a text; `beginningValues` makes the
    /// values for its placeholders.
    [[nodiscard]] virtual QString beginsWith(const QString &column) const = 0;
    [[nodiscard]] virtual QVariantList beginningValues(const QString &text) const = 0;
};

/// Text to stand for itself in a LIKE pattern with the backslash as escape.
[[nodiscard]] QString likeEscaped(QString text);

} // namespace waitline
