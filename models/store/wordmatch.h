#pragma once

#include <QStringList>
#include <QVariantList>

#include <optional>

namespace waitline {

class SqlDialect;

/// A condition on rows of product or customer, and the values for its placeholders.
struct WordMatch {
    QString condition;
    QVariantList values;

    /// Rows whose search text contains every word of `text`, however it is spelled. Words of three and more characters may stand anywhere
    /// in a word and use the trigram index. Shorter ones stand at the beginning of a word; alone, at the beginning of
    /// one of `columns`, which are folded and indexed. With `enough`, some rows do where a word is common.
    /// Precondition: `text` holds a word.
    [[nodiscard]] static WordMatch of(const SqlDialect &dialect, const QString &table, const QStringList &columns, const QString &text,
                                      std::optional<int> enough = {});
    /// Rows where one of `columns` begins with the whole of `text`.
    [[nodiscard]] static WordMatch beginning(const SqlDialect &dialect, const QStringList &columns, const QString &text);
};

} // namespace waitline
