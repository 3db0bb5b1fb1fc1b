#include "data/notify/delivery_queue.h"

#include "data/alarms/system_rules.h"

#include <algorithm>

namespace telltale {

DeliveryQueue::DeliveryQueue(std::string channel, const RetryPolicy &policy, std::uint32_t seed)
    : m_channel(std::move(channel))
    , m_policy(policy)
    , m_random(seed)
{ }

std::optional<DeliveryQueue::Key> DeliveryQueue::add(Item item, Steady steady)
{
    const Key key = item->key();
    if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
        known->second->item = std::move(item);
        return std::nullopt;
    }
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
        if (!isCandidate(one, before) || one.after > steady
            || (best && one.attempts >= best->attempts))
            continue;
        best = &one;
        if (one.attempts == 0)
            break; // none can be better
    }
    return best ? best->item : nullptr;
}

/// `before` are the alarms with something older that was not refused.
bool DeliveryQueue::isCandidate(const Waiting &one, std::set<std::string_view> &before)
{
    if (before.contains(one.item->alarm))
        return false;
    if (!one.isRefused)
        before.insert(one.item->alarm);
    return true;
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

/// Where only this one is not wanted the others go on; else the channel rests.
void DeliveryQueue::failed(const Key &key, const Error &why, Steady steady)
{
    const auto found = m_byKey.find(key);
    const bool isRefused = why.code == Error::Code::Refused;
    if (found != m_byKey.end()) {
        ++found->second->attempts;
        found->second->isRefused = isRefused;
    }
    if (!isRefused) {
        m_failed = steady;
        m_after = steady + m_policy.wait(++m_failures, m_random);
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
    m_byKey.erase(place->item->key());
    m_waiting.erase(place);
}

bool DeliveryQueue::isOwnDigest(const AlarmNotification &notification) const
{
    return notification.kind == AlarmNotification::Kind::Digest
        && notification.channel == m_channel;
}

} // namespace telltale
