#pragma once

#include "data/alarms/alarm_types.h"

#include <string>

namespace telltale {

/// Line feed included.
extern const char *const kJournalCsvHeading;

/// Appends one record of CSV with its line feed, `hash` in hexadecimal digits. Texts that a
/// spreadsheet would take for formulas get a leading '; numbers stay as they are.
void appendCsv(std::string &out, const AlarmJournalEntry &entry, const std::string &hash);
/// Appends one JSON object; what is empty or absent is left out.
void appendJson(std::string &out, const AlarmJournalEntry &entry, const std::string &hash);

/// A record of type WARNING, and a member "warning" after another one.
void appendCsvWarning(std::string &out, const std::string &words);
void appendJsonWarning(std::string &out, const std::string &words);

} // namespace telltale
