#pragma once

#include "data/alarms/journal_filter.h"
#include "data/storage/database.h"

namespace telltale {

/// One entry of the alarm journal as a row; columns in this order in every statement.
constexpr const char *kJournalColumns
    = "seq,t_us,et_us,type,alarm,tag,title,occ,from_state,to_state,priority,value,unit,quality,"
      "limit_value,by_whom,role,station,reason,text,action,set_json,old_json,until_us,count,late,"
      "first_out";
constexpr int kJournalColumnCount = 27;

/// Binds parameters 1 .. kJournalColumnCount.
void bindEntry(Statement &statement, const AlarmJournalEntry &entry);
/// Reads columns 0 .. kJournalColumnCount - 1.
AlarmJournalEntry readEntry(const Statement &statement);
/// What a filter looks at, of the same columns; valid until the next step.
JournalTexts textsOf(const Statement &statement);

} // namespace telltale
