#include "tests/bench/history_queries.h"

#include "data/history/history_reader.h"
#include "tests/bench/history_frame.h"
#include "tests/bench/history_load.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace telltale::bench {
namespace {

constexpr std::int64_t kBegin = 1'700'000'000'000'000; ///< µs UTC
constexpr std::int64_t kStep = 100'000; ///< µs between samples of the tag
constexpr std::int64_t kTenMillion = 10'000'000;
constexpr std::int64_t kHundredMillion = 100'000'000;
constexpr std::int64_t kPerBatch = 100'000;
constexpr int kPixels = 1'000;
constexpr int kRounds = 15;

/// Wandering hundredths, the same at every index.
double valueAt(std::int64_t index)
{
    const auto noise = static_cast<std::uint64_t>(index) * 0x9E3779B97F4A7C15U >> 60U;
    const double slow = std::sin(static_cast<double>(index) * 1e-5) * 1e4;
    return (std::round(slow) + static_cast<double>(noise)) / 100.0;
}

bool writeSamples(HistoryWriter &writer, std::int64_t from, std::int64_t to)
{
    for (std::int64_t begin = from; begin < to; begin += kPerBatch) {
        auto batch = std::make_shared<SampleBatch>();
        batch->reserve(kPerBatch);
        for (std::int64_t i = begin; i < begin + kPerBatch; ++i)
            batch->append({0}, timestampFromMicroseconds(kBegin + i * kStep), valueAt(i), {}, {});
        if (takeIn(writer, batch, static_cast<std::uint64_t>(begin) + 1) < 0.0)
            return false;
    }
    return true;
}

/// Milliseconds of one question over the first `samples`; none if a sample was not in the answer.
std::optional<double> ask(HistoryReader &reader, std::int64_t samples)
{
    const TimeRange range {timestampFromMicroseconds(kBegin),
                           timestampFromMicroseconds(kBegin + samples * kStep)};
    const double began = secondsNow();
    const Result<TrendRange> trend = reader.range({0}, range, kPixels);
    const double took = (secondsNow() - began) * 1000.0;
    std::int64_t count = 0;
    for (const TrendRange::Column &column :
         trend.ok() ? trend->columns : std::vector<TrendRange::Column>())
        count += column.count;
    return count == samples ? std::optional(took) : std::nullopt;
}

struct Asked
{
    std::optional<double> cold; ///< ms, the first question of a reader; median of kRounds
    std::optional<double> warm; ///< the second one
};

Asked askOften(const std::string &folder, std::int64_t samples)
{
    std::vector<double> cold;
    std::vector<double> warm;
    for (int i = 0; i < kRounds; ++i) {
        const auto reader = HistoryReader::open(folder);
        const auto first = reader.ok() ? ask(*reader.value(), samples) : std::nullopt;
        const auto second = reader.ok() ? ask(*reader.value(), samples) : std::nullopt;
        if (!first || !second)
            return {};
        cold.push_back(*first);
        warm.push_back(*second);
    }
    std::sort(cold.begin(), cold.end());
    std::sort(warm.begin(), warm.end());
    return {cold[kRounds / 2], warm[kRounds / 2]};
}

/// Ten million samples in a packed file.
Asked askPacked()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    {
        TagRegistry registry;
        registry.intern("bench/one");
        auto writer = HistoryWriter::open({path}, registry);
        if (!writer.ok() || !writeSamples(*writer.value(), 0, kTenMillion)
            || !writer.value()->settle(std::chrono::minutes(1)).ok())
            return {};
    }
    return packAll(path) ? askOften(path, kTenMillion) : Asked {};
}

} // namespace

void addQueryFigures(Report &report)
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    TagRegistry registry;
    registry.intern("bench/one");
    Asked ten;
    Asked hundred;
    std::optional<double> frame;
    if (auto writer = HistoryWriter::open({path}, registry); writer.ok()) {
        if (writeSamples(*writer.value(), 0, kTenMillion))
            ten = askOften(path, kTenMillion);
        if (ten.warm)
            frame = frameMilliseconds(path, {0},
                                      {timestampFromMicroseconds(kBegin),
                                       timestampFromMicroseconds(kBegin + kTenMillion * kStep)});
        if (ten.warm && writeSamples(*writer.value(), kTenMillion, kHundredMillion))
            hundred = askOften(path, kHundredMillion);
    }
    const auto most = [&report](const char *name, std::optional<double> value, double goal) {
        report.add({name, "ms", value, {}, goal, Figure::Better::AtMost, false});
    };
    most("history.range_10m_cold_ms", ten.cold, 100.0);
    most("history.range_10m_ms", ten.warm, 10.0);
    const Asked packed = askPacked();
    most("history.range_10m_packed_cold_ms", packed.cold, 100.0);
    most("history.range_10m_packed_ms", packed.warm, 10.0);
    most("history.range_100m_ms", hundred.warm, 25.0);
    most("history.frame_10m_ms", frame, 16.0);
}

} // namespace telltale::bench
