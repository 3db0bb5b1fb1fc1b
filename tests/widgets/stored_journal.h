#pragma once

#include "data/alarms/alarm_types.h"

#include <string>
#include <vector>

namespace telltale::test {

/// Puts entries behind those of the alarm store in `folder`, which is made if there is none.
void storeJournal(const std::string &folder, std::vector<AlarmJournalEntry> entries);

/// An entry of an alarm of a tag, by somebody.
AlarmJournalEntry journalEntry(const char *type, const std::string &tag, Timestamp time,
                               int priority = 2);

} // namespace telltale::test
