#pragma once

#include "models/alarm_journal.h"

#include "data/alarms/alarm_board.h"
#include "data/alarms/key_figure_counter.h"

#include <memory>
#include <vector>

namespace telltale {

/// Of when key figures are to be counted, and with what.
struct KeyFigureRequest
{
    std::vector<TimeRange> ranges; ///< read in one go
    FigureRules rules;
    /// The lists of alarms, for the ranges that end at `now` or later; null: there are none.
    std::shared_ptr<const AlarmSnapshot> alarms;
    Timestamp now {};
};

using KeyFigureList = std::vector<KeyFigures>; ///< one per range

/// Takes as long as reading the journal takes.
/// Thread  that of the source.
/// Errors  of the source; Cancelled.
Result<KeyFigureList> countKeyFigures(const JournalSource &source, const KeyFigureRequest &request,
                                      const CancelFlag &cancel);

} // namespace telltale
