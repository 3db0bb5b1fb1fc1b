#include "tests/data/history/history_script.h"

#include <random>

namespace telltale::test {

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

} // namespace telltale::test
