#include "widgets/tiles/value_fit.h"

#include <QFontMetrics>

#include <array>
#include <cmath>

namespace telltale {
namespace {

constexpr std::array kSizes {1.0, 0.8125, 0.625}; ///< 32, 26 and 20 px of a number

QFont sized(QFont font, double size)
{
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * size)));
    return font;
}

} // namespace

FittedText fitValue(const QStringList &forms, const QFont &largest, int room)
{
    for (const QString &form : forms) {
        for (const double size : kSizes) {
            const QFont font = sized(largest, size);
            if (QFontMetrics(font).horizontalAdvance(form) <= room)
                return {form, font};
        }
    }
    const QFont font = sized(largest, kSizes.back());
    return {QFontMetrics(font).elidedText(forms.back(), Qt::ElideRight, room), font};
}

} // namespace telltale
