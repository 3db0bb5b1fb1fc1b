#pragma once

#include "data/alarms/alarm_types.h"
#include "data/telemetry/result.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace telltale {

/// The alarm a flood began with: the first-out of a group if more of that are among its alarms,
/// else the one that happened first.
struct FloodOrigin
{
    std::string alarm; ///< id
    std::string title;
    std::string tag; ///< path
    Timestamp since {}; ///< event time
    bool operator==(const FloodOrigin &) const = default;
};

/// The alarm list as views see it, newest state first to be shown from memory.
struct AlarmSnapshot
{
    std::vector<AlarmRow> rows; ///< the alarm list, in the order of alarms.md section 10
    std::vector<AlarmRow> suppressed; ///< shelved, suppressed by design, out of service
    std::uint32_t newByPriority[5] = {}; ///< UNACK, index 1..4
    std::uint32_t returnedByPriority[5] = {}; ///< RTNUN and LATUN: returned, not acknowledged
    std::uint32_t activeByPriority[5] = {}; ///< UNACK and ACKED
    std::uint32_t shelved = 0;
    std::uint32_t suppressedByDesign = 0;
    std::uint32_t outOfService = 0;
    bool flood = false;
    std::optional<FloodOrigin> floodFirst; ///< in a flood; absent: an older program did not note it
    std::uint32_t recent = 0; ///< annunciations in the window of floods, ten minutes
    bool horn = false;
    double perHour = 0.0; ///< annunciations in the last hour
    std::uint64_t version = 0;

    /// Sets the counts by priority and of what is hidden from the rows.
    void count();
};

/// What came of an act. One for several alarms may be done for some of them and refused for others.
class AlarmAnswer : public Outcome
{
public:
    using Outcome::Outcome;
    AlarmAnswer(Outcome outcome)
        : Outcome(std::move(outcome))
    { }

    std::size_t acknowledged = 0; ///< alarms, by an act that names several
    std::size_t refused = 0; ///< of those it named; the outcome says why
};

/// Between the alarm engine and its views.
/// Thread  any. The owner publishes; a view reads the snapshot when version() moved, and is told
///         by `changed` (called on the publishing thread: it may only post an event).
/// Errors  act() answers through `done` when the action is durable, or with why it was refused:
///         NotPermitted naming the owner when this process is a view, Refused with the reason word.
class AlarmBoard
{
public:
    using Done = std::function<void(AlarmAnswer)>;
    using Actor = std::function<void(AlarmAction, Done)>;

    void publish(std::shared_ptr<const AlarmSnapshot> snapshot);
    std::shared_ptr<const AlarmSnapshot> snapshot() const;
    std::uint64_t version() const;

    void setActor(Actor actor); ///< who carries actions out; the owner sets it
    void act(AlarmAction action, Done done);
    std::uint64_t answers() const { return m_answers; } ///< how many acts were answered so far
    void setChanged(std::function<void()> changed);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const AlarmSnapshot> m_snapshot = std::make_shared<AlarmSnapshot>();
    Actor m_actor;
    std::atomic<std::uint64_t> m_answers = 0;
    std::function<void()> m_changed;
};

} // namespace telltale
