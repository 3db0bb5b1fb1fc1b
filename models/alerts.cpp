#include "models/alerts.h"

#include "data/alarms/alarm_board.h"

#include <utility>

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kLookEvery {100};

} // namespace

Alerts::Alerts(const AlarmBoard &alarms, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
{
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Alerts::look);
}

void Alerts::start()
{
    look();
    m_timer.start();
}

void Alerts::look()
{
    const std::uint64_t version = m_alarms.version();
    if (std::exchange(m_hasLooked, true) && version == m_version)
        return;
    m_version = version;
    const auto snapshot = m_alarms.snapshot();
    m_horn.update(*snapshot);
    tell();
    if (const std::vector<AlarmRow> news = m_news.look(*snapshot); !news.empty())
        Q_EMIT urgentCame(news);
}

void Alerts::silenceHere()
{
    m_horn.silenceHere();
    tell();
}

void Alerts::setMuted(bool isMuted)
{
    m_isMuted = isMuted;
    tell();
}

Horn::State Alerts::horn() const
{
    return m_isMuted ? Horn::State {HornTone::None, m_horn.state().begun} : m_horn.state();
}

void Alerts::tell()
{
    const Horn::State state = horn();
    if (std::exchange(m_told, state) != state)
        Q_EMIT hornChanged();
}

void Alerts::setSound(const Outlet &sound)
{
    m_sound = sound;
}

void Alerts::setDesktop(const Outlet &desktop)
{
    m_desktop = desktop;
}

} // namespace telltale
