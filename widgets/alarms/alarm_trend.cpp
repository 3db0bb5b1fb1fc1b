#include "widgets/alarms/alarm_trend.h"

#include "widgets/common/theme.h"
#include "widgets/trends/alarm_bands.h"
#include "widgets/trends/trend_limits.h"
#include "widgets/trends/trend_view.h"

#include "models/alarm_words.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace telltale {

AlarmTrend::AlarmTrend(const Plant &plant, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_heading(new QLabel(tr("Last 30 min")))
    , m_view(new TrendView(plant))
    , m_bands(new AlarmBands(
          plant, *m_view, [](const std::string &) { return true; }, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Open as a page"));
    m_heading->setObjectName(QStringLiteral("second"));
    m_heading->setAlignment(Qt::AlignRight);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setCompact(true);
    m_view->window().follow(kSpan);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    m_heading->setParent(m_view);
    hide();
}

void AlarmTrend::setAlarm(const AlarmRow &alarm)
{
    const TagId tag = alarm.tag.empty() ? TagId() : m_plant.tags->find(alarm.tag);
    setVisible(tag.isValid());
    if (!tag.isValid())
        return;
    if (tag != m_tag) {
        m_tag = tag;
        m_view->setTags({tag});
        m_bands->show();
        setAccessibleName(
            tr("Trend of the last 30 minutes: %1").arg(tagTitle(m_plant.tags->info(tag))));
    }
    showLimits(alarm);
}

void AlarmTrend::frame(Timestamp now)
{
    if (isHidden())
        return;
    m_bands->frame(now);
    m_heading->adjustSize();
    m_heading->move(m_view->width() - m_heading->width() - Theme::kGap, Theme::kGrid);
    m_view->frame(now);
}

bool AlarmTrend::isComplete() const
{
    return isHidden() || (m_bands->isLoaded() && m_view->isComplete());
}

/// Those of the rules; of a rule that is not among them, what the alarm itself says.
void AlarmTrend::showLimits(const AlarmRow &alarm)
{
    const TagInfo info = m_plant.tags->info(m_tag);
    std::vector<TrendLimit> limits = limitsOf(m_plant, info);
    if (limits.empty() && alarm.limit)
        limits.push_back(
            {*alarm.limit, AlarmWords::condition(alarm, info.decimals, QLocale()), alarm.priority});
    m_view->setLimits(m_tag, limits);
}

void AlarmTrend::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT openRequested();
}

void AlarmTrend::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT openRequested();
    else
        QWidget::keyPressEvent(event);
}

void AlarmTrend::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(Theme::instance().color(Theme::Role::Text));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace telltale
