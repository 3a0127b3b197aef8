#pragma once

#include <QPushButton>

namespace waitline {

/// A push button that answers Enter while it has the keyboard, and never for a field (barcode scanners end with it). `name` is what the
/// button says and what accessibility tools call it.
[[nodiscard]] QPushButton *pushButton(const QString &name, const QString &iconName = {}, QWidget *parent = nullptr);
/// The one primary button of a page or dialog, in the accent colour.
[[nodiscard]] QPushButton *primaryButton(const QString &name, const QString &iconName = {}, QWidget *parent = nullptr);
/// A button without a frame, for what stands beside a heading.
[[nodiscard]] QPushButton *quietButton(const QString &name, const QString &iconName, QWidget *parent = nullptr);
/// A text for a button or a menu as it stands: "&" marks no letter.
[[nodiscard]] QString asItIs(QString text);
/// Says a name in a button just as it is, cut where there is no room; the tool tip has the whole.
void showName(QPushButton *button, const QString &name);
/// The quiet cross in the corner of a side panel; `name` says what it closes.
[[nodiscard]] QPushButton *closeButton(const QString &name);

} // namespace waitline
