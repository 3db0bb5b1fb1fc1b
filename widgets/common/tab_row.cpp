#include "widgets/common/tab_row.h"

#include "widgets/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace telltale {
namespace {

using Role = Theme::Role;

constexpr int kPadding = 15;
constexpr int kCross = 8;
constexpr int kTop = 5;
constexpr int kWidest = 240;
constexpr int kLeastLetters = 10; ///< by which tabs are told apart

} // namespace

TabRow::TabRow(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setMovable(false);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setElideMode(Qt::ElideMiddle);
    connect(&Theme::instance(), &Theme::changed, this, &TabRow::applyTheme);
    applyTheme();
}

QSize TabRow::minimumSizeHint() const
{
    return QTabBar::minimumSizeHint().boundedTo(sizeHint()); // few tabs need no scroll buttons
}

QString TabRow::fitting(const QString &text, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    const QString between = QStringLiteral(" · ");
    const qsizetype end = text.lastIndexOf(between);
    if (end < 0)
        return metrics.elidedText(text, Qt::ElideMiddle, width);
    const QString asset = text.left(end);
    return metrics.horizontalAdvance(asset + between + QChar(0x2026)) <= width
        ? metrics.elidedText(text, Qt::ElideRight, width)
        : metrics.elidedText(asset, Qt::ElideLeft, width);
}

/// Of a tab with so much room for its text.
int TabRow::widthFor(int index, int text) const
{
    const Theme &theme = Theme::instance();
    const int crossWidth = index > 0 ? theme.measure(kCross + 8) : 0;
    return text + 2 * theme.measure(kPadding) + 2 + crossWidth;
}

QSize TabRow::tabSizeHint(int index) const
{
    const Theme &theme = Theme::instance();
    const QFontMetrics metrics(theme.font(Theme::Type::Strong));
    const int wide = widthFor(index, metrics.horizontalAdvance(tabText(index)));
    return {std::min(wide, theme.measure(kWidest)), theme.measure(Theme::kTabHeight)};
}

/// Where not even that is there for all, the row scrolls.
QSize TabRow::minimumTabSizeHint(int index) const
{
    const QSize whole = tabSizeHint(index);
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Strong));
    return {std::min(whole.width(), widthFor(index, kLeastLetters * metrics.averageCharWidth())),
            whole.height()};
}

void TabRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::instance().color(Role::Line));
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void TabRow::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int index = tabAt(at);
    const bool closes = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && cross(index).contains(at));
    if (index > 0 && closes)
        Q_EMIT tabCloseRequested(index);
    else
        QTabBar::mousePressEvent(event);
}

void TabRow::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = tabAt(event->position().toPoint());
    update();
    QTabBar::mouseMoveEvent(event);
}

void TabRow::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

void TabRow::tabInserted(int index)
{
    QTabBar::tabInserted(index);
    updateGeometry(); // QTabBar itself does so only once it is visible
}

void TabRow::applyTheme()
{
    setFont(Theme::instance().font(Theme::Type::Text));
    setFixedHeight(Theme::instance().measure(Theme::kTabHeight));
    updateGeometry();
}

QRect TabRow::cross(int index) const
{
    if (index <= 0)
        return {};
    const Theme &theme = Theme::instance();
    const int size = theme.measure(kCross);
    const QRect tab = tabRect(index);
    return QRect(tab.right() - theme.measure(kPadding) - size / 2,
                 tab.center().y() - size / 2 + theme.measure(2), size, size)
        .adjusted(-4, -4, 4, 4);
}

void TabRow::paintTab(QPainter &painter, int index) const
{
    const Theme &theme = Theme::instance();
    const bool isCurrent = index == currentIndex();
    const QRect tab = tabRect(index).adjusted(0, theme.measure(kTop), 0, 0);
    if (isCurrent) {
        QPainterPath shape;
        const QRectF box = QRectF(tab).adjusted(0.5, 0.5, -0.5, 1.5);
        shape.addRoundedRect(box, Theme::kPanelRadius, Theme::kPanelRadius);
        painter.setPen(theme.color(hasFocus() ? Role::Text : Role::Line));
        painter.setBrush(theme.color(Role::Ground));
        painter.setClipRect(tab);
        painter.drawPath(shape);
        painter.setClipping(false);
    }
    QRect text = tab.adjusted(theme.measure(kPadding), 0, -theme.measure(kPadding), -2);
    if (index > 0)
        text.setRight(cross(index).left());
    painter.setFont(theme.font(isCurrent ? Theme::Type::Strong : Theme::Type::Text));
    painter.setPen(theme.color(isCurrent || index == m_hovered ? Role::Text : Role::Second));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     fitting(tabText(index), painter.fontMetrics(), text.width()));
    if (index == 0 || (!isCurrent && index != m_hovered))
        return;
    const QRectF lines = QRectF(cross(index)).adjusted(5, 5, -5, -5);
    painter.setPen(QPen(theme.color(Role::Second), 1.2));
    painter.drawLine(lines.topLeft(), lines.bottomRight());
    painter.drawLine(lines.topRight(), lines.bottomLeft());
}

} // namespace telltale
