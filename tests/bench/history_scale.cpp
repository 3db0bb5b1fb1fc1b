#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "tests/bench/history_load.h"
#include "tests/bench/history_queries.h"

#include <QTemporaryDir>

#include <malloc.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace telltale::bench {
namespace {

constexpr std::uint32_t kTags = 1'000'000;
constexpr std::int64_t kSamples = 100; ///< of each
constexpr std::uint32_t kTagsPerBatch = 1'000;
constexpr std::size_t kPerBatch = 100'000;
constexpr std::int64_t kBegin = 1'700'000'000'000'000; ///< µs UTC

/// RssAnon and RssShmem of this process, MiB.
double memory()
{
    std::ifstream status("/proc/self/status");
    double kilobytes = 0.0;
    for (std::string line; std::getline(status, line);) {
        double value = 0.0;
        if (std::sscanf(line.c_str(), "RssAnon: %lf", &value) == 1
            || std::sscanf(line.c_str(), "RssShmem: %lf", &value) == 1)
            kilobytes += value;
    }
    return kilobytes / 1024.0;
}

bool writePlant(const std::string &folder)
{
    TagRegistry registry;
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        registry.intern("plant/area" + std::to_string(tag / 10'000) + "/asset"
                        + std::to_string(tag / 10) + "/value" + std::to_string(tag % 10));
    auto writer = HistoryWriter::open({folder}, registry);
    if (!writer.ok())
        return false;
    for (std::uint32_t begin = 0; begin < kTags; begin += kTagsPerBatch) {
        auto batch = std::make_shared<SampleBatch>();
        batch->reserve(kTagsPerBatch * kSamples);
        for (std::int64_t i = 0; i < kSamples; ++i) {
            for (std::uint32_t tag = begin; tag < begin + kTagsPerBatch; ++tag)
                batch->append({tag}, timestampFromMicroseconds(kBegin + i * 1'000'000),
                              static_cast<double>((tag + i * 7) % 1000) / 10.0, {}, {});
        }
        if (takeIn(*writer.value(), batch, std::uint64_t {begin} + 1) < 0.0)
            return false;
    }
    return writer.value()->settle(std::chrono::minutes(1)).ok();
}

constexpr std::uint32_t kPlantTags = 1'000;
constexpr std::size_t kPlantSamples = 40'000'000;
constexpr std::uint64_t kTenGigabytes = 10'000'000'000;

/// One file as a plant leaves it, and as many copies of it as make ten gigabytes: the names of
/// rotated files, the newest with the tags, the state and the log.
bool writeTenGigabytes(const std::string &folder)
{
    TagRegistry registry;
    for (std::uint32_t tag = 0; tag < kPlantTags; ++tag)
        registry.intern("bench/" + std::to_string(tag));
    {
        auto writer = HistoryWriter::open({folder}, registry);
        PlantLoad load(kPlantTags);
        for (std::size_t done = 0; done < kPlantSamples; done += kPerBatch) {
            if (!writer.ok() || takeIn(*writer.value(), load.batch(kPerBatch), done + 1) < 0.0)
                return false;
        }
    }
    const std::string first = historyFiles(folder).front();
    std::error_code failed;
    const std::uint64_t size = std::filesystem::file_size(first, failed);
    for (std::uint64_t bytes = size; !failed && bytes < kTenGigabytes; bytes += size)
        std::filesystem::copy_file(first, nextHistoryFile(folder), failed);
    return !failed;
}

/// Seconds until a writer and a reader are open and have told what they hold.
std::optional<double> openTenGigabytes()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    if (!writeTenGigabytes(path))
        return std::nullopt;
    const double began = secondsNow();
    TagRegistry registry;
    const auto writer = HistoryWriter::open({path}, registry);
    const auto reader = HistoryReader::open(path);
    const bool isThere = writer.ok() && reader.ok() && reader.value()->extent().ok()
        && reader.value()->lastValues().ok() && registry.size() == kPlantTags;
    const double took = secondsNow() - began;
    return isThere ? std::optional(took) : std::nullopt;
}

} // namespace

void addScaleFigures(Report &report)
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const bool isWritten = writePlant(path);
    ::malloc_trim(0); // what writing took is not what reading takes
    const double before = memory();
    const double began = secondsNow();
    TagRegistry registry;
    const auto writer = HistoryWriter::open({path}, registry);
    const auto reader = HistoryReader::open(path);
    const auto last = reader.ok() ? reader.value()->lastValues() : reader.error();
    const double ready = secondsNow() - began;
    const bool isWhole = isWritten && writer.ok() && last.ok() && last->size() == kTags
        && registry.size() == kTags;
    report.add({"history.million_tags_ready_s",
                "s",
                isWhole ? std::optional(ready) : std::nullopt,
                {},
                3.0,
                Figure::Better::AtMost,
                false});
    report.add({"history.million_tags_memory_mb",
                "MiB",
                isWhole ? std::optional(memory() - before) : std::nullopt,
                {},
                1024.0,
                Figure::Better::AtMost,
                false});
    report.add(
        {"history.open_10gb_s", "s", openTenGigabytes(), {}, 2.0, Figure::Better::AtMost, false});
}

} // namespace telltale::bench
