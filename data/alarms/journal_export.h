#pragma once

#include "data/alarms/alarm_service.h"
#include "data/storage/output_file.h"

#include <atomic>
#include <string>

namespace telltale {

enum class JournalFormat { Csv, Json };

/// What an export of the alarm journal wrote, and the end of the chain it was taken from.
struct JournalExport
{
    std::uint64_t entries = 0;
    JournalHead head;
};

/// Lower case, two digits a byte.
std::string hexText(const JournalHash &hash);

/// Writes the entries that fit, oldest first: CSV with a heading, RFC 4180, its last record of type
/// HEAD with number and hash of the newest entry there was; or a JSON object {"entries": [...],
/// "head": {"seq", "hash"}}. Each entry has its hash. Takes little memory however many there are,
/// and holds up nobody who writes. Who calls finishes `file`.
/// Errors  Cancelled once `isCancelled`, those of the file and of the reader.
Result<JournalExport> exportJournal(AlarmReader &reader, const JournalFilter &filter,
                                    JournalFormat format, OutputFile &file,
                                    const std::atomic<bool> &isCancelled);

} // namespace telltale
