#include "data/history/export.h"

#include "data/telemetry/path_pattern.h"

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

Outcome exportResults(HistoryReader &reader, TagId tag, const TimeRange &range,
                      const ExportOptions &options, const Aggregator::Take &take,
                      const CancelFlag *cancel)
{
    Aggregator aggregator(*options.aggregate, *options.every, take);
    const auto before = reader.valueAt(tag, range.from - std::chrono::microseconds(1));
    if (!before.ok())
        return before.error();
    if (before.value())
        aggregator.holdFrom(range.from, *before.value());
    bool goesOn = true;
    const Outcome scanned = reader.scan(
        tag, range,
        [&aggregator, &goesOn](const Sample &sample) { return goesOn = aggregator.add(sample); },
        cancel);
    if (scanned.ok() && goesOn)
        aggregator.finish(range.to);
    return scanned;
}

} // namespace

Outcome exportSamples(HistoryReader &reader, const TagRegistry &registry,
                      const ExportOptions &options,
                      const std::function<bool(std::string_view)> &write, const CancelFlag *cancel)
{
    const bool hasBoth = options.every && options.aggregate && options.every->count() > 0;
    if (!hasBoth && (options.every || options.aggregate))
        return Error {Error::Code::WrongUse,
                      "an aggregate needs an interval longer than nothing, and the other way"};
    const Result<TimeRange> range = rangeWithin(reader, options.range);
    if (!range.ok())
        return range.error();
    RowWriter rows(options.form, write);
    for (const auto &[path, tag] : tagsOf(options.patterns, registry)) {
        const auto take
            = [&rows, &name = path](const Sample &sample) { return rows.add(name, sample); };
        const Outcome done = hasBoth
            ? exportResults(reader, tag, range.value(), options, take, cancel)
            : reader.scan(tag, range.value(), take, cancel);
        if (!done.ok())
            return done;
        if (!rows.isOk())
            break;
    }
    if (!rows.flush())
        return Error {Error::Code::DiskError, "the export could not be written"};
    return {};
}

} // namespace telltale
