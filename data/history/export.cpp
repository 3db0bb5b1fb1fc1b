#include "data/history/export.h"

#include "data/telemetry/path_pattern.h"
#include "data/telemetry/timestamp_text.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kPieceSize = 64U << 10U;

/// Collects rows into pieces worth a write.
class RowWriter
{
public:
    RowWriter(const ExportForm &form, const std::function<bool(std::string_view)> &write)
        : m_form(form)
        , m_write(write)
        , m_piece(exportHeading(form))
    { }
    bool add(std::string_view tag, const Sample &sample)
    {
        appendExportRow(m_piece, m_form, tag, sample);
        return m_piece.size() < kPieceSize || flush();
    }
    bool flush()
    {
        m_isOk = m_isOk && (m_piece.empty() || m_write(m_piece));
        m_piece.clear();
        return m_isOk;
    }
    bool isOk() const { return m_isOk; }

private:
    ExportForm m_form;
    const std::function<bool(std::string_view)> &m_write;
    std::string m_piece;
    bool m_isOk = true;
};

/// The part of the range that can hold samples: an aggregate must not hold a value for ever.
Result<TimeRange> rangeWithin(HistoryReader &reader, const TimeRange &asked)
{
    const Result<TimeRange> extent = reader.extent();
    if (!extent.ok())
        return extent;
    return TimeRange {std::max(asked.from, extent->from), std::min(asked.to, extent->to)};
}

/// Each once, by the bytes of their paths.
std::vector<std::pair<std::string, TagId>> tagsOf(const std::vector<std::string> &patterns,
                                                  const TagRegistry &registry)
{
    std::vector<std::pair<std::string, TagId>> tags;
    for (const std::string &pattern : patterns) {
        for (const TagId tag : matchingTags(registry, PathPattern(pattern)))
            tags.emplace_back(registry.path(tag), tag);
    }
    std::sort(tags.begin(), tags.end(),
              [](const auto &one, const auto &other) { return one.first < other.first; });
    const auto isSame
        = [](const auto &one, const auto &other) { return one.second == other.second; };
    tags.erase(std::unique(tags.begin(), tags.end(), isSame), tags.end());
    return tags;
}

/// The roll-ups of one tag one by one, read ahead a bounded number at a time.
class RollUpQueue
{
public:
    RollUpQueue(HistoryReader &reader, TagId tag, TimeRange range, const CancelFlag *cancel)
        : m_reader(reader)
        , m_tag(tag)
        , m_range(range)
        , m_cancel(cancel)
    { }

    /// Null at the end, or if the next cannot be read.
    const ChunkSummary *front()
    {
        if (m_next == m_waiting.size() && m_isMore)
            m_outcome = readOn();
        return m_next < m_waiting.size() ? &m_waiting[m_next] : nullptr;
    }
    void pop() { ++m_next; }
    const Outcome &outcome() const { return m_outcome; }

private:
    static constexpr std::size_t kAhead = 4096;

    Outcome readOn()
    {
        m_waiting.clear();
        m_next = 0;
        m_isMore = false;
        const auto take = [this](const ChunkSummary &rollUp) {
            if (m_read && rollUp.first <= *m_read)
                return true; // it only reaches into what is left
            // Several of one begin are not parted.
            m_isMore = m_waiting.size() >= kAhead && rollUp.first > m_waiting.back().first;
            if (!m_isMore)
                m_waiting.push_back(rollUp);
            return !m_isMore;
        };
        const Outcome read = m_reader.rollUps(m_tag, m_range, take, m_cancel);
        if (!m_waiting.empty()) {
            m_read = m_waiting.back().first;
            m_range.from = timestampFromMicroseconds(*m_read + 1);
        }
        return read;
    }

    HistoryReader &m_reader;
    TagId m_tag;
    TimeRange m_range; ///< of what is not read yet
    const CancelFlag *m_cancel;
    std::vector<ChunkSummary> m_waiting;
    std::size_t m_next = 0;
    std::optional<std::int64_t> m_read; ///< begin of the last one
    bool m_isMore = true;
    Outcome m_outcome;
};

void addTo(ExportLack &lack, const std::string &path, const ChunkSummary &rollUp)
{
    if (lack.tags == 0 || lack.tag != path) {
        ++lack.tags;
        lack.tag = path;
    }
    lack.samples += rollUp.count;
    lack.range.from = std::min(lack.range.from, timestampFromMicroseconds(rollUp.first));
    lack.range.to = std::max(lack.range.to, timestampFromMicroseconds(rollUp.last));
}

/// What all tags have in common.
struct Export
{
    HistoryReader &reader;
    const ExportOptions &options;
    TimeRange range;
    const CancelFlag *cancel;
    ExportLack lack;
};

Outcome exportTag(Export &all, const std::string &path, TagId tag, const Aggregator::Take &take)
{
    if (Outcome scanned = all.reader.scan(tag, all.range, take, all.cancel); !scanned.ok())
        return scanned;
    const auto note = [&](const ChunkSummary &rollUp) {
        addTo(all.lack, path, rollUp);
        return true;
    };
    return all.reader.rollUps(tag, all.range, note, all.cancel);
}

/// Whether samples of the tag may have been rolled up since the files were those of `generation`.
Outcome wasLeftAlone(Export &all, TagId tag, std::uint64_t generation)
{
    if (all.reader.generation() == generation)
        return {};
    bool hasRollUps = false;
    const auto find = [&hasRollUps](const ChunkSummary &) {
        hasRollUps = true;
        return false;
    };
    if (Outcome read = all.reader.rollUps(tag, all.range, find, all.cancel); !read.ok())
        return read;
    return hasRollUps
        ? Outcome(Error {Error::Code::Busy, "history was tidied meanwhile: try again"})
        : Outcome();
}

Outcome exportResults(Export &all, const std::string &path, TagId tag, const Aggregator::Take &take)
{
    const TimeRange range = all.range;
    Aggregator aggregator(*all.options.aggregate, *all.options.every, take);
    const auto before = all.reader.valueAt(tag, range.from - std::chrono::microseconds(1));
    if (!before.ok())
        return before.error();
    if (before.value())
        aggregator.holdFrom(range.from, *before.value());
    const std::int64_t from = toMicroseconds(range.from);
    const std::int64_t to = toMicroseconds(range.to);
    const std::uint64_t generation = all.reader.generation();
    RollUpQueue rollUps(all.reader, tag, range, all.cancel);
    bool goesOn = true;
    const auto addRollUps = [&](std::int64_t until) {
        for (const ChunkSummary *next = rollUps.front(); goesOn && next && next->first <= until;
             rollUps.pop(), next = rollUps.front()) {
            const bool isInside = next->first >= from && next->last < to;
            if (!isInside || !aggregator.isUsable(*next))
                addTo(all.lack, path, *next);
            goesOn = isInside ? aggregator.add(tag, *next)
                              : aggregator.skip(tag, std::max(next->first, from), next->last);
        }
        return goesOn;
    };
    const auto add = [&](const Sample &sample) {
        goesOn = addRollUps(toMicroseconds(sample.time)) && aggregator.add(sample);
        return goesOn;
    };
    if (Outcome scanned = all.reader.scan(tag, range, add, all.cancel); !scanned.ok())
        return scanned;
    const bool isWhole = addRollUps(to);
    if (Outcome left = wasLeftAlone(all, tag, generation); !left.ok())
        return left;
    if (isWhole && rollUps.outcome().ok())
        aggregator.finish(range.to);
    return rollUps.outcome();
}

} // namespace

Result<ExportLack> exportSamples(HistoryReader &reader, const TagRegistry &registry,
                                 const ExportOptions &options,
                                 const std::function<bool(std::string_view)> &write,
                                 const CancelFlag *cancel)
{
    const bool hasBoth = options.every && options.aggregate && options.every->count() > 0;
    if (!hasBoth && (options.every || options.aggregate))
        return Error {Error::Code::WrongUse,
                      "an aggregate needs an interval longer than nothing, and the other way"};
    const Result<TimeRange> range = rangeWithin(reader, options.range);
    if (!range.ok())
        return range.error();
    RowWriter rows(options.form, write);
    Export all {reader, options, range.value(), cancel, {}};
    for (const auto &[path, tag] : tagsOf(options.patterns, registry)) {
        const auto take
            = [&rows, &name = path](const Sample &sample) { return rows.add(name, sample); };
        const Outcome done
            = hasBoth ? exportResults(all, path, tag, take) : exportTag(all, path, tag, take);
        if (!done.ok())
            return done.error();
        if (!rows.isOk())
            break;
    }
    if (!rows.flush())
        return Error {Error::Code::DiskError, "the export could not be written"};
    return all.lack;
}

std::string lackWords(const ExportLack &lack, bool hasResults)
{
    if (lack.tags == 0)
        return {};
    std::string words = "of " + std::to_string(lack.samples) + " samples of " + lack.tag;
    if (lack.tags > 1)
        words += " and " + std::to_string(lack.tags - 1) + " more tags";
    words += " between " + isoText(lack.range.from) + " and " + isoText(lack.range.to)
        + " only roll-ups are left (raw_days in retention.json): ";
    if (!hasResults)
        return words + "they are not in the export; --every with --aggregate gives their results";
    return words
        + "intervals in which these do not say enough have no result; longer ones, such as 1d, may";
}

} // namespace telltale
