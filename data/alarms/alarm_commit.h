#pragma once

#include "data/alarms/alarm_outbox.h"
#include "data/alarms/alarm_types.h"
#include "data/telemetry/journal_position.h"

#include <optional>
#include <vector>

namespace telltale {

/// Everything one transaction of the alarm store takes in: what changed, and why.
struct AlarmCommit
{
    struct Alarm
    {
        std::string id;
        std::string memory; ///< AlarmEngine::saveAlarm()
        std::optional<AlarmRow> row; ///< nothing: normal, in no list
    };
    struct Input
    {
        std::string path;
        std::string memory; ///< AlarmEngine::saveInput()
    };
    std::vector<AlarmJournalEntry> entries; ///< in order; the store numbers them
    std::uint64_t firstEntry = 0; ///< how many entries the service made before these
    std::vector<AlarmNotification> notifications; ///< for the outbox, in order
    std::vector<AlarmDelivery> deliveries; ///< of what the outbox had before those
    std::uint64_t droppedNotifications = 0; ///< had no room while they waited for this commit
    std::vector<Alarm> alarms;
    std::vector<Input> inputs;
    std::string globals; ///< AlarmEngine::saveGlobals(); empty: unchanged
    std::optional<std::string> rules; ///< text of ruleSetToJson(); nothing: unchanged
    JournalPosition position;
    bool isLast = false; ///< the orderly end: also empties the write-ahead log
};

/// What an alarm store held when it was opened.
struct AlarmStoreContent
{
    std::vector<AlarmCommit::Alarm> alarms; ///< without rows
    std::vector<AlarmCommit::Input> inputs;
    std::string globals;
    std::string rules;
    std::vector<StoredNotification> outbox; ///< oldest first
    JournalPosition position;
    bool isNew = false; ///< nothing was there
};

} // namespace telltale
