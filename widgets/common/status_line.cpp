#include "widgets/common/status_line.h"

#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include "models/status_rows.h"
#include "models/value_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace telltale {
namespace {

constexpr std::int64_t kTenth = 100'000; // us

} // namespace

StatusLine::StatusLine(const Plant &plant, QWidget *parent)
    : QFrame(parent)
    , m_plant(plant)
    , m_stored(quietLabel())
    , m_sum(quietLabel())
    , m_why(makeButton())
    , m_latency(*plant.live, *plant.tags, *plant.status)
    , m_latencyWords(quietLabel())
    , m_history(quietLabel())
    , m_problems(makeButton())
    , m_who(quietLabel())
    , m_commands(makeButton())
{
    m_why->setText(tr("why"));
    m_commands->setText(tr("Ctrl+K commands"));
    if (!plant.user.empty())
        m_who->setText(tr("Engineer: %1").arg(shownText(plant.user)));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Theme::kGap, 1, Theme::kGap, 0);
    line->setSpacing(18);
    line->addWidget(m_stored);
    auto *sum = new QHBoxLayout;
    sum->setSpacing(5);
    sum->addWidget(m_sum);
    sum->addWidget(m_why);
    line->addLayout(sum);
    line->addWidget(m_latencyWords);
    line->addWidget(m_history);
    line->addStretch(1);
    line->addWidget(m_problems);
    line->addWidget(m_who);
    line->addWidget(m_commands);
    const QString latency
        = tr("From the time a sample states, or its arrival where it states none, to the "
             "frame that shows it: median and 99th percentile of the last minute");
    m_latencyWords->setToolTip(tooltipText(latency));
    m_latencyWords->hide();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const auto openStatus = [this] { Q_EMIT openRequested(QStringLiteral("status")); };
    connect(m_why, &QToolButton::clicked, this, openStatus);
    connect(m_problems, &QToolButton::clicked, this, openStatus);
    connect(m_commands, &QToolButton::clicked, this, &StatusLine::commandsRequested);
    connect(&Theme::instance(), &Theme::changed, this, &StatusLine::applyTheme);
    applyTheme();
}

void StatusLine::frame(Timestamp now)
{
    m_latency.look(now);
    const std::int64_t tenth = toMicroseconds(now) / kTenth;
    const std::uint64_t version = m_plant.status->version();
    if (tenth == m_tenth && version == m_version)
        return;
    const bool isNewSecond = tenth / 10 != m_tenth / 10;
    m_tenth = tenth;
    if (version == m_version && !isNewSecond)
        return;
    m_version = version;
    showStatus(m_plant.status->status(), now);
}

void StatusLine::standAt(Timestamp time)
{
    m_standsAt = time;
    for (QWidget *ofToday :
         {static_cast<QWidget *>(m_sum), static_cast<QWidget *>(m_why),
          static_cast<QWidget *>(m_latencyWords), static_cast<QWidget *>(m_history)})
        ofToday->hide();
}

QString StatusLine::stored() const
{
    return m_stored->text();
}

QString StatusLine::sum() const
{
    return m_sum->text();
}

QString StatusLine::latency() const
{
    return m_latencyWords->text();
}

QSize StatusLine::sizeHint() const
{
    return {QFrame::sizeHint().width(), Theme::instance().measure(Theme::kStatusHeight)};
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Raised));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Theme::Role::Line));
}

QToolButton *StatusLine::makeButton()
{
    auto *button = new QToolButton;
    button->setObjectName(QStringLiteral("link"));
    button->setAutoRaise(true);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

void StatusLine::applyTheme()
{
    const QFont font = Theme::instance().font(Theme::Type::Axis);
    QFont link = font;
    link.setUnderline(true);
    for (QWidget *widget : {static_cast<QWidget *>(m_stored), static_cast<QWidget *>(m_sum),
                            static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_latencyWords),
                            static_cast<QWidget *>(m_history), static_cast<QWidget *>(m_problems),
                            static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_commands)})
        widget->setFont(font);
    m_why->setFont(link);
    updateGeometry();
    update();
}

void StatusLine::showStatus(const PlantStatus &status, Timestamp now)
{
    m_problems->setText(tr("%n problem(s)", nullptr, static_cast<int>(status.problems.size())));
    if (m_standsAt) { // of any day: with its date
        m_stored->setText(
            tr("as it was: %1").arg(timeText(*m_standsAt, Timestamp {}, m_plant.zone)));
        return;
    }
    const bool hasStored = status.lastCommit != Timestamp {};
    const auto age = now - status.lastCommit;
    const double seconds = std::max(0.0, static_cast<double>(age.count()) / 1e6);
    m_stored->setText(!hasStored ? tr("nothing stored yet")
                          : seconds < 10
                          ? tr("stored %1 s ago").arg(numberText(seconds, 1, QLocale()))
                          : tr("stored %1 ago").arg(ageText(age)));
    m_sum->setText(sumWords(status.counters));
    m_why->setVisible(!status.counters.dropped.empty());
    m_history->setText(historyWords(status, now));
    showLatency(now);
}

void StatusLine::showLatency(Timestamp now)
{
    const auto text = [](std::chrono::microseconds took) {
        return took < std::chrono::seconds(10)
            ? tr("%1 ms").arg(numberText(static_cast<double>(took.count()) / 1e3, 0, QLocale()))
            : ageText(took);
    };
    const std::optional<ScreenLatency::Figures> figures = m_latency.figures(now);
    m_latencyWords->setText(
        figures ? tr("device → screen %1 (p99 %2)").arg(text(figures->median), text(figures->p99))
                : QString());
    giveWay();
}

/// Where not all has room, how long samples take is left out.
void StatusLine::giveWay()
{
    const int own = m_latencyWords->sizeHint().width() + layout()->spacing();
    const int others = layout()->sizeHint().width() - (m_latencyWords->isHidden() ? 0 : own);
    m_latencyWords->setVisible(!m_standsAt && !m_latencyWords->text().isEmpty()
                               && others + own <= width());
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    giveWay();
}

QString StatusLine::sumWords(const Counters &counters) const
{
    std::uint64_t dropped = 0;
    for (const auto &[cause, count] : counters.dropped)
        dropped += count;
    const std::uint64_t done = counters.stored + dropped;
    const QString sum
        = tr("received %1 = stored %2 + dropped %3")
              .arg(countText(counters.received), countText(counters.stored), countText(dropped));
    return counters.received > done
        ? tr("%1 + under way %2").arg(sum, countText(counters.received - done))
        : sum;
}

/// One value may be years older than the rest: a broker keeps what a device said last.
QString StatusLine::historyWords(const PlantStatus &status, Timestamp now) const
{
    if (status.historyFrom == Timestamp {})
        return {};
    const auto length = now - status.historyFrom;
    const auto days = static_cast<int>(length / std::chrono::hours(24));
    return tr("oldest value %1, %2")
        .arg(days > 1 ? tr("%n day(s)", nullptr, days) : ageText(length),
             StatusRows::bytesText(status.historyBytes));
}

} // namespace telltale
