#include "data/history/roll_up.h"

#include <algorithm>
#include <array>
#include <utility>

namespace telltale {
namespace {

constexpr std::array<std::int64_t, 3> kWidths {60'000'000, 3'600'000'000, 86'400'000'000}; ///< us
constexpr double kFewest = 32.0; ///< samples of a roll-up on average

} // namespace

std::optional<std::int64_t> rollUpWidth(std::uint64_t samples, std::int64_t first,
                                        std::int64_t last)
{
    const double span = static_cast<double>(last) - static_cast<double>(first) + 1.0;
    for (const std::int64_t width : kWidths) {
        const double rollUps = span / static_cast<double>(width);
        if (static_cast<double>(samples) >= kFewest * std::max(rollUps, 1.0))
            return width;
    }
    return std::nullopt;
}

Result<RollUpWidths> RollUpWidths::open(Database &database)
{
    RollUpWidths widths;
    const Outcome prepared = database.prepareAll({
        {&widths.m_find,
         "SELECT sum(count), min(first), max(last), min(block<>0) FROM chunk WHERE tag=?1"},
    });
    if (!prepared.ok())
        return prepared.error();
    return widths;
}

Result<std::optional<std::int64_t>> RollUpWidths::of(TagId tag)
{
    StatementUse use(m_find);
    const Result<bool> row = use->bind(1, std::int64_t {tag.value}).step();
    if (!row.ok())
        return row.error();
    if (!row.value() || use->integer(3) == 0)
        return std::optional<std::int64_t>();
    return rollUpWidth(static_cast<std::uint64_t>(use->integer(0)), use->integer(1),
                       use->integer(2));
}

Sample sampleOf(TagId tag, const ChunkSummary &rollUp, std::int64_t time)
{
    const bool isLast = rollUp.last <= time;
    Sample sample;
    sample.tag = tag;
    sample.time = timestampFromMicroseconds(isLast ? rollUp.last : rollUp.first);
    const bool isNumber = rollUp.numbers() > 0
        && (isLast ? rollUp.lastNumber == rollUp.last : rollUp.firstNumber == rollUp.first);
    if (!isNumber) {
        sample.quality = Quality::bad(Quality::Reason::None);
        return sample;
    }
    sample.value = isLast ? rollUp.lastValue : rollUp.firstValue;
    if (rollUp.uncertain > 0) // nobody knows which of them
        sample.quality = Quality::uncertain(Quality::Reason::None);
    return sample;
}

std::optional<ChunkSummary> RollUpBuilder::add(const SampleColumns &samples, std::size_t index)
{
    const std::int64_t time = samples.times[index];
    const std::int64_t place = time / m_width - (time % m_width < 0 ? 1 : 0);
    std::optional<ChunkSummary> ended;
    if (m_current.count > 0 && place != m_place)
        ended = std::exchange(m_current, {});
    m_place = place;
    countSample(m_current, samples, index);
    return ended;
}

std::optional<ChunkSummary> RollUpBuilder::finish()
{
    if (m_current.count == 0)
        return std::nullopt;
    return std::exchange(m_current, {});
}

} // namespace telltale
