#pragma once

#include "data/alarms/alarm_service.h"
#include "data/alarms/hex_text.h"
#include "data/storage/output_file.h"
#include "data/telemetry/cancel_flag.h"

#include <string>

namespace telltale {

enum class JournalFormat { Csv, Json };

/// What is to be exported of the alarm journal, and what the export has to say of it.
struct JournalOrder
{
    JournalFilter filter;
    std::string fault; ///< journalFault(); not empty: it is a warning beside the entries
};

/// What an export of the alarm journal wrote, and the end of the chain it was taken from.
struct JournalExport
{
    std::uint64_t entries = 0;
    JournalHead head;
};

/// Gives the entries up to `head` that fit, oldest first, until `take` says false: in stretches, so
/// that nobody who writes is held up.
/// Errors  Cancelled; those of the reader.
Outcome walkEntries(AlarmReader &reader, const JournalFilter &filter, const JournalHead &head,
                    const CancelFlag &cancel, const AlarmReader::Take &take);

/// Writes the entries that fit, oldest first: CSV with a heading, RFC 4180, its last record of type
/// HEAD with number and hash of the newest entry there was; or a JSON object {"entries": [...],
/// "head": {"seq", "hash"}}. Each entry has its hash, of its texts without the
/// ' that CSV has before what looks like a formula. A journal that is not as it was written has
/// before its head a record of type WARNING that says so, or a member "warning". Takes little
/// memory however many entries there are. Who calls finishes `file`.
/// Errors  Cancelled; those of the file and of the reader.
Result<JournalExport> exportJournal(AlarmReader &reader, const JournalOrder &order,
                                    JournalFormat format, OutputFile &file,
                                    const CancelFlag &cancel);

} // namespace telltale
