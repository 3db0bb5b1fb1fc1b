#include "tests/bench/history_load.h"

#include <algorithm>

namespace telltale::bench {
namespace {

constexpr std::int64_t kBegin = 1'763'812'800'000; ///< ms UTC
constexpr std::uint64_t kJitter = 20; ///< ms
constexpr std::uint64_t kWander = 41; ///< hundredths, up and down together

} // namespace

std::uint64_t PlantLoad::random()
{
    m_state ^= m_state << 13U;
    m_state ^= m_state >> 7U;
    m_state ^= m_state << 17U;
    return m_state;
}

SampleBatchPtr PlantLoad::batch(std::size_t samples)
{
    auto batch = std::make_shared<SampleBatch>();
    batch->reserve(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        const std::uint64_t chance = random();
        const auto jitter = static_cast<std::int64_t>(chance % kJitter);
        m_steps[m_tag] += static_cast<std::int64_t>((chance >> 32U) % kWander)
            - static_cast<std::int64_t>(kWander / 2);
        batch->append({m_tag},
                      timestampFromMicroseconds((kBegin + m_second * 1000 + jitter) * 1000),
                      static_cast<double>(m_steps[m_tag]) / 100.0, {}, {});
        if (++m_tag == m_steps.size()) {
            m_tag = 0;
            ++m_second;
        }
    }
    return batch;
}

double secondsNow()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double takeIn(HistoryWriter &writer, const SampleBatchPtr &batch, std::uint64_t position)
{
    double before = secondsNow();
    double longest = 0.0;
    const auto note = [&before, &longest] {
        const double now = secondsNow();
        longest = std::max(longest, now - before);
        before = now;
    };
    HistoryTotals counted;
    counted.messages = position;
    if (!writer.append(batch).ok() || !writer.commit({position}, counted).ok())
        return -1.0;
    note();
    for (;;) {
        const Result<bool> more = writer.maintain();
        if (!more.ok())
            return -1.0;
        note();
        if (!more.value())
            return longest;
    }
}

bool packAll(const std::string &folder)
{
    TagRegistry registry;
    const auto writer = HistoryWriter::open({folder, 1}, registry);
    if (!writer.ok())
        return false;
    for (;;) {
        const Result<bool> more = writer.value()->maintain();
        if (!more.ok() || !more.value())
            return more.ok() && writer.value()->settle(std::chrono::minutes(1)).ok();
    }
}

} // namespace telltale::bench
