#include "ui/dialogs/columnmemory.h"

#include <QCryptographicHash>
#include <QSettings>

namespace waitline {

namespace {

QString keyOf(const QStringList &columns)
{
    const QByteArray names = columns.join(u'\x1f').toUtf8();
    return QStringLiteral("importColumns/") + QString::fromLatin1(QCryptographicHash::hash(names, QCryptographicHash::Blake2b_160).toHex());
}

} // namespace

// The format's word, then field and column by turns.
std::optional<ColumnChoice> rememberedColumns(const QStringList &columns)
{
    const QStringList words = QSettings().value(keyOf(columns)).toStringList();
    const auto format = words.isEmpty() ? Result<FileFormat>(Error()) : formatFromWord(words.front());
    if (!format)
        return std::nullopt;
    ColumnChoice choice{*format, {}};
    for (qsizetype i = 1; i + 1 < words.size(); i += 2)
        choice.map.emplace_back(words[i], words[i + 1]);
    return choice;
}

void rememberColumns(const QStringList &columns, const ColumnChoice &choice)
{
    QStringList words{formatWord(choice.format)};
    for (const auto &[field, column] : choice.map)
        words << field << column;
    QSettings().setValue(keyOf(columns), words);
}

} // namespace waitline
