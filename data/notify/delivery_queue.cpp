#include "data/notify/delivery_queue.h"

#include "data/alarms/system_rules.h"

#include <algorithm>

namespace telltale {
namespace {

/// What a flood withheld has no higher one; what a channel was not given, and an alarm that could
/// not be read, may have any.
std::size_t priorityOf(const AlarmNotification &notification)
{
    if (notification.about)
        return static_cast<std::size_t>(std::clamp(notification.about->priority, 1, 4));
    const bool isOfFlood
        = notification.kind == AlarmNotification::Kind::Digest && notification.channel.empty();
    return isOfFlood ? 3 : 1;
}

} // namespace

DeliveryQueue::DeliveryQueue(std::string channel, const RetryPolicy &policy, std::uint32_t seed)
    : m_channel(std::move(channel))
    , m_policy(policy)
    , m_random(seed)
{ }

std::optional<DeliveryQueue::Key> DeliveryQueue::add(Item item, Steady steady)
{
    const Key key = item->key();
    if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
        --m_byPriority[priorityOf(*known->second->item)];
        ++m_byPriority[priorityOf(*item)];
        known->second->item = std::move(item);
        return std::nullopt;
    }
    ++m_byPriority[priorityOf(*item)];
    m_waiting.push_back({std::move(item), steady});
    m_byKey[key] = std::prev(m_waiting.end());
    if (m_waiting.size() <= kLimit)
        return std::nullopt;
    Place oldest = m_waiting.begin();
    if (isOwnDigest(*oldest->item)) // that stands for many
        ++oldest;
    const Key gone = oldest->item->key();
    remove(oldest);
    return gone;
}

DeliveryQueue::Item DeliveryQueue::next(Steady steady) const
{
    if (steady < m_after)
        return nullptr;
    const Waiting *best = nullptr;
    std::set<std::string_view> before;
    for (const Waiting &one : m_waiting) {
        if (!isCandidate(one, before) || one.after > steady || (best && !comesBefore(one, *best)))
            continue;
        best = &one;
        if (isBest(one))
            break;
    }
    return best ? best->item : nullptr;
}

/// `before` are the alarms with something older that was not refused. That an alarm is over is told
/// after it came, even if that was refused.
bool DeliveryQueue::isCandidate(const Waiting &one, std::set<std::string_view> &before) const
{
    const AlarmNotification &notification = *one.item;
    if (before.contains(notification.alarm))
        return false;
    if (!one.isRefused)
        before.insert(notification.alarm);
    return notification.kind != AlarmNotification::Kind::Clear
        || !m_byKey.contains(
            {notification.alarm, notification.occurrence, AlarmNotification::Kind::Raise, 1});
}

/// While the channel fails, what it failed at has its turn after the others: it may be the reason.
bool DeliveryQueue::comesBefore(const Waiting &one, const Waiting &older) const
{
    if (m_failures > 0 && one.attempts != older.attempts)
        return one.attempts < older.attempts;
    return priorityOf(*one.item) < priorityOf(*older.item);
}

/// Nothing younger can come before it.
bool DeliveryQueue::isBest(const Waiting &one) const
{
    const auto first = std::find_if(m_byPriority.begin(), m_byPriority.end(),
                                    [](std::size_t waiting) { return waiting > 0; });
    const bool isMostUrgent
        = priorityOf(*one.item) <= static_cast<std::size_t>(first - m_byPriority.begin());
    return isMostUrgent && (m_failures == 0 || one.attempts == 0);
}

std::optional<DeliveryQueue::Steady> DeliveryQueue::nextDue() const
{
    std::optional<Steady> due;
    std::set<std::string_view> before;
    for (const Waiting &one : m_waiting) {
        if (isCandidate(one, before))
            due = due ? std::min(*due, one.after) : one.after;
    }
    return due ? std::optional(std::max(*due, m_after)) : std::nullopt;
}

void DeliveryQueue::confirmed(const Key &key, Steady steady)
{
    m_confirmed = steady;
    m_failures = 0;
    m_after = {};
    if (const auto found = m_byKey.find(key); found != m_byKey.end())
        remove(found->second);
}

/// Where only this one is not wanted the others go on; else the channel rests. The one it failed at
/// rests for itself, too: longer each time, if the channel takes others meanwhile.
void DeliveryQueue::failed(const Key &key, const Error &why, Steady steady)
{
    const auto found = m_byKey.find(key);
    const bool isRefused = why.code == Error::Code::Refused;
    if (found != m_byKey.end()) {
        ++found->second->attempts;
        found->second->isRefused = isRefused;
    }
    if (!isRefused) {
        const bool hadWorked = m_failures == 0;
        m_failed = steady;
        m_after = steady + m_policy.wait(++m_failures, m_random);
        if (hadWorked && found != m_byKey.end())
            found->second->after = steady + m_policy.wait(++found->second->faults, m_random);
    } else if (found != m_byKey.end()) {
        found->second->after = steady + m_policy.wait(found->second->attempts, m_random);
    }
}

/// While a channel fails, one attempt stands for all that wait.
bool DeliveryQueue::hadItsChance(const Waiting &one) const
{
    return one.attempts > 0 || (m_failures > 0 && m_failed >= one.seen);
}

std::optional<DeliveryQueue::GivenUp> DeliveryQueue::giveUp(Timestamp now, Steady steady)
{
    GivenUp given;
    std::optional<Place> digest;
    for (Place place = m_waiting.begin(); place != m_waiting.end();) {
        const Place one = place++;
        const AlarmNotification &notification = *one->item;
        if (isOwnDigest(notification)) {
            digest = one;
        } else if (steady - one->seen >= m_policy.giveUpAfter && hadItsChance(*one)) {
            given.keys.push_back(notification.key());
            given.count += std::max<std::uint64_t>(notification.count, 1);
            remove(one);
        }
    }
    if (given.keys.empty())
        return std::nullopt;
    if (digest) {
        given.digest = *(*digest)->item;
        remove(*digest);
    } else {
        given.digest.kind = AlarmNotification::Kind::Digest;
        given.digest.alarm = kChannelAlarmPrefix + m_channel;
        given.digest.channel = m_channel;
        given.digest.time = toMicroseconds(now);
        given.digest.number = static_cast<std::uint64_t>(given.digest.time);
    }
    given.digest.count += given.count;
    given.isFailing = !m_confirmed || steady - *m_confirmed >= m_policy.giveUpAfter;
    return given;
}

bool DeliveryQueue::hasFailures() const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [](const Waiting &one) { return one.attempts > 0; });
}

void DeliveryQueue::remove(Place place)
{
    --m_byPriority[priorityOf(*place->item)];
    m_byKey.erase(place->item->key());
    m_waiting.erase(place);
}

bool DeliveryQueue::isOwnDigest(const AlarmNotification &notification) const
{
    return notification.kind == AlarmNotification::Kind::Digest
        && notification.channel == m_channel;
}

} // namespace telltale
