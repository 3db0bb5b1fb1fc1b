#pragma once

#include "data/alarms/alarm_time.h"
#include "data/alarms/alarm_types.h"

#include <optional>
#include <string_view>
#include <vector>

namespace telltale {

/// Something that leaves the program; its key is (alarm, occurrence, kind, number).
struct AlarmNotification
{
    enum class Kind { Raise, Clear, Repeat, Escalate, Chatter, Digest };
    AlarmTime time = 0;
    Kind kind = Kind::Raise;
    std::string alarm; ///< empty: a digest
    std::uint64_t occurrence = 0;
    std::uint64_t number = 1; ///< counts those of one kind and occurrence
    std::uint64_t count = 0; ///< digest: how many it stands for
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
