#include "tests/support/simulated_works.h"

#include "data/history/history_reader.h"

namespace telltale {
namespace {

constexpr std::int64_t kStep = 5'000'000; // us

/// Answers from the formulas of the works instead of files.
class SimulatedReader final : public HistoryReader
{
public:
    Result<TrendRange> range(TagId tag, TimeRange range, int pixels, const CancelFlag *) override
    {
        TrendRange answer;
        answer.range = range;
        if (tag.value >= test::worksTags().size() || pixels < 1)
            return answer;
        const std::int64_t from = toMicroseconds(range.from);
        const std::int64_t width = (toMicroseconds(range.to) - from) / pixels;
        answer.columns.resize(static_cast<std::size_t>(pixels));
        for (std::int64_t t = from - from % kStep + kStep; t < toMicroseconds(range.to); t += kStep)
            add(answer.columns[static_cast<std::size_t>(std::min<std::int64_t>(
                    (t - from) / std::max<std::int64_t>(1, width), pixels - 1))],
                t, test::worksValue(tag.value, timestampFromMicroseconds(t)));
        return answer;
    }
    Outcome scan(TagId, TimeRange, const std::function<bool(const Sample &)> &,
                 const CancelFlag *) override
    {
        return {};
    }
    Result<std::vector<Sample>> lastValues() override { return std::vector<Sample> {}; }
    Result<std::optional<Sample>> valueAt(TagId tag, Timestamp time) override
    {
        if (tag.value >= test::worksTags().size())
            return std::optional<Sample> {};
        return std::optional<Sample> {
            Sample {tag, time, test::worksValue(tag.value, time), Quality::good(), {}, {}}};
    }
    Result<std::vector<HistoryGap>> gaps(TimeRange) override { return std::vector<HistoryGap> {}; }
    Result<TimeRange> extent() override { return TimeRange {}; }
    Result<HistoryTotals> totals() override { return HistoryTotals {}; }
    Outcome loadTags(TagRegistry &) override { return {}; }

private:
    static void add(TrendRange::Column &column, std::int64_t time, double value)
    {
        if (column.count == 0)
            column = {value, value, value, value, 0.0, 0, 0, time, time};
        column.min = std::min(column.min, value);
        column.max = std::max(column.max, value);
        column.last = value;
        column.lastTime = time;
        column.sum += value;
        ++column.count;
    }
};

} // namespace

Result<std::unique_ptr<HistoryReader>> HistoryReader::open(const std::string &)
{
    return std::unique_ptr<HistoryReader>(std::make_unique<SimulatedReader>());
}

} // namespace telltale

namespace telltale::test {

void storeWorks(const std::string &, TimeRange) { }

} // namespace telltale::test
