#pragma once

#include "data/history/gap.h"

#include <QString>

#include <string>

namespace telltale {

/// "broker down 1 min 50 s": why samples are missing, and for how long by `now`; only why, if
/// nobody knows since when.
QString gapWords(const HistoryGap &gap, Timestamp now);
/// Why alone, of a cause as GapTotals names it; one of a later version as it names it.
QString gapCauseWords(const std::string &key);
/// Of a time of which only roll-ups are left.
QString rollUpWords();

/// Shorter than a second by `now`: too little to be told among events.
bool isBrief(const HistoryGap &gap, Timestamp now);

} // namespace telltale
