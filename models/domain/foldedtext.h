#pragma once

#include <QString>

namespace waitline {

/// Text for searching: case and accents folded, white space collapsed ("Müller  & Søn" → "muller & søn").
[[nodiscard]] QString folded(QStringView text);

} // namespace waitline
