#pragma once

#include "data/sources/journal_segment.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// What an earlier life left in a journal folder.
struct RecoveredJournal
{
    std::deque<std::shared_ptr<JournalSegment>> segments; ///< oldest first; the last one goes on
    std::shared_ptr<JournalSegment> spare; ///< made ahead, not begun
    std::uint64_t number = 0; ///< of the last message
    std::string notes; ///< English: what was damaged
    std::vector<std::uint64_t> damaged; ///< begins of segments that were set aside, ever
};

/// Opens the segments of `folder`. Reads only headers and the last segment with records: that one
/// ends at the last whole record, a torn rest is cleared. Files whose header, name or length do not
/// hold get the suffix `.damaged`.
/// Errors  DiskError: the folder cannot be read.
Result<RecoveredJournal> recoverJournal(const std::string &folder);

} // namespace telltale
