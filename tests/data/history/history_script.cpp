#include "tests/data/history/history_script.h"

#include "data/history/history_reader.h"
#include "tests/data/history/history_model.h"

#include <random>

namespace telltale::test {
namespace {

bool holds(HistoryReader &reader, const HistoryModel &model)
{
    constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};
    for (std::uint32_t tag = 0; tag < kScriptTags; ++tag) {
        std::vector<Sample> found;
        const Outcome scanned = reader.scan({tag}, kAll, [&found](const Sample &sample) {
            found.push_back(sample);
            return true;
        });
        if (!scanned.ok() || !isSame(found, model.samples({tag}, kAll)))
            return false;
    }
    return true;
}

} // namespace

SampleBatchPtr scriptBatch(std::uint64_t index)
{
    std::mt19937_64 random(index);
    auto batch = std::make_shared<SampleBatch>();
    const std::uint64_t count = 20 + random() % 400;
    for (std::uint64_t i = 0; i < count; ++i) {
        const TagId tag {static_cast<std::uint32_t>(random() % kScriptTags)};
        const auto time = timestampFromMicroseconds(
            1'700'000'000'000'000 + static_cast<std::int64_t>(index * 1'000'000 + i * 1'000));
        const double value = static_cast<double>(random() % 1000) / 10.0;
        batch->append(tag, time, value, {}, {});
        if (random() % 10 == 0)
            batch->append(tag, time, value, {}, {});
        if (random() % 20 == 0)
            batch->append(tag, time, -value, {}, {SampleFlags::kRedelivered});
        if (random() % 20 == 0)
            batch->append(tag, time, value + 1.0, {}, {});
    }
    return batch;
}

std::unique_ptr<HistoryWriter> openScriptWriter(const HistoryWriter::Options &options,
                                                TagRegistry &registry)
{
    auto writer = HistoryWriter::open(options, registry);
    for (std::uint32_t i = 0; writer.ok() && i < kScriptTags; ++i)
        registry.intern("tag/" + std::to_string(i));
    return writer.ok() ? std::move(writer).value() : nullptr;
}

std::optional<std::uint64_t> scriptBatchesIn(const std::string &folder)
{
    TagRegistry registry;
    const auto writer = HistoryWriter::open({folder}, registry);
    const auto reader = HistoryReader::open(folder);
    if (!writer.ok() || !reader.ok() || !writer.value()->setAside().empty())
        return std::nullopt;
    const HistoryTotals totals = writer.value()->totals();
    const auto counted = totals.counters.find("batches");
    if (counted != totals.counters.end() && counted->second != totals.position.offset)
        return std::nullopt;
    HistoryModel model;
    for (std::uint64_t batch = 1; batch <= totals.position.offset; ++batch)
        model.add(*scriptBatch(batch));
    if (totals.samples != model.size() || !holds(*reader.value(), model))
        return std::nullopt;
    return totals.position.offset;
}

} // namespace telltale::test
