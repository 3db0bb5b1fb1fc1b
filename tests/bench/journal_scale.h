#pragma once

#include <optional>

namespace telltale::bench {

class TimedApplication;

/// A search of a journal of a million entries from the window; none: could not be measured.
struct JournalScaleResult
{
    std::optional<double> searchMs; ///< until it is known that nothing fits: all was looked through
    std::optional<double> firstPageMs; ///< until two hundred lines that fit are shown
    std::optional<double> worstFrameMs; ///< the longest event of the GUI thread meanwhile
};

JournalScaleResult runJournalScale(TimedApplication &application);

} // namespace telltale::bench
