#include "widgets/common/style_painter.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace telltale {
namespace {

using Role = Theme::Role;

constexpr int kHeaderPadding = 10;

QColor colour(Role role)
{
    return Theme::instance().color(role);
}

QColor edgeOf(QStyle::State state)
{
    if (state & QStyle::State_HasFocus)
        return colour(Role::Text);
    const bool isHovered = (state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled);
    return colour(isHovered ? Role::Second : Role::Line);
}

} // namespace

void StylePainter::box(const QRect &rect, Role fill, QStyle::State state)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(edgeOf(state));
    m_painter.setBrush(colour(fill));
    m_painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kControlRadius,
                              Theme::kControlRadius);
    m_painter.restore();
}

void StylePainter::button(const QStyleOption &option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isPrimary = (button && (button->features & QStyleOptionButton::DefaultButton))
        || (widget && widget->objectName() == QLatin1String("primary"));
    const bool isPressed = option.state & (QStyle::State_On | QStyle::State_Sunken);
    const bool isTinted = isPressed || (isPrimary && (option.state & QStyle::State_Enabled));
    box(option.rect, isTinted ? Role::Selection : Role::Raised, option.state);
}

void StylePainter::arrow(const QRect &rect, Arrow direction)
{
    const QPointF middle = QRectF(rect).center();
    const double size = Theme::instance().measure(8) / 2.0;
    QPolygonF corners;
    if (direction == Arrow::Down)
        corners << middle + QPointF(-size, -size * 0.55) << middle + QPointF(size, -size * 0.55)
                << middle + QPointF(0, size * 0.75);
    else
        corners << middle + QPointF(-size * 0.55, -size) << middle + QPointF(size * 0.75, 0)
                << middle + QPointF(-size * 0.55, size);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour(Role::Second));
    m_painter.drawPolygon(corners);
    m_painter.restore();
}

void StylePainter::headerSection(const QRect &rect)
{
    m_painter.fillRect(rect, colour(Role::Surface));
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour(Role::Line));
}

void StylePainter::headerLabel(const QStyleOptionHeader &header)
{
    const Theme &theme = Theme::instance();
    const int padding = theme.measure(kHeaderPadding);
    QRect inner = header.rect.adjusted(padding, 0, -padding, -1);
    m_painter.save();
    m_painter.setFont(theme.font(Theme::Type::Axis));
    m_painter.setPen(theme.color(Role::Second));
    QString text = header.text;
    if (header.sortIndicator == QStyleOptionHeader::SortUp)
        text += QStringLiteral(" ▴");
    if (header.sortIndicator == QStyleOptionHeader::SortDown)
        text += QStringLiteral(" ▾");
    text = m_painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width());
    m_painter.drawText(inner, static_cast<int>(header.textAlignment) | Qt::AlignVCenter, text);
    m_painter.restore();
}

void StylePainter::scrollHandle(const QRect &handle, bool isHeld)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour(isHeld ? Role::Second : Role::Line));
    const QRectF inner = QRectF(handle).adjusted(2, 2, -2, -2);
    const double radius = std::min(inner.width(), inner.height()) / 2;
    m_painter.drawRoundedRect(inner, radius, radius);
    m_painter.restore();
}

bool StylePainter::namedFrame(const QRect &rect, const QString &name)
{
    if (name == QLatin1String("panelHeader")) {
        m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour(Role::Line));
        return true;
    }
    if (name == QLatin1String("strip")) {
        headerSection(rect);
        return true;
    }
    if (name != QLatin1String("panel"))
        return false;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(colour(Role::Line));
    m_painter.setBrush(colour(Role::Surface));
    m_painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kPanelRadius,
                              Theme::kPanelRadius);
    m_painter.restore();
    return true;
}

} // namespace telltale
