// How notifications leave the service: what is stored goes to the carrier, and what he says of it
// into the next commit.

#include "data/alarms/local_alarm_service.h"

#include "data/alarms/system_rules.h"

#include <utility>

namespace telltale {

void LocalAlarmService::setCarrier(NotificationCarrier *carrier)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanting = carrier;
    }
    const std::lock_guard lock(m_carrierMutex);
    m_carrier = carrier;
    if (m_carrier && !m_uncarried.empty())
        m_carrier->stored(std::exchange(m_uncarried, {}));
}

void LocalAlarmService::handOver(std::vector<AlarmNotification> stored)
{
    std::vector<StoredNotification> all;
    for (AlarmNotification &one : stored) {
        one.store = m_storeId;
        all.push_back({std::move(one), {}, false});
    }
    carry(std::move(all));
}

/// What lies in a store that could not be read at the start, before the first commit to it adds to
/// that.
Outcome LocalAlarmService::readMissedOutbox(AlarmStore &store)
{
    if (!m_missesOutbox)
        return {};
    Result<std::vector<StoredNotification>> waiting = store.outbox();
    if (!waiting)
        return waiting.error();
    m_missesOutbox = false;
    carry(std::move(waiting).value());
    return {};
}

/// Without a carrier they wait as the store keeps them: the oldest give way.
void LocalAlarmService::carry(std::vector<StoredNotification> stored)
{
    if (stored.empty())
        return;
    const std::lock_guard lock(m_carrierMutex);
    m_uncarried.insert(m_uncarried.end(), std::make_move_iterator(stored.begin()),
                       std::make_move_iterator(stored.end()));
    if (m_carrier)
        return m_carrier->stored(std::exchange(m_uncarried, {}));
    constexpr auto kLimit = static_cast<std::size_t>(AlarmStore::kOutboxLimit);
    const std::size_t gone = m_uncarried.size() > kLimit ? m_uncarried.size() - kLimit : 0;
    m_uncarried.erase(m_uncarried.begin(), m_uncarried.begin() + static_cast<std::ptrdiff_t>(gone));
}

void LocalAlarmService::settle(std::vector<AlarmDelivery> deliveries,
                               std::optional<AlarmNotification> digest)
{
    const std::lock_guard lock(m_mutex);
    m_deliveries.insert(m_deliveries.end(), std::make_move_iterator(deliveries.begin()),
                        std::make_move_iterator(deliveries.end()));
    if (digest)
        m_notifications.push_back(std::move(*digest));
    limitWaiting();
    m_storeWork.notify_one();
}

int LocalAlarmService::linkOfChannel(const std::string &channel)
{
    const int next = kFirstChannelLink - static_cast<int>(m_channelLinks.size());
    return m_channelLinks.try_emplace(channel, next).first->second;
}

void LocalAlarmService::nameChannels(const std::vector<std::string> &channels)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    bool isNew = false;
    for (const std::string &channel : channels)
        isNew = putSystemRule(channelRule(channel, linkOfChannel(channel))) || isNew;
    if (isNew)
        installRules(t, nullptr); // with many rules that takes its time
    collect();
    publishIfDue(false);
}

void LocalAlarmService::channelChanged(const std::string &channel, ChannelNews news, Timestamp at)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    const int link = linkOfChannel(channel);
    addSystemRule(t, channelRule(channel, link));
    m_engine.connection(t, link, news == ChannelNews::Works, toMicroseconds(at));
    collect();
    publishIfDue(false);
}

} // namespace telltale
