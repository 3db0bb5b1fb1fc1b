#pragma once

#include "data/alarms/alarm_outbox.h"
#include "data/notify/retry_policy.h"
#include "data/telemetry/result.h"
#include "data/telemetry/timestamp.h"

#include <array>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// What waits for one channel, and which of it is tried next. Of one alarm it is the oldest, unless
/// the other side refused that; of those the most urgent, then the oldest; while the channel fails
/// the one that was tried least. So a notification the other side does not want, or fails at, holds
/// up no other. No clock, no threads: times are arguments.
/// Shape   at most kLimit wait; the oldest give way, the digest last.
/// Unit    `steady` is the clock that never steps; `now` is UTC, as notifications have it.
class DeliveryQueue
{
public:
    using Key = AlarmNotification::Key;
    using Steady = std::chrono::microseconds;
    using Item = std::shared_ptr<const AlarmNotification>; ///< one for the queues of all channels

    static constexpr std::size_t kLimit = 10'000;

    /// Notifications nobody need deliver any more, and the digest that tells their number.
    struct GivenUp
    {
        std::vector<Key> keys;
        AlarmNotification digest; ///< to be add()ed again once it is stored
        std::uint64_t count = 0; ///< how many of them it did not stand for before
        bool isFailing = false; ///< the channel confirmed nothing for as long as the policy says
    };

    DeliveryQueue(std::string channel, const RetryPolicy &policy, std::uint32_t seed);

    /// Nothing, or what gave way to it. A key that waits already gets the new count.
    std::optional<Key> add(Item item, Steady steady);
    /// What should be tried now; null: wait until nextDue().
    Item next(Steady steady) const;
    /// When next() may have something, if nothing comes.
    std::optional<Steady> nextDue() const;
    void confirmed(const Key &key, Steady steady);
    void failed(const Key &key, const Error &why, Steady steady);
    /// What waits here longer than the policy allows leaves the queue, if the channel had its
    /// chance meanwhile: a clock that steps, or an earlier life of the program, costs nothing.
    /// Nothing: there is none. `now` dates the digest.
    std::optional<GivenUp> giveUp(Timestamp now, Steady steady);

    std::size_t size() const { return m_waiting.size(); }
    bool hasFailures() const; ///< something that waits was tried already

private:
    struct Waiting
    {
        Item item;
        Steady seen {0}; ///< since when it waits here
        unsigned attempts = 0;
        unsigned faults = 0; ///< of them, at which the channel failed that had worked
        bool isRefused = false; ///< by the last of them
        Steady after {0}; ///< not before
    };
    using Place = std::list<Waiting>::iterator;

    bool isCandidate(const Waiting &one, std::set<std::string_view> &before) const;
    bool comesBefore(const Waiting &one, const Waiting &older) const;
    bool isBest(const Waiting &one) const;
    void remove(Place place);
    bool hadItsChance(const Waiting &one) const;
    bool isOwnDigest(const AlarmNotification &notification) const;

    const std::string m_channel;
    const RetryPolicy m_policy;
    std::minstd_rand m_random;
    std::list<Waiting> m_waiting; ///< oldest first
    std::map<Key, Place> m_byKey;
    std::array<std::size_t, 5> m_byPriority {}; ///< how many wait; the first one is for none
    unsigned m_failures = 0; ///< of the channel, in a row
    Steady m_failed {0}; ///< the last of them
    std::optional<Steady> m_confirmed; ///< when it last took something
    Steady m_after {0}; ///< the channel rests until then
};

} // namespace telltale
