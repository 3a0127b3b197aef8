#include "ui/style/theme.h"

#include "ui/style/waitlinestyle.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>

namespace waitline {

namespace {

const Theme *inUse = nullptr;

Theme makeLight()
{
    Theme t;
    t.surface = QColor(0xF6, 0xF7, 0xF9);
    t.raised = QColor(0xFF, 0xFF, 0xFF);
    t.line = QColor(0xDD, 0xE1, 0xE7);
    t.text = QColor(0x1A, 0x1E, 0x26);
    t.muted = QColor(0x58, 0x61, 0x6F);
    t.accent = QColor(0x1F, 0x56, 0xC4);
    t.accentText = QColor(0xFF, 0xFF, 0xFF);
    t.accentSoft = QColor(0xDF, 0xE9, 0xFB);
    t.hover = QColor(0xEE, 0xF1, 0xF5);
    t.positive = QColor(0x17, 0x73, 0x45);
    t.warning = QColor(0x84, 0x57, 0x00);
    t.danger = QColor(0xB3, 0x26, 0x1E);
    t.preorder = QColor(0x00, 0x6A, 0xA6);
    t.backorder = QColor(0xB8, 0x4A, 0x00);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.surface = QColor(0x14, 0x17, 0x1C);
    t.raised = QColor(0x1C, 0x20, 0x27);
    t.line = QColor(0x32, 0x38, 0x42);
    t.text = QColor(0xE8, 0xEA, 0xEE);
    t.muted = QColor(0xA3, 0xAC, 0xB9);
    t.accent = QColor(0x7F, 0xAA, 0xFF);
    t.accentText = QColor(0x0A, 0x16, 0x30);
    t.accentSoft = QColor(0x26, 0x36, 0x57);
    t.hover = QColor(0x25, 0x2A, 0x33);
    t.positive = QColor(0x5F, 0xCB, 0x8D);
    t.warning = QColor(0xE2, 0xB4, 0x50);
    t.danger = QColor(0xFF, 0x8F, 0x85);
    t.preorder = QColor(0x5A, 0xB6, 0xEA);
    t.backorder = QColor(0xF3, 0x94, 0x55);
    t.isDark = true;
    return t;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

ThemeScope::ThemeScope(const Theme &theme) : m_before(std::exchange(inUse, &theme)) {}

ThemeScope::~ThemeScope() { inUse = m_before; }

const Theme &Theme::current() { return inUse ? *inUse : light(); }

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, surface);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, raised);
    p.setColor(QPalette::AlternateBase, surface);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, muted);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, danger);
    p.setColor(QPalette::Highlight, accentSoft);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::ToolTipBase, isDark ? line : text); // it stands out from cards, and does not dazzle in the dark
    p.setColor(QPalette::ToolTipText, isDark ? text : surface);
    p.setColor(QPalette::Light, raised);
    p.setColor(QPalette::Midlight, hover);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, line.darker(110));
    p.setColor(QPalette::Shadow, QColor(0, 0, 0, 60));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, isDark ? muted.darker(140) : muted.lighter(140));
    return p;
}

QColor Theme::soft(const QColor &colour) const
{
    const qreal share = isDark ? 0.20 : 0.11;
    return QColor::fromRgbF(float(colour.redF() * share + raised.redF() * (1 - share)),
                            float(colour.greenF() * share + raised.greenF() * (1 - share)),
                            float(colour.blueF() * share + raised.blueF() * (1 - share)));
}

void applyTheme(ThemeChoice choice)
{
    // Asked before ours is set: afterwards the application's palette is our own.
    static const bool systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    inUse = dark ? &Theme::dark() : &Theme::light();
    static bool styled = false;
    if (!std::exchange(styled, true)) {
        QApplication::setStyle(new WaitlineStyle);
        QFont font = QApplication::font();
        font.setPixelSize(13);
        QApplication::setFont(font);
    }
    QApplication::setPalette(inUse->palette());
}

} // namespace waitline
