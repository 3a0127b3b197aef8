#pragma once

#include <QColor>
#include <QPalette>

namespace waitline {

/// The colours of the window by role. Text roles keep a contrast of at least 4.5:1 on surface and raised; the hues
/// of pre-order and backorder follow Okabe and Ito and stay the same in chart, badge and table.
struct Theme {
    QColor surface; ///< behind everything
    QColor raised; ///< cards, fields, tables
    QColor line; ///< hairlines and borders
    QColor text;
    QColor muted; ///< secondary text
    QColor accent; ///< the one accent: primary buttons, focus, links
    QColor accentText; ///< on accent
    QColor accentSoft; ///< selection
    QColor hover;
    QColor positive;
    QColor warning;
    QColor danger;
    QColor preorder;
    QColor backorder;
    bool isDark = false;

    [[nodiscard]] static const Theme &light();
    [[nodiscard]] static const Theme &dark();
    /// The theme in use.
    [[nodiscard]] static const Theme &current();

    [[nodiscard]] QPalette palette() const;
    /// `colour` as a soft background for a badge of that colour.
    [[nodiscard]] QColor soft(const QColor &colour) const;
};

/// While it lives, what is drawn is drawn in a theme, whatever the window's own is: for pictures that leave it.
class ThemeScope final {
public:
    explicit ThemeScope(const Theme &theme);
    ~ThemeScope();
    Q_DISABLE_COPY_MOVE(ThemeScope)

private:
    const Theme *m_before;
};

enum class ThemeChoice { System, Light, Dark };

/// Puts the style and a theme's palette on the application. System follows the desktop's own palette.
void applyTheme(ThemeChoice choice);

} // namespace waitline
