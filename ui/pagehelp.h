#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace waitline {

struct KeyHelp {
    QString keys;
    QString meaning;
};

/// What a page is for, in a sentence, and the keys that are its own.
struct PageHelp {
    QString purpose;
    QList<KeyHelp> keys;
};

/// By the page's word; empty for a word that no page has.
[[nodiscard]] PageHelp helpOf(const QString &page);
/// Keys that mean the same everywhere.
[[nodiscard]] QList<KeyHelp> generalKeys();

} // namespace waitline
