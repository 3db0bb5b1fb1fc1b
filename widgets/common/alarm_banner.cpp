#include "widgets/common/alarm_banner.h"

#include "widgets/common/alarm_counts.h"
#include "widgets/common/banner_alarm.h"
#include "widgets/common/labels.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"

#include "models/alarm_request.h"
#include "models/alarm_words.h"
#include "models/alert_words.h"
#include "models/alerts.h"
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
#include <utility>

namespace telltale {
namespace {

constexpr int kWordsRoom = 260; ///< of words, where not all have the room they want

bool isDown(const ConnectionStatus &connection)
{
    return connection.outSince != Timestamp {};
}

/// Connected over the network so that others could read along.
bool isOpenToAll(const ConnectionStatus &connection)
{
    return !isDown(connection) && connection.state == ConnectionStatus::State::Connected
        && !connection.encrypted && !connection.isDemo
        && !ConnectionRows::isOnThisComputer(connection);
}

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
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Theme::kGrid, 0, Theme::kGap, 1);
    line->setSpacing(14);
    line->addWidget(m_menu);
    line->addWidget(m_site);
    line->addWidget(m_alarm, 100);
    line->addWidget(m_counts);
    line->addSpacerItem(new QSpacerItem(0, 0, QSizePolicy::Expanding)); // while there is no alarm
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
    showSound();
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

/// Where there is no room for the whole alarm, the rest gives way: lost connections are counted
/// instead of named; then site, zone and connection go, in this order, and the words of the counts.
void AlarmBanner::giveWay()
{
    const int spacing = layout()->spacing();
    const int most = Theme::instance().measure(kWordsRoom);
    const QMargins margins = layout()->contentsMargins();
    m_degraded->setText(m_degradedWords);
    m_sound->setText(m_soundWords);
    m_counts->setBrief(false);
    int needed = margins.left() + margins.right() + m_menu->sizeHint().width() + spacing
        + m_counts->sizeHint().width();
    for (QLabel *label : {m_site, m_sound, m_connection, m_clock, m_zone})
        needed += fixWidth(*label, most);
    const bool hasAlarm = !m_alarm->isHidden();
    if (hasAlarm)
        needed += m_alarm->sizeHint().width() + spacing;
    needed += fixWidth(*m_degraded, QWIDGETSIZE_MAX);
    if (needed > width())
        needed += reword(*m_degraded, m_degradedBrief);
    needed = hideUntilFits({m_site, m_zone, m_connection}, needed);
    const int counts = m_counts->sizeHint().width();
    m_counts->setBrief(needed > width());
    needed += m_counts->sizeHint().width() - counts;
    if (hasAlarm) // from here on it is cut
        needed += m_alarm->minimumSizeHint().width() - m_alarm->sizeHint().width();
    shrink(needed);
}

/// What does not work, and that no alarm is heard, is never hidden: it becomes one word, and at
/// last a sign. Between the two the alarm is cut to a few letters, and the clock goes.
void AlarmBanner::shrink(int needed)
{
    if (needed > width())
        needed += reword(*m_degraded, m_degradedShort);
    if (needed > width())
        needed += reword(*m_sound, m_soundShort);
    for (QLabel *label : {m_degraded, m_sound})
        label->setVisible(!label->text().isEmpty());
    const int whole = m_alarm->minimumSizeHint().width();
    const int most = m_alarm->isHidden() ? 0 : std::max(whole - m_alarm->leastWidth(), 0);
    int cut = std::clamp(needed - width(), 0, most);
    needed = hideUntilFits({m_clock}, needed - cut);
    for (QLabel *label : {m_degraded, m_sound}) {
        if (needed > width())
            needed += reword(*label, label->text().left(1));
    }
    cut += std::max(needed - width(), 0);
    m_alarm->setMinimumWidth(std::max(whole - cut, 1));
}

/// By how much the room of `label` grows.
int AlarmBanner::reword(QLabel &label, const QString &words) const
{
    const int before = label.text().isEmpty() ? 0 : label.maximumWidth() + layout()->spacing();
    label.setText(words);
    return fixWidth(label, Theme::instance().measure(kWordsRoom)) - before;
}

/// The room `label` takes with its space: that of its words up to `most`; none without words. The
/// hint of a QLabel is never less than its minimum width, so that it is not asked.
int AlarmBanner::fixWidth(QLabel &label, int most) const
{
    label.ensurePolished();
    label.setFixedWidth(std::min(label.fontMetrics().horizontalAdvance(label.text()) + 1, most));
    return label.text().isEmpty() ? 0 : label.maximumWidth() + layout()->spacing();
}

/// Hides `labels`, the first ones first, until what is left of `needed` fits; returns that.
int AlarmBanner::hideUntilFits(const QList<QLabel *> &labels, int needed)
{
    for (QLabel *label : labels) {
        const bool isShown = !label->text().isEmpty();
        const bool gives = isShown && needed > width();
        label->setVisible(isShown && !gives);
        needed -= gives ? label->maximumWidth() + layout()->spacing() : 0;
    }
    return needed;
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
    const QStringList rest = recordingWords(status);
    const QStringList whole = rest + connectionFaults(status, now);
    const QString between = QStringLiteral(" · ");
    m_degradedWords = whole.join(between);
    m_degradedBrief = (rest + faultCounts(status)).join(between);
    m_degradedShort = whole.isEmpty() ? QString() : shortWords(status);
    m_degraded->setToolTip(tooltipText(whole.join(QLatin1Char('\n'))));
    m_degraded->setAccessibleName(m_degradedWords);
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

/// Said for as long as no alarm would be heard.
void AlarmBanner::showSound()
{
    const QString words = AlertWords::sound(*m_plant.alerts);
    const QString tip = words + QLatin1Char('\n') + AlertWords::soundReason(*m_plant.alerts);
    if (tip != std::exchange(m_soundTip, tip))
        m_sound->setToolTip(tooltipText(tip));
    if (words == std::exchange(m_soundWords, words))
        return;
    m_soundShort = m_plant.alerts->isAudible() ? QString() : tr("♪ off");
    m_sound->setAccessibleName(words);
    giveWay();
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
        return tr("%1 connected · %2/s")
            .arg(ConnectionRows::name(status.connections.front()), rate);
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

QStringList AlarmBanner::recordingWords(const PlantStatus &status) const
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
    return words;
}

/// The worst of it in a word behind a sign.
QString AlarmBanner::shortWords(const PlantStatus &status)
{
    const auto &all = status.connections;
    QString word;
    if (!status.recording)
        word = tr("stopped", "recording");
    else if (status.disk.isNearlyFull)
        word = tr("disk");
    else if (std::any_of(all.begin(), all.end(), isDown))
        word = tr("down", "connections");
    else if (std::any_of(all.begin(), all.end(), isOpenToAll))
        word = tr("open", "connections that are not encrypted");
    else if (!status.isOwner)
        word = tr("view", "of the data of another program");
    return word.isEmpty() ? word : QStringLiteral("⚠ ") + word;
}

QStringList AlarmBanner::connectionFaults(const PlantStatus &status, Timestamp now) const
{
    QStringList words;
    for (const ConnectionStatus &connection : status.connections) {
        const QString name = ConnectionRows::name(connection);
        if (isDown(connection))
            words << tr("no connection to %1 since %2")
                         .arg(name, timeText(connection.outSince, now, m_plant.zone));
        else if (isOpenToAll(connection))
            words << tr("%1 not encrypted").arg(name);
    }
    return words;
}

/// "2 of 3 connections down", "1 connection not encrypted".
QStringList AlarmBanner::faultCounts(const PlantStatus &status)
{
    const auto &all = status.connections;
    const auto down = static_cast<int>(std::count_if(all.begin(), all.end(), isDown));
    const auto open = static_cast<int>(std::count_if(all.begin(), all.end(), isOpenToAll));
    QStringList words;
    if (down > 0)
        words << tr("%1 of %n connection(s) down", nullptr, static_cast<int>(all.size())).arg(down);
    if (open > 0)
        words << tr("%n connection(s) not encrypted", nullptr, open);
    return words;
}

} // namespace telltale
