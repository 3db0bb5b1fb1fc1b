#include "data/history/history_damage.h"

#include "data/telemetry/timestamp_text.h"

namespace telltale {

const char *const kDamageRemedy
    = "Run \"telltale verify\": it says which samples are lost, and \"telltale verify "
      "--repair\" saves the rest. "
      "Everything else is recorded and read on.";

bool isOfFile(const Error &error)
{
    return error.code == Error::Code::Damaged || error.code == Error::Code::DiskError;
}

TimeRange periodOf(std::size_t index,
                   std::span<const std::pair<std::int64_t, std::int64_t>> extents)
{
    TimeRange period {Timestamp::min(), Timestamp::max()};
    for (std::size_t i = 0; i < extents.size(); ++i) {
        const auto &[oldest, newest] = extents[i];
        if (i == index || oldest > newest)
            continue;
        if (i < index)
            period.from = timestampFromMicroseconds(newest);
        else if (period.to == Timestamp::max())
            period.to = timestampFromMicroseconds(oldest);
    }
    return period.from < period.to ? period : TimeRange {Timestamp::min(), Timestamp::max()};
}

std::string missingWords(const TimeRange &missing)
{
    const bool hasBegin = missing.from != Timestamp::min();
    const bool hasEnd = missing.to != Timestamp::max();
    if (hasBegin && hasEnd)
        return "samples between " + isoText(missing.from) + " and " + isoText(missing.to)
            + " are missing";
    if (hasEnd && !hasBegin)
        return "samples before " + isoText(missing.to) + " are missing";
    if (hasBegin && !hasEnd)
        return "samples after " + isoText(missing.from) + " are missing";
    return "samples are missing";
}

std::string damageWords(const HistoryDamage &damage)
{
    return "cannot be read (" + damage.why + "): " + missingWords(damage.missing);
}

} // namespace telltale
