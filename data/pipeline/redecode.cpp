#include "data/pipeline/redecode.h"

#include "data/history/chunk_codec.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>

namespace telltale {
namespace {

constexpr std::size_t kBatchSamples = 50'000;
constexpr std::int64_t kNear = 3'600'000'000; ///< us: times within are looked up in one go
constexpr std::uint64_t kTellEvery = 20'000; ///< records

bool isSame(const Sample &stored, const Sample &decoded)
{
    return std::bit_cast<std::uint64_t>(stored.value) == std::bit_cast<std::uint64_t>(decoded.value)
        && stored.quality == decoded.quality && stored.flags.kind() == decoded.flags.kind()
        && (!decoded.flags.hasSide() || stored.side == decoded.side);
}

} // namespace

Redecode::Redecode(const Doors &doors, const Options &options)
    : m_doors(doors)
    , m_options(options)
    , m_decoder(doors.registry, options.limits, {}, {}, options.decoding)
{ }

Outcome Redecode::run(const std::atomic<bool> &stop)
{
    const std::unique_ptr<JournalReader> reader = m_doors.journal.read({});
    const std::size_t tags = m_doors.registry.size();
    std::optional<JournalPosition> begin;
    JournalRecord record;
    std::uint64_t records = 0;
    while (reader->position() < m_doors.end && reader->next(record)) {
        if (stop)
            return Error {Error::Code::Cancelled, "stopped: what was decoded so far is in"};
        begin = begin.value_or(record.begin);
        const When when = whenOf(record);
        if (when != m_when || m_batch.size() >= kBatchSamples) {
            if (Outcome flushed = flush(); !flushed.ok())
                return flushed;
            m_when = when;
        }
        take(record);
        if (++records % kTellEvery != 0)
            continue;
        const auto all = static_cast<double>(m_doors.end.offset - begin->offset);
        m_counts.fraction
            = all > 0 ? static_cast<double>(record.end.offset - begin->offset) / all : 1.0;
        m_counts.tags = m_doors.registry.size() - tags;
        m_doors.onProgress(m_counts);
    }
    if (Outcome flushed = flush(); !flushed.ok())
        return flushed;
    m_counts.fraction = 1.0;
    m_counts.tags = m_doors.registry.size() - tags;
    m_doors.onProgress(m_counts);
    return {};
}

Redecode::When Redecode::whenOf(const JournalRecord &record) const
{
    if (record.arrival < m_options.arrived.from)
        return When::Before;
    return record.arrival < m_options.arrived.to ? When::Wanted : When::After;
}

/// What the program measured itself is not decoded by any mapping.
void Redecode::take(const JournalRecord &record)
{
    if (record.kind == JournalRecord::Kind::OwnSample)
        return;
    const std::uint64_t before = m_decoder.counts().decoded;
    m_decoder.take(record, m_batch);
    if (m_when != When::Wanted || record.kind != JournalRecord::Kind::Message)
        return;
    ++m_counts.messages;
    m_counts.notDecoded += m_decoder.counts().decoded == before ? 1 : 0;
}

/// Of several samples at one time the newest arrival is compared, as it would be stored.
Outcome Redecode::flush()
{
    Outcome done;
    if (m_when != When::Before && !m_batch.isEmpty()) {
        m_counts.samples += m_when == When::Wanted ? m_batch.size() : 0;
        std::vector<std::uint32_t> order(m_batch.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t one, std::uint32_t two) {
            return std::pair(m_batch.tags()[one].value, m_batch.times()[one])
                < std::pair(m_batch.tags()[two].value, m_batch.times()[two]);
        });
        done = keepChanges(order);
    }
    if (done.ok() && !m_kept.empty()) {
        auto changes = std::make_shared<SampleBatch>();
        std::sort(m_kept.begin(), m_kept.end()); // in order of arrival again
        for (const std::uint32_t index : m_kept)
            changes->append(m_batch.sample(index));
        done = m_doors.store(changes);
    }
    m_kept.clear();
    m_batch = {};
    return done;
}

Outcome Redecode::keepChanges(std::span<const std::uint32_t> order)
{
    std::vector<std::uint32_t> run;
    const auto isNear = [this, &run](std::uint32_t index) {
        return run.empty()
            || (m_batch.tags()[index] == m_batch.tags()[run.back()]
                && m_batch.times()[index] - m_batch.times()[run.back()] <= kNear);
    };
    for (const std::uint32_t index : order) {
        if (!concerns(index))
            continue;
        if (!isNear(index)) {
            if (Outcome compared = compareRun(run); !compared.ok())
                return compared;
            run.clear();
        }
        const bool isAgain = !run.empty() && m_batch.times()[index] == m_batch.times()[run.back()];
        if (!isAgain)
            run.push_back(index);
        else if (!m_batch.flags()[index].has(SampleFlags::kRedelivered))
            run.back() = index;
    }
    return run.empty() ? Outcome() : compareRun(run);
}

/// Of what arrived later only what may have been changed before is looked at.
bool Redecode::concerns(std::uint32_t index) const
{
    if (m_when == When::Wanted)
        return true;
    const std::uint32_t tag = m_batch.tags()[index].value;
    const std::int64_t time = m_batch.times()[index];
    return tag < m_touched.size() && m_touched[tag].first <= time && time <= m_touched[tag].second;
}

/// Those that lie in the time of a roll-up may be in it.
Outcome Redecode::dropRolledUp(std::vector<std::uint32_t> &run, TagId tag, TimeRange range)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> rolledUp;
    const auto take = [&rolledUp](const ChunkSummary &rollUp) {
        if (rolledUp.empty() || rollUp.first > rolledUp.back().second)
            rolledUp.emplace_back(rollUp.first, rollUp.last);
        else
            rolledUp.back().second = std::max(rolledUp.back().second, rollUp.last);
        return true;
    };
    if (Outcome read = m_doors.history.rollUps(tag, range, take); !read.ok())
        return read;
    auto next = rolledUp.cbegin();
    const std::size_t dropped = std::erase_if(run, [&](std::uint32_t index) {
        const std::int64_t time = m_batch.times()[index];
        while (next != rolledUp.cend() && next->second < time)
            ++next;
        return next != rolledUp.cend() && next->first <= time;
    });
    m_counts.rolledUp += m_when == When::Wanted ? dropped : 0;
    return {};
}

/// Samples of one tag, in order of time, against those that are stored.
Outcome Redecode::compareRun(std::vector<std::uint32_t> run)
{
    const std::vector<std::int64_t> &times = m_batch.times();
    const TagId tag = m_batch.tags()[run.front()];
    const TimeRange range {timestampFromMicroseconds(times[run.front()]),
                           timestampFromMicroseconds(times[run.back()] + 1)};
    if (Outcome dropped = dropRolledUp(run, tag, range); !dropped.ok())
        return dropped;
    auto next = run.begin();
    const Outcome read = m_doors.history.scan(tag, range, [&](const Sample &stored) {
        const std::int64_t time = toMicroseconds(stored.time);
        for (; next != run.end() && times[*next] < time; ++next)
            keep(*next, true);
        if (next != run.end() && times[*next] == time) {
            const bool gives = m_batch.flags()[*next].has(SampleFlags::kRedelivered);
            if (!gives && !isSame(stored, m_batch.sample(*next)))
                keep(*next, false);
            ++next;
        }
        return next != run.end();
    });
    for (; read.ok() && next != run.end(); ++next)
        keep(*next, true);
    return read;
}

void Redecode::keep(std::uint32_t index, bool isNew)
{
    m_kept.push_back(index);
    (isNew ? m_counts.added : m_counts.corrected) += 1;
    const std::uint32_t tag = m_batch.tags()[index].value;
    const std::int64_t time = m_batch.times()[index];
    if (m_touched.size() <= tag)
        m_touched.resize(tag + std::size_t {1}, {1, 0});
    auto &[first, last] = m_touched[tag];
    const bool isFirst = first > last;
    first = isFirst ? time : std::min(first, time);
    last = isFirst ? time : std::max(last, time);
}

} // namespace telltale
