#include "widgets/common/banner_alarm.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace telltale {
namespace {

using Role = Theme::Role;
using Type = Theme::Type;

constexpr int kMarker = 16;
constexpr int kPadding = 10;
constexpr int kHeight = 28;
constexpr int kCapHeight = 18;
constexpr int kLeastLetters = 8; ///< of a title
constexpr int kTitleRoom = 360; ///< narrow windows show a title of this width whole

int textWidth(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

QString detailOf(QStringList parts, const QString &place, const QString &age)
{
    if (!place.isEmpty())
        parts << place;
    parts << age;
    return parts.join(QStringLiteral(" · ")).simplified();
}

} // namespace

BannerAlarm::BannerAlarm(const Plant &plant, QWidget *parent)
    : QAbstractButton(parent)
    , m_plant(plant)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setVisible(false);
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, [this] {
        if (m_alarm && isVisible())
            update();
    });
}

void BannerAlarm::show(const std::optional<AlarmRow> &alarm, Timestamp now)
{
    m_alarm = alarm;
    setVisible(alarm.has_value());
    if (!alarm)
        return;
    const QLocale locale;
    const TagInfo info = m_plant.tags->info(m_plant.tags->find(alarm->tag));
    QStringList value;
    if (alarm->state != AlarmState::Unacked)
        value << tr("returned");
    else if (const QString word = wordOfStillMarker(alarm->state); !word.isEmpty())
        value << word;
    if (!alarm->tag.empty()) {
        value << QStringLiteral("%1 %2 %3")
                     .arg(numberText(alarm->value, info.decimals, locale), shownText(alarm->unit),
                          AlarmWords::condition(*alarm, info.decimals, locale));
    } else if (!alarm->condition.empty()) {
        value << AlarmWords::condition(*alarm, info.decimals, locale);
    }
    QStringList details;
    for (const QString &place :
         {placeName(*m_plant.tags, alarm->asset), pathName(*m_plant.tags, alarm->asset), QString()})
        details << detailOf(value, place, ageText(now - alarm->since));
    details << value.join(QStringLiteral(" · ")).simplified(); // the limit rather than a part of it
    const QString title = AlarmWords::title(*alarm);
    if (title == m_title && details == m_details)
        return;
    m_title = title;
    m_details = details;
    setAccessibleName(tr("Alarm, priority %1, %2, not acknowledged: %3, %4")
                          .arg(alarm->priority)
                          .arg(AlarmWords::state(alarm->state), m_title, detail()));
    setToolTip(tooltipText(m_title + QLatin1Char('\n') + detail()));
    updateGeometry();
    update();
}

QString BannerAlarm::detail() const
{
    return m_details.value(0);
}

QString BannerAlarm::shownWords() const
{
    const QFontMetrics metrics(Theme::instance().font(Type::Text));
    const int room = textRoom() - textWidth(Theme::instance().font(Type::Strong), shownTitle());
    return shownTitle() + QLatin1Char(' ')
        + metrics.elidedText(m_details.value(shownForm()), Qt::ElideRight, room);
}

int BannerAlarm::textRoom() const
{
    const Theme &theme = Theme::instance();
    return keyCap().left() - theme.measure(kPadding + kMarker + 3 * Theme::kGrid);
}

/// The fullest detail that leaves the title its room.
int BannerAlarm::shownForm() const
{
    const Theme &theme = Theme::instance();
    const int room = textRoom() - textWidth(theme.font(Type::Strong), m_title);
    for (int form = 0; form < m_details.size(); ++form) {
        if (textWidth(theme.font(Type::Text), m_details[form]) <= room)
            return form;
    }
    return static_cast<int>(m_details.size()) - 1;
}

/// Cut for value and age, but not to less than half of the room.
QString BannerAlarm::shownTitle() const
{
    const Theme &theme = Theme::instance();
    const int detail = textWidth(theme.font(Type::Text), m_details.value(shownForm()));
    const int room = std::max(textRoom() - detail - 2 /* of rounding */, textRoom() / 2);
    return QFontMetrics(theme.font(Type::Strong)).elidedText(m_title, Qt::ElideRight, room);
}

QSize BannerAlarm::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const int text = textWidth(theme.font(Type::Strong), m_title)
        + textWidth(theme.font(Type::Text), detail()) + keyCap().width();
    return {text + theme.measure(kMarker + 2 * kPadding + 3 * Theme::kGrid + 2),
            theme.measure(kHeight)};
}

QSize BannerAlarm::minimumSizeHint() const
{
    const Theme &theme = Theme::instance();
    const int title = textWidth(theme.font(Type::Strong), m_title) + keyCap().width()
        + theme.measure(kMarker + 2 * kPadding + 2 * Theme::kGrid + 2);
    return {std::min(title, theme.measure(kTitleRoom)), theme.measure(kHeight)};
}

int BannerAlarm::leastWidth() const
{
    const Theme &theme = Theme::instance();
    const int letters = kLeastLetters * QFontMetrics(theme.font(Type::Strong)).averageCharWidth();
    return letters + keyCap().width()
        + theme.measure(kMarker + 2 * kPadding + 2 * Theme::kGrid + 2);
}

void BannerAlarm::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_alarm)
        return;
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(hasFocus() || underMouse() ? Role::Text : Role::Line));
    painter.setBrush(theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kControlRadius,
                            Theme::kControlRadius);
    const int size = theme.measure(kMarker);
    int x = theme.measure(kPadding);
    paintAlarmMarker(painter, QRectF(x, (height() - size) / 2.0, size, size), m_alarm->priority,
                     m_alarm->state);
    x += size + theme.measure(Theme::kGrid);
    const QRect cap = keyCap();
    const auto write = [&](Type type, Role role, const QString &text) {
        const QRect line(x, 0, cap.left() - theme.measure(Theme::kGrid) - x, height());
        if (line.width() <= 0)
            return;
        painter.setFont(theme.font(type));
        painter.setPen(theme.color(role));
        const QString fit = painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, fit);
        x += painter.fontMetrics().horizontalAdvance(fit) + theme.measure(Theme::kGrid);
    };
    write(Type::Strong, Role::Text, shownTitle());
    write(Type::Text, Role::Second, m_details.value(shownForm()));
    painter.setFont(theme.font(Type::Axis));
    painter.setPen(theme.color(Role::Line));
    painter.setBrush(theme.color(Role::Raised));
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kControlRadius,
                            Theme::kControlRadius);
    painter.setPen(theme.color(Role::Second));
    painter.drawText(cap, Qt::AlignCenter, keyText());
}

void BannerAlarm::mouseReleaseEvent(QMouseEvent *event)
{
    if (keyCap().contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT acknowledgeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void BannerAlarm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->isAutoRepeat())
        return; // one press, one alarm
    if (event->key() == Qt::Key_Space)
        Q_EMIT acknowledgeRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

QRect BannerAlarm::keyCap() const
{
    const Theme &theme = Theme::instance();
    const int wide
        = QFontMetrics(theme.font(Type::Axis)).horizontalAdvance(keyText()) + theme.measure(12);
    const int high = theme.measure(kCapHeight);
    return {QWidget::width() - wide - theme.measure(kPadding), (height() - high) / 2, wide, high};
}

QString BannerAlarm::keyText() const
{
    return tr("Ack Space");
}

} // namespace telltale
