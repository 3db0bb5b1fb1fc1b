#include "widgets/common/alarm_banner.h"

#include "widgets/common/alarm_counts.h"
#include "widgets/common/banner_alarm.h"
#include "widgets/common/labels.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"

#include "models/alarm_request.h"
#include "models/alarm_words.h"
#include "models/connection_rows.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kWordsRoom = 260; ///< words up to this width stand whole or not at all

} // namespace

AlarmBanner::AlarmBanner(const Plant &plant, QWidget *parent)
    : QFrame(parent)
    , m_plant(plant)
    , m_menu(new QToolButton)
    , m_site(strongLabel())
    , m_alarm(new BannerAlarm(plant))
    , m_counts(new AlarmCounts)
    , m_degraded(strongLabel())
    , m_sound(quietLabel())
    , m_connection(quietLabel())
    , m_clock(strongLabel())
    , m_zone(quietLabel())
{
    m_menu->setText(QStringLiteral("☰"));
    m_menu->setAutoRaise(true);
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu"));
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_sound->setText(tr("no alarm sound")); // alarms.md 5: said for as long as none is played
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Theme::kGrid, 0, Theme::kGap, 1);
    line->setSpacing(14);
    line->addWidget(m_menu);
    line->addWidget(m_site);
    line->addWidget(m_alarm, 100);
    line->addWidget(m_counts);
    line->addStretch(1);
    line->addWidget(m_degraded);
    line->addWidget(m_sound);
    line->addWidget(m_connection);
    line->addWidget(m_clock);
    line->addWidget(m_zone);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_alarm, &BannerAlarm::acknowledgeRequested, this, &AlarmBanner::acknowledge);
    connect(m_alarm, &BannerAlarm::clicked, this, [this] {
        const std::string asset = m_alarm->alarm() ? m_alarm->alarm()->asset : std::string();
        Q_EMIT openRequested(asset.empty() || m_alarm->alarm()->isSystem
                                 ? QStringLiteral("alarms")
                                 : QStringLiteral("asset:") + QString::fromStdString(asset));
    });
    connect(m_counts, &AlarmCounts::clicked, this,
            [this] { Q_EMIT openRequested(QStringLiteral("alarms")); });
}

void AlarmBanner::frame(Timestamp now)
{
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    const bool isNewSecond = second != m_second;
    m_second = second;
    if (const std::uint64_t version = m_plant.alarms->version();
        version != m_alarmVersion || isNewSecond) {
        m_alarmVersion = version;
        showAlarms(now);
    }
    if (const std::uint64_t version = m_plant.status->version();
        version != m_statusVersion || isNewSecond) {
        m_statusVersion = version;
        showStatus(now);
    }
    if (isNewSecond)
        showClock(now);
}

void AlarmBanner::acknowledge()
{
    const std::optional<AlarmRow> &alarm = m_alarm->alarm();
    if (!alarm)
        return;
    AlarmRequest::acknowledge(m_plant, *alarm, this, [this](const QString &refusal) {
        Notice::say(*this, refusal); // otherwise the banner itself answers
    });
}

QString AlarmBanner::degraded() const
{
    return m_degraded->text();
}

QSize AlarmBanner::sizeHint() const
{
    return {QFrame::sizeHint().width(), Theme::instance().measure(Theme::kBannerHeight)};
}

void AlarmBanner::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Theme::Role::Line));
}

void AlarmBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    giveWay();
}

/// In a narrow window the alarm, the counts and the clock keep their room.
void AlarmBanner::giveWay()
{
    const QList<QLabel *> inOrder {m_site, m_connection, m_zone, m_degraded, m_sound};
    const QMargins margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right();
    m_counts->setBrief(false);
    const auto room = [this](const QWidget *part) {
        return std::max(part->minimumWidth(), part->minimumSizeHint().width())
            + layout()->spacing();
    };
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        auto *label = qobject_cast<QLabel *>(part);
        if (label)
            label->setMinimumWidth(
                std::min(label->sizeHint().width(), Theme::instance().measure(kWordsRoom)));
        const bool isShown = label ? !label->text().isEmpty() : !part->isHidden();
        needed += isShown ? room(part) : 0;
    }
    for (QLabel *label : inOrder) {
        const bool gives = needed > width();
        label->setVisible(!gives && !label->text().isEmpty());
        needed -= gives ? room(label) : 0;
    }
    m_counts->setBrief(needed > width());
}

void AlarmBanner::showAlarms(Timestamp now)
{
    const auto snapshot = m_plant.alarms->snapshot();
    const AlarmRow *worst = worstUnacknowledged(snapshot->rows);
    m_alarm->show(worst ? std::optional(*worst) : std::nullopt, now);
    m_counts->show(*snapshot);
    giveWay();
}

void AlarmBanner::showStatus(Timestamp now)
{
    const PlantStatus status = m_plant.status->status();
    const std::string &site = m_plant.workspace->settings.site;
    m_site->setText(site.empty() ? QStringLiteral("Telltale") : shownText(site));
    m_connection->setText(connectionWords(status));
    m_degraded->setText(degradedWords(status, now));
    m_degraded->setToolTip(tooltipText(m_degraded->text()));
    giveWay();
}

void AlarmBanner::showClock(Timestamp now)
{
    const QDateTime local
        = QDateTime::fromMSecsSinceEpoch(toMicroseconds(now) / 1000, m_plant.zone);
    m_clock->setText(local.toString(m_showsDate ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                                : QStringLiteral("HH:mm:ss")));
    m_zone->setText(m_plant.zone.abbreviation(local));
    giveWay();
    m_zone->setToolTip(tooltipText(QString::fromLatin1(m_plant.zone.id())));
}

QString AlarmBanner::connectionWords(const PlantStatus &status) const
{
    std::size_t up = 0;
    for (const ConnectionStatus &connection : status.connections)
        up += connection.state == ConnectionStatus::State::Connected ? 1 : 0;
    if (status.connections.empty())
        return tr("no connection");
    const QString rate = numberText(status.messageRate, 0, QLocale());
    if (status.connections.size() == 1 && up == 1)
        return tr("%1 connected · %2/s").arg(shownText(status.connections.front().name), rate);
    return tr("%1 of %2 connected · %3/s").arg(up).arg(status.connections.size()).arg(rate);
}

/// "root@vm" of "root@vm, process 4711"; the status page has it whole.
QString AlarmBanner::ownerWords(const std::string &owner)
{
    return shownText(owner.substr(0, owner.find(',')));
}

QString AlarmBanner::stoppedWords(const std::vector<Problem> &problems)
{
    for (const Problem &problem : problems) {
        if (problem.area != "recording" && problem.area != "history" && problem.area != "journal")
            continue;
        if (problem.code == Error::Code::DiskFull)
            return tr("recording stopped: disk full");
        if (problem.code == Error::Code::DiskError || problem.code == Error::Code::NotPermitted)
            return tr("recording stopped: disk not writable");
    }
    return tr("recording stopped");
}

/// "disk nearly full: about 7 h left".
QString AlarmBanner::diskWords(const DiskRoom &disk)
{
    using std::chrono::days;
    if (!disk.fullIn || *disk.fullIn >= days(365))
        return tr("disk nearly full");
    if (*disk.fullIn >= days(2))
        return tr("disk nearly full: about %n day(s) left", nullptr,
                  static_cast<int>(disk.fullIn->count() / 24));
    return tr("disk nearly full: about %n hour(s) left", nullptr,
              static_cast<int>(disk.fullIn->count()) + 1);
}

QString AlarmBanner::degradedWords(const PlantStatus &status, Timestamp now) const
{
    QStringList words;
    const bool cannotRecord = !status.isOwner && status.owner.empty() && !status.recording;
    if (cannotRecord)
        words << tr("stored data");
    else if (!status.isOwner && status.owner.empty())
        words << tr("stored data: nothing is recording");
    else if (!status.isOwner && !m_isPicture)
        words << tr("view · %1 records").arg(ownerWords(status.owner));
    if (!status.recording)
        words << stoppedWords(status.problems);
    else if (status.disk.isNearlyFull)
        words << diskWords(status.disk);
    for (const ConnectionStatus &connection : status.connections) {
        const QString name = shownText(connection.name);
        using State = ConnectionStatus::State;
        if (connection.outSince != Timestamp {})
            words << tr("no connection to %1 since %2")
                         .arg(name, timeText(connection.outSince, now, m_plant.zone));
        else if (connection.state == State::Connected && !connection.encrypted && !connection.isDemo
                 && !ConnectionRows::isOnThisComputer(connection))
            words << tr("%1 not encrypted").arg(name);
    }
    return words.join(QStringLiteral(" · "));
}

} // namespace telltale
