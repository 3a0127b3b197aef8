#pragma once

#include <QProxyStyle>

namespace waitline {

/// Fusion, made flat and calm: 32 px controls, rounded fields, hairlines, one accent. Colours come from Theme.
/// A push button is drawn as the page's one primary button when it says so (widgets/buttons.h), and controls on a
/// touch page are 48 px high.
class WaitlineStyle final : public QProxyStyle {
    Q_OBJECT

public:
    WaitlineStyle();

    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

/// The names of the properties by which a widget tells the style its kind.
inline constexpr const char *primaryProperty = "waitlinePrimary";
inline constexpr const char *problemProperty = "waitlineProblem"; ///< a field whose content is wrong

} // namespace waitline
