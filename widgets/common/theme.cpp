#include "widgets/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QStyleFactory>

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

QString styleSheetTemplate()
{
    return QStringLiteral(R"(
* { outline: none; }
QWidget { color: @text; }
QMainWindow, QWidget#page { background: @ground; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QFrame#panel { background: @surface; border: 1px solid @line; border-radius: 4px; }
QWidget#panelHeader { border-bottom: 1px solid @line; }
QLabel#second { color: @second; }
QLabel#live { color: @live; }
QPushButton#primary { background: @selection; }
QPushButton, QToolButton { background: @raised; border: 1px solid @line; border-radius: 3px;
    min-height: @button; max-height: @button; padding: 0 12px; }
QPushButton:hover, QToolButton:hover { border-color: @second; }
QPushButton:checked, QToolButton:checked, QPushButton:pressed, QToolButton:pressed,
QPushButton:default { background: @selection; }
QPushButton:focus, QToolButton:focus { border-color: @text; }
QPushButton:disabled, QToolButton:disabled { color: @second; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QDateTimeEdit { background: @field;
    border: 1px solid @line; border-radius: 3px; padding: 0 8px; min-height: @button;
    selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus { border-color: @text; }
QAbstractItemView { background: @surface; border: none; selection-background-color: @selection;
    selection-color: @text; alternate-background-color: @surface; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @second; border: none;
    border-bottom: 1px solid @line; padding: 0 8px; font-size: @axispx; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 24px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line; border-radius: 4px; min-width: 24px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollArea { background: transparent; border: none; }
QMenu { background: @raised; border: 1px solid @line; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: @selection; }
QDialog { background: @surface; }
)");
}

QString styleSheetFor(const Theme &theme)
{
    using Role = Theme::Role;
    QString sheet = styleSheetTemplate();
    const std::array<std::pair<const char *, Role>, 11> names {{{"@ground", Role::Ground},
                                                                {"@surface", Role::Surface},
                                                                {"@raised", Role::Raised},
                                                                {"@field", Role::Field},
                                                                {"@line", Role::Line},
                                                                {"@grid", Role::Grid},
                                                                {"@text", Role::Text},
                                                                {"@second", Role::Second},
                                                                {"@live", Role::Live},
                                                                {"@band", Role::Band},
                                                                {"@selection", Role::Selection}}};
    for (const auto &[name, role] : names)
        sheet.replace(QLatin1String(name), theme.color(role).name());
    sheet.replace(QLatin1String("@button"),
                  QStringLiteral("%1px").arg(theme.measure(Theme::kButtonHeight) - 2));
    sheet.replace(QLatin1String("@axispx"), QStringLiteral("%1px").arg(theme.measure(11)));
    return sheet;
}

QPainterPath markerShape(const QRectF &rect, int priority)
{
    QPainterPath path;
    switch (priority) {
    case 1:
        path.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
        break;
    case 2:
        path.addPolygon(
            QPolygonF({{rect.center().x(), rect.top()}, rect.bottomRight(), rect.bottomLeft()}));
        path.closeSubpath();
        break;
    case 3:
        path.addPolygon(
            QPolygonF({rect.topLeft(), rect.topRight(), {rect.center().x(), rect.bottom()}}));
        path.closeSubpath();
        break;
    default:
        path.addEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    }
    return path;
}

void paintPadlock(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    const double size = rect.width() * 0.42;
    const QRectF body(rect.right() - size * 0.7, rect.bottom() - size * 0.6, size, size * 0.7);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(body.adjusted(size * 0.18, -size * 0.45, -size * 0.18, -size * 0.1), 0,
                    180 * 16);
    painter.fillRect(body, colour);
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

QColor Theme::color(Role role) const
{
    const RoleColours &colours = kRoles[static_cast<std::size_t>(role)];
    return QColor::fromRgb(m_mode == Mode::Light ? colours.light : colours.dark);
}

QColor Theme::trace(int index) const
{
    const RoleColours &colours = kTraces[static_cast<std::size_t>(index) % kTraces.size()];
    return QColor::fromRgb(m_mode == Mode::Light ? colours.light : colours.dark);
}

QColor Theme::alarm(int priority)
{
    return QColor::fromRgb(
        kAlarms[priority >= 1 && priority <= 4 ? static_cast<std::size_t>(priority) : 0]);
}

QColor Theme::alarmOutline() const
{
    return QColor::fromRgb(m_mode == Mode::Light ? kOutlineLight : kOutlineDark);
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
    if (!m_application)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_application = &application;
    QPalette palette;
    palette.setColor(QPalette::Window, color(Role::Ground));
    palette.setColor(QPalette::Base, color(Role::Surface));
    palette.setColor(QPalette::AlternateBase, color(Role::Surface));
    palette.setColor(QPalette::Button, color(Role::Raised));
    palette.setColor(QPalette::WindowText, color(Role::Text));
    palette.setColor(QPalette::Text, color(Role::Text));
    palette.setColor(QPalette::ButtonText, color(Role::Text));
    palette.setColor(QPalette::PlaceholderText, color(Role::Second));
    palette.setColor(QPalette::Highlight, color(Role::Selection));
    palette.setColor(QPalette::HighlightedText, color(Role::Text));
    palette.setColor(QPalette::ToolTipBase, color(Role::Raised));
    palette.setColor(QPalette::ToolTipText, color(Role::Text));
    palette.setColor(QPalette::Mid, color(Role::Line));
    QApplication::setPalette(palette);
    QApplication::setFont(font(Type::Text));
    application.setStyleSheet(styleSheetFor(*this));
    Q_EMIT changed();
}

void paintAlarmMarker(QPainter &painter, const QRectF &rect, int priority, MarkerForm form,
                      bool latched)
{
    const Theme &theme = Theme::instance();
    const bool isFilled = form == MarkerForm::Filled;
    const double width = isFilled ? 1.0 : 2.0;
    const QRectF inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isFilled ? theme.alarmOutline() : Theme::alarm(priority), width));
    painter.setBrush(isFilled ? QBrush(Theme::alarm(priority)) : QBrush(Qt::NoBrush));
    painter.drawPath(markerShape(inner, priority));
    QFont font = theme.font(Theme::Type::Axis);
    font.setPixelSize(std::max(7, static_cast<int>(std::lround(rect.height() * 0.62))));
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    const QColor onFill = priority == 1 ? QColor(Qt::white) : QColor(Qt::black);
    painter.setPen(isFilled ? onFill : theme.color(Theme::Role::Text));
    const double lower = rect.height() * (priority == 2 ? 0.14 : priority == 3 ? -0.12 : 0.0);
    painter.drawText(rect.translated(0, lower), Qt::AlignCenter, QString::number(priority));
    if (latched)
        paintPadlock(painter, rect, theme.color(Theme::Role::Text));
    painter.restore();
}

} // namespace telltale
