#include "widgets/common/alarm_counts.h"

#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"

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
    setCursor(Qt::PointingHandCursor);
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, [this] {
        for (const Count &count : m_counts) {
            if (count.fresh > 0)
                update();
        }
    });
}

void AlarmCounts::show(const AlarmSnapshot &snapshot)
{
    QStringList words;
    for (std::size_t i = 1; i < m_counts.size(); ++i) {
        m_counts[i] = {snapshot.activeByPriority[i], snapshot.newByPriority[i]};
        words << tr("priority %1: %2 active, %3 new")
                     .arg(i)
                     .arg(m_counts[i].active)
                     .arg(m_counts[i].fresh);
    }
    m_shelved = snapshot.shelved;
    m_isFlood = snapshot.flood;
    setAccessibleName(tr("Alarms, %1").arg(words.join(QStringLiteral("; "))));
    setToolTip(words.join(QLatin1Char('\n')));
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
}

void AlarmCounts::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
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
        const bool isFilled
            = count.fresh == 0 || BlinkClock::instance().isFilled(AlarmState::Unacked);
        const MarkerForm form = count.active == 0 ? MarkerForm::Quiet
            : isFilled                            ? MarkerForm::Filled
                                                  : MarkerForm::Outline;
        if (painter)
            paintAlarmMarker(*painter, QRectF(x, (height() - size) / 2.0, size, size), priority,
                             form);
        x += size + theme.measure(kInner);
        write(Type::Strong, Theme::Role::Text, QString::number(count.active));
        if (count.fresh > 0) {
            x += theme.measure(kInner);
            write(Type::Text, Theme::Role::Second, tr("new %1").arg(count.fresh));
        }
        x += theme.measure(kGap);
    }
    if (m_shelved > 0) {
        write(Type::Text, Theme::Role::Second, tr("shelved %1").arg(m_shelved));
        x += theme.measure(kGap);
    }
    if (m_isFlood)
        write(Type::Strong, Theme::Role::Text, tr("alarm flood"));
    return x;
}

} // namespace telltale
