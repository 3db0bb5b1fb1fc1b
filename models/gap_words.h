#pragma once

#include "data/history/gap.h"

#include <QString>

namespace telltale {

/// "broker down 1 min 50 s": why samples are missing, and for how long by `now`; only why, if
/// nobody knows since when.
QString gapWords(const HistoryGap &gap, Timestamp now);
/// Of a time of which only roll-ups are left.
QString rollUpWords();

/// Shorter than a second by `now`: too little to be told among events.
bool isBrief(const HistoryGap &gap, Timestamp now);

} // namespace telltale
