#include "widgets/common/surface.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace telltale {

void Surface::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Theme::Role::Line));
    painter.setBrush(theme.color(Theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kPanelRadius,
                            Theme::kPanelRadius);
}

} // namespace telltale
