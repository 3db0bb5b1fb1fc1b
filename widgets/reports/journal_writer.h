#pragma once

#include "data/alarms/journal_export.h"
#include "data/telemetry/timestamp.h"

#include <QLocale>
#include <QTimeZone>

#include <string>

namespace telltale {

class TagRegistry;

/// What stands on paper beside the entries of the journal.
struct JournalPaper
{
    const TagRegistry *tags = nullptr; ///< never null: what tells assets apart
    std::string site; ///< or what else the plant is called
    QTimeZone zone; ///< of every time in it
    QLocale locale; ///< of numbers; the words follow the installed translation
    Timestamp now {}; ///< when it is made
    std::string by; ///< who makes it; empty: nobody is named
};

/// Writes the entries that fit, oldest first, as the bytes of a PDF, at its beginning number and
/// hash of the newest entry there was, and what of the journal is not as it was written. Who calls
/// finishes `file`. Thread  any; needs no window. Errors  LimitExceeded: they are more than 10 000;
/// Cancelled; those of reader and file.
Result<JournalExport> writeJournal(AlarmReader &reader, const JournalOrder &order,
                                   const JournalPaper &paper, OutputFile &file,
                                   const CancelFlag &cancel);

} // namespace telltale
