#include "data/history/history_check.h"

#include "data/history/log_codec.h"

#include <algorithm>
#include <bit>
#include <limits>

// What the check asks of the newest file beside its chunks: log, last values, state, gaps.

namespace telltale {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

} // namespace

/// One transaction for all of these: they change together.
Outcome HistoryCheck::checkState()
{
    const Result<HistoryState> state = readState(m_file->database());
    if (!state.ok())
        return state.error();
    m_state = state.value();
    const bool hasChunks = m_extent.first <= m_extent.second;
    if (hasChunks && (m_extent.first < m_state.oldest || m_extent.second > m_state.newest))
        tell("chunks lie outside of what the state says there is");
    m_paths.clear(); // those that came meanwhile, too
    for (const auto step : {&HistoryCheck::checkTags, &HistoryCheck::readSealed,
                            &HistoryCheck::checkLog, &HistoryCheck::checkLast}) {
        if (Outcome done = (this->*step)(); !done.ok())
            tell(done.error().detail);
    }
    return {};
}

Outcome HistoryCheck::readSealed()
{
    m_sealed.assign(m_paths.size(), kNever);
    m_logged.assign(m_paths.size(), kNever);
    return m_file->last().readAll([this](const LastStore::Row &row) {
        if (isKnown(row.sample.tag))
            m_sealed[row.sample.tag.value] = row.sealed;
    });
}

Outcome HistoryCheck::checkLog()
{
    std::int64_t newest = 0;
    const Outcome read
        = readLog(m_file->database(), 0,
                  [this, &newest](std::int64_t row, std::span<const std::uint8_t> blob) -> Outcome {
                      newest = row;
                      if (Outcome checked = checkGroup(row, blob); !checked.ok())
                          tell("log row " + std::to_string(row) + ": " + checked.error().detail);
                      return {};
                  });
    if (read.ok() && newest > m_state.logRow)
        tell("the log is longer than the state says");
    return read;
}

Outcome HistoryCheck::checkGroup(std::int64_t row, std::span<const std::uint8_t> blob)
{
    const Result<SampleBatch> group = decodeLog(blob);
    if (!group.ok())
        return group.error();
    advance(group->size());
    const bool hasExtent = m_state.oldest <= m_state.newest;
    for (std::size_t i = 0; i < group->size(); ++i) {
        const TagId tag = group->tags()[i];
        const std::int64_t time = group->times()[i];
        if (!isKnown(tag))
            return Error {Error::Code::Damaged,
                          "a sample of tag " + std::to_string(tag.value)
                              + ", which is not in the table of tags"};
        if (row <= m_sealed[tag.value]) {
            m_logged[tag.value] = std::max(m_logged[tag.value], time);
            continue;
        }
        ++m_counts.samples;
        if (!hasExtent || time < m_state.oldest || time > m_state.newest)
            return Error {Error::Code::Damaged,
                          "a sample lies outside of what the state says there is"};
    }
    return {};
}

Outcome HistoryCheck::checkLast()
{
    m_newest.resize(std::max(m_newest.size(), m_paths.size()));
    std::vector<bool> isThere(m_newest.size());
    const Outcome read = m_file->last().readAll([this, &isThere](const LastStore::Row &row) {
        if (row.sample.tag.value < isThere.size())
            isThere[row.sample.tag.value] = true;
        checkLastRow(row);
    });
    for (std::uint32_t i = 0; read.ok() && i < m_newest.size(); ++i) {
        if (m_newest[i] && !isThere[i])
            tell("there are chunks, but no last value", {i});
    }
    return read;
}

void HistoryCheck::checkLastRow(const LastStore::Row &row)
{
    const Sample &sample = row.sample;
    const std::int64_t time = toMicroseconds(sample.time);
    if (!isKnown(sample.tag))
        return tell("a last value of a tag that is not in the table of tags", sample.tag);
    if (row.sealed > m_state.logRow)
        tell("more of the log is marked as sealed than was ever written", sample.tag);
    if (!isNewest(sample))
        tell("the last value is not the newest of the chunks", sample.tag,
             TimeRange {sample.time, sample.time});
    if (m_logged[sample.tag.value] > time)
        tell("samples are marked as sealed that are in no chunk", sample.tag,
             TimeRange {sample.time, timestampFromMicroseconds(m_logged[sample.tag.value])});
}

/// Of the chunks that were met; one that has grown too old is no reproach.
bool HistoryCheck::isNewest(const Sample &sample)
{
    std::optional<Newest> &met = m_newest[sample.tag.value];
    const std::int64_t time = toMicroseconds(sample.time);
    const auto isIt = [&sample, time](const Newest &newest) {
        return time > newest.time || (time == newest.time && newest.isRolledUp)
            || (time == newest.time && newest.bits == std::bit_cast<std::uint64_t>(sample.value)
                && newest.quality == sample.quality && newest.flags == sample.flags
                && (!sample.flags.hasSide() || newest.side == sample.side));
    };
    if (!met || isIt(*met))
        return true;
    // Another may have come to its place since.
    const auto now = m_file->newestAt(sample.tag, std::numeric_limits<std::int64_t>::max());
    if (!now.ok() || !now.value() || toMicroseconds(now.value()->time) < met->time)
        return false;
    return isIt({toMicroseconds(now.value()->time),
                 std::bit_cast<std::uint64_t>(now.value()->value), now.value()->quality,
                 now.value()->flags, now.value()->side, false});
}

Outcome HistoryCheck::checkGaps()
{
    const Result<std::vector<HistoryGap>> gaps
        = readGaps(m_file->database(), {Timestamp::min(), Timestamp::max()});
    if (!gaps.ok())
        return gaps.error();
    for (const HistoryGap &gap : gaps.value()) {
        const bool isKnownCause = *causeWord(gap.cause) != '\0';
        if (!isKnownCause || gap.range.to < gap.range.from
            || (gap.tag.isValid() && !isKnown(gap.tag)))
            tell("a gap of no known cause, end or tag", gap.tag, gap.range);
    }
    return {};
}

} // namespace telltale
