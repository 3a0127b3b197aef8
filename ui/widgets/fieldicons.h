#pragma once

#include <QString>

class QLineEdit;

namespace waitline {

/// An icon at the left of a field that says what it takes; accessibility tools call it as the field.
void addLeadingIcon(QLineEdit &field, const QString &iconName);
/// A button in the field that empties it, named for accessibility tools too.
void addClearButton(QLineEdit &field);

} // namespace waitline
