#pragma once

#include <QProxyStyle>

namespace telltale {

/// Fusion with the surfaces, measures and colours of the house. A style instead of a style sheet:
/// a sheet is matched again for every widget that appears, which the first picture cannot afford.
/// Object names give a widget a role: labels `second` and `live`, buttons `primary` and `link`,
/// frames `panel` and `panelHeader`, `page`.
/// Thread  GUI.
class TelltaleStyle : public QProxyStyle
{
    Q_OBJECT

public:
    TelltaleStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    QPalette standardPalette() const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
};

} // namespace telltale
