#include "tests/data/history/roll_up_rig.h"

#include "data/history/history_schema.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace telltale::test {

Timestamp second(std::int64_t index)
{
    return timestampFromMicroseconds((1'699'920'000 + index) * 1'000'000);
}

Sample sampleOf(TagId tag, std::int64_t index)
{
    Sample sample;
    sample.tag = tag;
    sample.time = second(index);
    sample.value = tag == kDoubles ? std::sin(static_cast<double>(index))
                                   : static_cast<double>(index * 7 % 501) / 10.0;
    if (tag == kDecimals && index % 7 == 0)
        sample.quality = Quality::bad(Quality::Reason::SourceStatus);
    if (tag == kDecimals && index % 4000 == 11)
        sample.quality = Quality::uncertain(Quality::Reason::Stale);
    if (tag == kTexts && index % 60 > 1) {
        sample.value = 0.0;
        sample.side = "text " + std::to_string(index % 3);
        sample.flags = SampleFlags::make(SampleFlags::Kind::Text);
    }
    return sample;
}

std::uint32_t countIn(const std::vector<TrendRange::Column> &columns)
{
    return std::accumulate(columns.begin(), columns.end(), std::uint32_t {0},
                           [](std::uint32_t sum, const TrendRange::Column &column) {
                               return sum + column.count + column.bad;
                           });
}

SampleBatchPtr batchOf(const Series &series, const std::function<void(Sample &)> &change)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t i = 0; i < series.count; ++i) {
        Sample sample = sampleOf(series.tag, series.from + i * series.apart);
        change(sample);
        batch->append(sample);
    }
    return batch;
}

std::vector<std::string> RollUpRig::files() const
{
    return historyFiles(folder());
}

bool RollUpRig::open()
{
    m_writer.reset();
    m_registry = std::make_unique<TagRegistry>();
    auto opened = HistoryWriter::open({folder(), 1}, *m_registry);
    if (!opened.ok())
        return false;
    m_writer = std::move(opened).value();
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        m_registry->intern("plant/" + std::to_string(tag));
    return true;
}

bool RollUpRig::write(const SampleBatchPtr &batch)
{
    m_model.add(*batch);
    return m_writer->append(batch).ok() && m_writer->commit({++m_position}, {}).ok();
}

bool RollUpRig::writePast()
{
    auto old = std::make_shared<SampleBatch>();
    for (std::int64_t i = 0; i < kHours * 3600; ++i) {
        for (const TagId tag : {kDecimals, kDoubles, kTexts})
            old->append(sampleOf(tag, i));
    }
    for (std::int64_t i = 0; i < kRareHours; ++i)
        old->append(sampleOf(kRare, i * 3600));
    auto now = std::make_shared<SampleBatch>();
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        now->append(sampleOf({tag}, (kRareHours + 5 * 24) * 3600 + 1));
    return write(old) && maintain() && write(now) && maintain();
}

bool RollUpRig::writeNow(TagId tag)
{
    return write(batchOf({.tag = tag, .from = kNow, .count = 1}));
}

bool RollUpRig::maintain()
{
    Result<bool> more = true;
    while (more.ok() && more.value()) {
        more = m_writer->maintain();
        for (const HistoryNote &note : m_writer->takeNotes())
            m_notes.push_back(note.words);
    }
    return more.ok();
}

bool RollUpRig::retain(const RetentionPolicy &policy, Timestamp now)
{
    m_writer->retain(policy, now);
    return maintain();
}

bool RollUpRig::rollUp()
{
    RetentionPolicy policy;
    policy.rawDays = 3;
    return retain(policy);
}

std::unique_ptr<HistoryReader> RollUpRig::reader() const
{
    return std::move(HistoryReader::open(folder())).value();
}

std::vector<TrendRange::Column> RollUpRig::columns(TagId tag, TimeRange range, int pixels) const
{
    return reader()->range(tag, range, pixels).value().columns;
}

int RollUpRig::wrongColumn(TagId tag, TimeRange range, int pixels) const
{
    const auto found = columns(tag, range, pixels);
    const auto expected = m_model.columns(tag, range, pixels);
    if (found.size() != expected.size())
        return 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!isSame(found[i], expected[i]))
            return static_cast<int>(i);
    }
    return -1;
}

std::vector<Sample> RollUpRig::scanned(TagId tag, TimeRange range) const
{
    std::vector<Sample> found;
    const Outcome read = reader()->scan(tag, range, [&found](const Sample &sample) {
        found.push_back(sample);
        return true;
    });
    return read.ok() ? found : std::vector<Sample>();
}

std::vector<std::string> RollUpRig::damages(HistoryCheck::Counts &counts) const
{
    std::vector<std::string> found;
    HistoryCheck check(
        folder(), [&found](const Damage &damage) { found.push_back(damage.what); },
        [](std::uint64_t, std::uint64_t) {}, nullptr);
    if (!check.run().ok())
        found.emplace_back("failed");
    counts = check.counts();
    return found;
}

bool RollUpRig::hasNoted(const std::string &words) const
{
    return std::any_of(m_notes.begin(), m_notes.end(), [&words](const std::string &note) {
        return note.find(words) != std::string::npos;
    });
}

} // namespace telltale::test
