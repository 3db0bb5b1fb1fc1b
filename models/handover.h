#pragma once

#include "models/alarm_journal.h"
#include "models/alarm_occurrences.h"

#include "data/alarms/alarm_board.h"
#include "data/alarms/key_figure_counter.h"

#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// Of which shift, and with what.
struct HandoverRequest
{
    TimeRange shift;
    Timestamp now {}; ///< in the shift, or after it
    FigureRules rules;
    std::shared_ptr<const AlarmSnapshot> alarms; ///< the lists of now; never null
};

/// What one shift hands over to the next. The lists are of now, all else is of the shift, up to
/// now.
struct Handover
{
    TimeRange shift;
    Timestamp now {};
    std::shared_ptr<const AlarmSnapshot> alarms = std::make_shared<AlarmSnapshot>();
    KeyFigures figures;
    std::vector<AlarmOccurrence> urgent; ///< priority 1 and 2 that came, returned or were answered
    std::vector<AlarmJournalEntry> actions; ///< of people, oldest first
    std::vector<AlarmJournalEntry> notes; ///< for the next shift, oldest first
    std::uint64_t moreUrgent = 0; ///< annunciations there was no room for
    std::uint64_t moreActions = 0;

    bool isRunning() const { return now < shift.to; }
    /// Out of service for longer than a day, or since nobody knows when.
    std::size_t longOutOfService() const;
};

/// Whether a note that is written now about the shift would be found with it.
bool takesNotes(TimeRange shift, Timestamp now);

/// Takes as long as reading the journal of the shift takes. Notes are looked for up to a day after
/// the shift: they say which one they are about.
/// Thread  that of the source.
/// Errors  of the source; Cancelled.
Result<Handover> gatherHandover(const JournalSource &source, const HandoverRequest &request,
                                const CancelFlag &cancel);

} // namespace telltale
