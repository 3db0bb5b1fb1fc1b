// Long answers in parts: between them the files' write-ahead logs may begin anew.

#include "data/history/history_snapshot.h"
#include "data/history/sample_stream.h"

namespace telltale {
namespace {

constexpr std::size_t kPartSamples = 65'536;
constexpr std::size_t kPartTexts = 16'384; ///< of at most 4 KiB
constexpr std::size_t kLookEvery = 1024; ///< samples, at the clock

void appendOne(SampleColumns &part, const SampleColumns &samples, std::size_t index)
{
    const SampleFlags flags = samples.flags[index];
    if (const SideValue *side = flags.hasSide() ? samples.side(index) : nullptr)
        part.sides.push_back({static_cast<std::uint32_t>(part.size()), *side});
    part.append(samples.times[index], samples.values[index], samples.qualities[index], flags);
}

} // namespace

Outcome SqliteHistoryReader::scan(TagId tag, TimeRange range,
                                  const std::function<bool(const Sample &)> &take,
                                  const CancelFlag *cancel)
{
    SampleColumns part;
    for (;;) {
        part.clear();
        const Result<Part> read = readPart(tag, range, part, cancel);
        if (!read.ok())
            return verdict(read.error(), cancel);
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (!take(part.sample(tag, i)))
                return {};
        }
        if (read.value() == Part::Ended || part.times.back() + 1 >= toMicroseconds(range.to))
            return {};
        range.from = timestampFromMicroseconds(part.times.back() + 1);
    }
}

/// As much as one part may hold, or as long as it may take; but something.
Result<SqliteHistoryReader::Part> SqliteHistoryReader::readPart(TagId tag, TimeRange range,
                                                                SampleColumns &part,
                                                                const CancelFlag *cancel)
{
    SampleColumns tail;
    const Snapshot snapshot(*this, tag, [&](const HistoryTail &found) {
        tail = found.samples(tag, toMicroseconds(range.from), toMicroseconds(range.to));
    });
    if (!snapshot.ok())
        return snapshot.error();
    SampleStream stream(m_files, std::move(tail), tag, range, cancel);
    Part state = Part::Ended;
    const Outcome read = stream.run([&](const SampleColumns &samples, std::size_t index) {
        appendOne(part, samples, index);
        const bool isFull = part.size() >= kPartSamples || part.sides.size() >= kPartTexts
            || (part.size() % kLookEvery == 0 && snapshot.isOver());
        state = isFull ? Part::GoesOn : Part::Ended;
        return !isFull;
    });
    const bool isCancelled = cancel && cancel->isCancelled();
    const bool isCut = !read.ok() && read.error().code == Error::Code::Cancelled && !isCancelled;
    if (isCut && !part.isEmpty())
        return Part::GoesOn;
    return read.ok() ? Result<Part>(state) : read.error();
}

Error SqliteHistoryReader::verdict(const Error &error, const CancelFlag *cancel)
{
    const bool isAsked = cancel && cancel->isCancelled();
    if (error.code != Error::Code::Cancelled || isAsked)
        return error;
    return {Error::Code::TimedOut, "history: the query took too long; ask for a shorter time"};
}

} // namespace telltale
