#include "widgets/common/alarm_counts.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"

#include "models/flood_words.h"
#include "models/value_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace telltale {
namespace {

constexpr int kMarker = 15;
constexpr int kGap = 18;
constexpr int kInner = 6;

} // namespace

AlarmCounts::AlarmCounts(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, [this] {
        for (const Count &count : m_counts) {
            if (count.fresh + count.returned > 0)
                update();
        }
    });
}

void AlarmCounts::show(const AlarmSnapshot &snapshot)
{
    QStringList words;
    for (std::size_t i = 1; i < m_counts.size(); ++i) {
        m_counts[i] = {snapshot.activeByPriority[i], snapshot.newByPriority[i],
                       snapshot.returnedByPriority[i]};
        words << tr("priority %1: %2 active, %3 new, %4 returned and not acknowledged")
                     .arg(i)
                     .arg(m_counts[i].active)
                     .arg(m_counts[i].fresh)
                     .arg(m_counts[i].returned);
    }
    takeHidden(snapshot);
    words << m_hidden;
    m_isFlood = snapshot.flood;
    m_recent = FloodWords::rate(snapshot);
    if (m_isFlood)
        words << tr("alarm flood") + QStringLiteral(", ") + m_recent;
    setAccessibleName(tr("Alarms, %1").arg(words.join(QStringLiteral("; "))));
    setToolTip(tooltipText(words.join(QLatin1Char('\n'))));
    updateGeometry();
    update();
}

void AlarmCounts::takeHidden(const AlarmSnapshot &snapshot)
{
    m_hidden.clear();
    m_hiddenCount = snapshot.shelved + snapshot.suppressedByDesign + snapshot.outOfService;
    if (snapshot.shelved > 0)
        m_hidden << tr("shelved %1").arg(snapshot.shelved);
    if (snapshot.suppressedByDesign > 0)
        m_hidden << tr("suppressed %1").arg(snapshot.suppressedByDesign);
    if (snapshot.outOfService > 0)
        m_hidden << tr("out of service %1").arg(snapshot.outOfService);
}

void AlarmCounts::setBrief(bool isBrief)
{
    if (m_isBrief == isBrief)
        return;
    m_isBrief = isBrief;
    updateGeometry();
    update();
}

QSize AlarmCounts::sizeHint() const
{
    return {arrange(nullptr), Theme::instance().measure(28)};
}

void AlarmCounts::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    arrange(&painter);
    if (hasFocus()) {
        painter.setPen(Theme::instance().color(Theme::Role::Text));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                                Theme::kControlRadius, Theme::kControlRadius);
    }
}

void AlarmCounts::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void AlarmCounts::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

/// Of those that need attention most.
AlarmState AlarmCounts::stateOf(const Count &count)
{
    if (count.fresh > 0)
        return AlarmState::Unacked;
    return count.returned > 0 ? AlarmState::ReturnedUnacked : AlarmState::Acked;
}

int AlarmCounts::arrange(QPainter *painter) const
{
    using Type = Theme::Type;
    const Theme &theme = Theme::instance();
    int x = 0;
    const auto write = [&](Type type, Theme::Role role, const QString &text) {
        const QFont font = theme.font(type);
        const int wide = QFontMetrics(font).horizontalAdvance(text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(theme.color(role));
            painter->drawText(QRect(x, 0, wide + 2, height()), Qt::AlignVCenter, text);
        }
        x += wide;
    };
    const int size = theme.measure(kMarker);
    for (int priority = 1; priority <= 4; ++priority) {
        const Count &count = m_counts[static_cast<std::size_t>(priority)];
        const QRectF marker(x, (height() - size) / 2.0, size, size);
        if (painter && count.active + count.returned == 0)
            paintAlarmMarker(*painter, marker, priority, MarkerForm::Quiet);
        else if (painter)
            paintAlarmMarker(*painter, marker, priority, stateOf(count));
        x += size + theme.measure(kInner);
        write(Type::Strong, Theme::Role::Text, QString::number(count.active));
        if (count.fresh > 0 && !m_isBrief) {
            x += theme.measure(kInner);
            write(Type::Text, Theme::Role::Second, tr("new %1").arg(count.fresh));
        }
        if (count.returned > 0 && !m_isBrief) {
            x += theme.measure(kInner);
            write(Type::Text, Theme::Role::Second, tr("returned %1").arg(count.returned));
        }
        x += theme.measure(kGap);
    }
    const bool isSummed = m_isBrief && m_hidden.size() > 1;
    for (const QString &words : isSummed
             ? QStringList {tr("hidden %1", "shelved, suppressed, out of service")
                                .arg(m_hiddenCount)}
             : m_hidden) {
        write(Type::Text, Theme::Role::Second, words);
        x += theme.measure(kGap);
    }
    if (m_isFlood)
        write(Type::Strong, Theme::Role::Text,
              m_isBrief ? tr("alarm flood") : tr("alarm flood") + QStringLiteral(" · ") + m_recent);
    return x;
}

} // namespace telltale
