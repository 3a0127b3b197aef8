#pragma once

#include <QSaveFile>

namespace waitline {

/// Puts a file that was written beside it in the place of the one that was there; false, with errorString() saying why, where
/// not all of it found room: the old one stays. QSaveFile::commit() by itself does not notice that of what it flushes last.
[[nodiscard]] inline bool commitWhole(QSaveFile &file) { return file.flush() && file.commit(); }

} // namespace waitline
