#pragma once

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// A stretch of time for which samples are missing, and why. tag invalid: all tags of `source`;
/// source 0 and tag invalid: everything. Of a device (isOfDevice()) `tag` is one of its tags and
/// stands for all, as DeviceTags knows them.
struct HistoryGap
{
    enum class Cause : std::uint8_t {
        ProgramOff = 1,
        SourceDisconnected,
        DeviceSilent,
        PayloadRejected,
        DiskError,
        Overload,
        SwitchedOff, ///< a person switched its source off, or removed it
        NameUnknown, ///< of the host of its source; so are the next three of its connection
        TlsFailed,
        SignInRefused,
        NotPermitted
    };
    Cause cause = Cause::ProgramOff;
    SourceId source;
    TagId tag;
    TimeRange range; ///< to == the largest time while it lasts
    /// How much of `range` lay between the gaps that were joined to this one; not stored.
    std::chrono::microseconds between {0};

    bool isOfDevice() const
    {
        return cause == Cause::DeviceSilent || cause == Cause::PayloadRejected;
    }
};

struct TrendRange;

/// `gaps` as far as samples are missing in them: what a broker had kept is no longer. Of a gap with
/// samples the parts before and behind them stay, if longer than two of the samples' distances.
std::vector<HistoryGap> withoutReceived(const std::vector<HistoryGap> &gaps,
                                        const TrendRange &data);

/// `gaps` of one tag: those of its device end where another one says that nobody listened, or that
/// what came was lost, and go on behind it.
std::vector<HistoryGap> withoutExplained(std::vector<HistoryGap> gaps);

/// `gaps` by begin. Neighbours of one cause, source and tag that lie in one of so many columns of
/// `range` are one: at most two of each for a column, however often a device comes and goes.
std::vector<HistoryGap> joinedIn(TimeRange range, int columns, std::vector<HistoryGap> gaps);

/// `ranges` by time; those that overlap or touch one another are one.
std::vector<TimeRange> united(std::vector<TimeRange> ranges);

/// English words for logs and exports.
const char *causeWord(HistoryGap::Cause cause);
/// The same as the name of a counter: "device_silent".
std::string causeKey(HistoryGap::Cause cause);
/// Nothing: a later version's.
std::optional<HistoryGap::Cause> causeOfKey(std::string_view key);

} // namespace telltale
