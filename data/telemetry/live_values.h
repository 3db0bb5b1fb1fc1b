#pragma once

#include "data/telemetry/sample_batch.h"

#include <array>
#include <mutex>
#include <span>
#include <vector>

namespace telltale {

/// The newest sample of every tag, by event time, in arrays with a mark of what changed.
/// Thread  any; one lock, held for one batch or one question. The window asks once per frame what
///         changed among the tags it shows, so that its cost follows what is visible.
/// Shape   a late sample (older event time than the newest) does not change what is live. A time
///         ahead of its arrival by more than kFutureLimit is replaced by it, as alarms do; history
///         has what the source said.
class LiveValues
{
public:
    struct Value
    {
        Sample sample; ///< sample.tag is invalid if nothing has come yet
        Timestamp arrival {}; ///< when it was received
        std::int64_t cadence
            = 0; ///< smoothed distance of its event times, microseconds; 0: unknown
        std::int64_t heardFor = 0; ///< event time its cadence is known from, microseconds
        std::uint32_t steps = 0; ///< in that time
        std::int8_t decimals = -1; ///< that its numbers needed so far; -1: there was none
        bool fromHistory = false; ///< put there at start, not received since
        bool sourceDown = false; ///< its source is disconnected or switched off
        bool deviceGone = false; ///< its device said goodbye
        bool hadOutage = false; ///< one of these two, since its sample came
        bool isHeld() const { return sourceDown || deviceGone; } ///< nobody vouches for it
        std::uint64_t change = 0; ///< counts up over all tags: newer changes are larger
    };

    void apply(const SampleBatch &batch);
    /// Last stored values at start; never replaces a received one.
    void restore(std::span<const Sample> samples);
    /// Marks tags as (not) vouched for by their source. A sample that comes ends that by itself.
    void setSourceDown(std::span<const TagId> tags, bool down);
    /// Their device said goodbye; the next sample says it is back.
    void setDeviceGone(std::span<const TagId> tags);

    Value value(TagId tag) const;
    /// Of `tags`, those that changed after `change`; `change` is moved on. Ordered as asked.
    std::vector<Value> changedSince(std::uint64_t &change, std::span<const TagId> tags) const;
    /// All samples ever applied.
    std::uint64_t lastChange() const;

    /// A sample that came live, not kept by a broker nor sent again, for who measures how long that
    /// took.
    struct Coming
    {
        TagId tag;
        Timestamp time {}; ///< its own, at most that of its arrival
        std::uint64_t change = 0;
    };
    /// The first one of each batch after `change`, oldest first, of at most the last kComings
    /// batches; `change` is moved on.
    std::vector<Coming> comingsSince(std::uint64_t &change) const;
    static constexpr std::size_t kComings = 64;

private:
    void mark(std::span<const TagId> tags, bool Value::*what, bool on);
    void keepComing(const Value &value);

    mutable std::mutex m_mutex;
    std::vector<Value> m_values;
    std::uint64_t m_change = 0;
    std::array<Coming, kComings> m_comings; ///< a ring
    std::size_t m_nextComing = 0;
};

/// Whether a value may not be shown as live at `now`: not received, its source down, sent by the
/// broker from its store (nobody knows whether its device still lives), older than its own cadence
/// allows (three times it, at least 10 s; unknown cadence: 5 minutes), or late when it came (by
/// more than that and a minute: a device sends what it had kept).
bool isStale(const LiveValues::Value &value, Timestamp now);

} // namespace telltale
