#pragma once

#include "widgets/common/theme.h"

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionHeader;

namespace telltale {

/// The parts controls are drawn with, in the colours of the theme. Leaves the painter as it was.
/// Thread  GUI.
class StylePainter
{
public:
    enum class Arrow { Right, Down };

    explicit StylePainter(QPainter &painter)
        : m_painter(painter)
    { }

    /// A rounded box; its edge tells focus and hover.
    void box(const QRect &rect, Theme::Role fill, QStyle::State state);
    void button(const QStyleOption &option, const QWidget *widget);
    void arrow(const QRect &rect, Arrow direction);
    void headerSection(const QRect &rect);
    void headerLabel(const QStyleOptionHeader &header);
    void scrollHandle(const QRect &handle, bool isHeld);
    /// `panel` is a surface, `panelHeader` its first line, `strip` a bar; false for other names.
    bool namedFrame(const QRect &rect, const QString &name);

private:
    QPainter &m_painter;
};

} // namespace telltale
