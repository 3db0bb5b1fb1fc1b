#pragma once

#include "data/alarms/alarm_board.h"
#include "data/alarms/alarm_rule.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace telltale {

/// The alarm list as it once was, put together from the journal: as far back as that reaches.
/// Causes and remedies are those of the rules of today. What only the engine knows - the horn, a
/// flood, chattering - is not in it.
/// Thread  one.
class AlarmPast
{
public:
    explicit AlarmPast(const std::vector<AlarmRule> &rules);

    void add(const AlarmJournalEntry &entry); ///< oldest first
    /// After the entries added, at `time`.
    AlarmSnapshot snapshot(Timestamp time) const;

private:
    void raise(AlarmRow &row, const AlarmJournalEntry &entry);

    std::map<std::string, AlarmRule> m_rules; ///< by id
    std::map<std::string, AlarmRow> m_rows; ///< by id of the alarm
    std::deque<Timestamp> m_raised; ///< of the last hour
};

} // namespace telltale
