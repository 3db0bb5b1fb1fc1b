#include "widgets/common/theme.h"

#include "widgets/common/telltale_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale {
namespace {

struct RoleColours
{
    QRgb light;
    QRgb dark;
};

constexpr std::array<RoleColours, 12> kRoles {{
    {0xFFCFD3D7, 0xFF22262B}, // Ground
    {0xFFDDE0E3, 0xFF2A2E33}, // Surface
    {0xFFE8EAEC, 0xFF333940}, // Raised
    {0xFFF2F3F4, 0xFF1C2024}, // Field
    {0xFFB3B9BF, 0xFF474F57}, // Line
    {0xFFC3C8CD, 0xFF3A4047}, // Grid
    {0xFF1B2025, 0xFFE2E6EA}, // Text
    {0xFF4F5860, 0xFFA2ACB5}, // Second
    {0xFF16395C, 0xFFCBE0F2}, // Live
    {0xFFC9D2DA, 0xFF37424D}, // Band
    {0xFFB9CBDD, 0xFF39506A}, // Selection
    {0xFFAEB4BA, 0xFF525A62}, // Hatch
}};
constexpr std::array<RoleColours, 6> kTraces {{{0xFF1F5C93, 0xFF6FA8DC},
                                               {0xFF2F7D78, 0xFF67B7AF},
                                               {0xFF7C5A36, 0xFFC9A27A},
                                               {0xFF5B6B7D, 0xFF9FB0C3},
                                               {0xFF66762A, 0xFFAEBD6A},
                                               {0xFF7A4B3A, 0xFFC08A74}}};
constexpr std::array<QRgb, 5> kAlarms {0xFF808080, 0xFFC4161C, 0xFFF08000, 0xFFF5D000, 0xFFC77DDB};
constexpr QRgb kOutlineLight = 0xFF1A1A1A;
constexpr QRgb kOutlineDark = 0xFFF2F2F2;

constexpr double kLineContrast = 3.05; ///< 3, and what eight bits of a colour take of it
constexpr double kMixStep = 0.05;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QString familyName()
{
    static const QString name = [] {
        for (const QString &family : {QStringLiteral("Roboto"), QStringLiteral("Noto Sans")}) {
            if (QFontDatabase::hasFamily(family))
                return family;
        }
        return QStringLiteral("DejaVu Sans");
    }();
    return name;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{ }

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    if (m_application)
        applyTo(*m_application);
}

void Theme::setTextScale(double scale)
{
    m_textScale = std::clamp(scale, 1.0, 2.0);
    if (m_application)
        applyTo(*m_application);
}

void Theme::setBlinking(bool blinking)
{
    if (m_isBlinking == blinking)
        return;
    m_isBlinking = blinking;
    Q_EMIT changed();
}

QColor Theme::colorOf(Mode mode, Role role)
{
    const RoleColours &colours = kRoles[static_cast<std::size_t>(role)];
    return QColor::fromRgb(mode == Mode::Light ? colours.light : colours.dark);
}

QColor Theme::traceOf(Mode mode, int index)
{
    const RoleColours &colours = kTraces[static_cast<std::size_t>(index) % kTraces.size()];
    return QColor::fromRgb(mode == Mode::Light ? colours.light : colours.dark);
}

QColor Theme::alarm(int priority)
{
    return QColor::fromRgb(
        kAlarms[priority >= 1 && priority <= 4 ? static_cast<std::size_t>(priority) : 0]);
}

QColor Theme::alarmOutlineOf(Mode mode)
{
    return QColor::fromRgb(mode == Mode::Light ? kOutlineLight : kOutlineDark);
}

QFont Theme::font(Type type) const
{
    static constexpr std::array<int, 6> kPixels {11, 12, 13, 13, 20, 32};
    QFont font(familyName());
    font.setPixelSize(measure(kPixels[static_cast<std::size_t>(type)]));
    font.setWeight(type == Type::Strong || type == Type::Title ? QFont::Medium : QFont::Normal);
    return font;
}

int Theme::measure(int pixels) const
{
    return static_cast<int>(std::lround(pixels * m_textScale));
}

void Theme::applyTo(QApplication &application)
{
    const bool isFirst = !m_application;
    m_application = &application;
    if (isFirst)
        QApplication::setStyle(new TelltaleStyle); // the application owns it
    const QPalette palette = QApplication::style()->standardPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(font(Type::Text));
    const QWidgetList widgets = isFirst ? QWidgetList() : QApplication::allWidgets();
    for (QWidget *widget : widgets)
        QApplication::style()->polish(widget);
    Q_EMIT changed();
}

QColor mixed(const QColor &under, const QColor &over, double part)
{
    const auto mix = [part](double a, double b) { return static_cast<float>(a + (b - a) * part); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor standingOut(const QColor &colour, const QColor &ground, const QColor &text, double least)
{
    double part = least;
    while (part < 1.0 && contrast(mixed(colour, text, part), ground) < kLineContrast)
        part += kMixStep;
    return mixed(colour, text, std::min(part, 1.0));
}

} // namespace telltale
