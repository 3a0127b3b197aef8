#pragma once

#include <QStringList>

namespace waitline {

/// A word as it may stand folded where it is searched, itself first: "müller" and "mueller" find each other, and so do
/// "łukasz" and "lukasz". Its own folded text alone where it can be spelled in one way only; none for no word.
[[nodiscard]] QStringList spellings(QStringView word);

/// A name as it is compared with others to find duplicates: its words in alphabetical order, without punctuation, in one
/// spelling. "Müller, Hans" and "Hans Mueller" are one.
[[nodiscard]] QString nameKey(QStringView name);

} // namespace waitline
