#pragma once

#include "data/alarms/alarm_time.h"
#include "data/alarms/alarm_types.h"

#include <compare>
#include <optional>
#include <string_view>
#include <vector>

namespace telltale {

/// An alarm a flood withheld, of which a digest tells the number only.
struct WithheldAlarm
{
    std::string path; ///< its tag; of one without, its id
    int priority = 4;
    std::uint64_t count = 0; ///< how often it came
};

/// Something that leaves the program; its key is never used again.
struct AlarmNotification
{
    enum class Kind { Raise, Clear, Repeat, Escalate, Chatter, Digest };
    struct Key
    {
        std::string alarm;
        std::uint64_t occurrence = 0;
        Kind kind = Kind::Raise;
        std::uint64_t number = 1;
        auto operator<=>(const Key &) const = default;
    };
    AlarmTime time = 0;
    Kind kind = Kind::Raise;
    std::string alarm; ///< empty: a digest of what a flood raised; else a digest is of a channel
    std::uint64_t occurrence = 0;
    std::uint64_t number = 1; ///< counts those of one kind and occurrence
    std::uint64_t count = 0; ///< digest: how many it stands for
    std::string channel = {}; ///< the only one it is for; empty: it is for all
    std::optional<AlarmRow> about = std::nullopt; ///< the alarm as it was then; of no digest
    std::vector<WithheldAlarm> withheld
        = {}; ///< digest of a flood: those among them that are known
    std::string store = {}; ///< AlarmStore::id() of where it lies: its key is unique there

    Key key() const { return {alarm, occurrence, kind, number}; }
};

/// raise, clear, repeat, escalate, chatter, digest.
const char *notificationWord(AlarmNotification::Kind kind);
/// Nothing if it is none of them.
std::optional<AlarmNotification::Kind> notificationKind(std::string_view word);

/// What the engine did since the output was last taken, each list in order.
struct AlarmOutput
{
    struct Change
    {
        AlarmTime time;
        std::uint32_t alarm;
        AlarmState state; ///< shown
    };
    struct Horn
    {
        AlarmTime time;
        bool isOn;
    };
    std::vector<AlarmJournalEntry> journal;
    std::vector<AlarmNotification> notifications;
    std::vector<Change> states;
    std::vector<Horn> horn;

    bool isEmpty() const
    {
        return journal.empty() && notifications.empty() && states.empty() && horn.empty();
    }
    void clear()
    {
        journal.clear();
        notifications.clear();
        states.clear();
        horn.clear();
    }
};

} // namespace telltale
