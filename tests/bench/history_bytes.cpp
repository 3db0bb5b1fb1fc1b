#include "tests/bench/history_bytes.h"

#include "data/history/history_reader.h"
#include "tests/bench/history_data.h"
#include "tests/bench/history_load.h"
#include "tests/data/history/history_model.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QTemporaryDir>

#include <optional>

namespace telltale::bench {
namespace {

struct DataSet
{
    const char *name;
    bool (*read)(const std::string &, TagRegistry &, const TakeBatch &);
    double freshGoal; ///< bytes a sample
    double agedGoal;
};

constexpr std::chrono::minutes kPatience {1};
constexpr DataSet kSets[] {
    {"beijing", readBeijing, 2.6, 1.3},
    {"rooms", readRooms, 3.6, 2.7},
    {"wind", readWind, 5.5, 4.5},
    {"azure", readAzure, 7.8, 7.2},
};

double bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        bytes += file.size();
    return static_cast<double>(bytes);
}

/// Whether every sample comes back, bit by bit.
bool isWhole(const std::string &folder, const test::HistoryModel &model, std::size_t tags)
{
    const auto reader = HistoryReader::open(folder);
    if (!reader.ok())
        return false;
    const TimeRange all {Timestamp::min(), Timestamp::max()};
    for (std::uint32_t tag = 0; tag < tags; ++tag) {
        std::vector<Sample> found;
        const Outcome scanned = reader.value()->scan({tag}, all, [&found](const Sample &sample) {
            found.push_back(sample);
            return true;
        });
        if (!scanned.ok() || !test::isSame(found, model.samples({tag}, all)))
            return false;
    }
    return true;
}

struct Laid
{
    double fresh = 0.0; ///< bytes a sample, once written and closed
    double aged = 0.0;
};

/// None if a sample did not come back.
std::optional<Laid> layDown(const DataSet &set, const std::string &shared)
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    test::HistoryModel model;
    TagRegistry registry;
    auto opened = HistoryWriter::open({path}, registry);
    if (!opened.ok())
        return std::nullopt;
    std::unique_ptr<HistoryWriter> writer = std::move(opened).value();
    std::uint64_t position = 0;
    bool isTaken = true;
    const bool isRead
        = set.read(shared, registry, [&writer, &model, &position, &isTaken](const auto &batch) {
              isTaken = isTaken && takeIn(*writer, batch, ++position) >= 0.0;
              model.add(*batch);
          });
    isTaken = isTaken && writer->settle(kPatience).ok();
    writer.reset();
    const double fresh = bytesIn(folder.path()); // before a reader makes files of its own
    if (!isRead || !isTaken || !isWhole(path, model, registry.size()) || !packAll(path))
        return std::nullopt;
    const double aged = bytesIn(folder.path());
    if (!isWhole(path, model, registry.size()))
        return std::nullopt;
    const auto samples = static_cast<double>(model.size());
    return Laid {fresh / samples, aged / samples};
}

} // namespace

void addByteFigures(Report &report)
{
    const std::string shared = test::sharedPath(QStringLiteral("data")).toStdString();
    for (const DataSet &set : kSets) {
        const std::string name = std::string("history.bytes_") + set.name;
        const auto laid = shared.empty() ? std::nullopt : layDown(set, shared);
        report.add({name + "_fresh",
                    "bytes/sample",
                    laid ? std::optional(laid->fresh) : std::nullopt,
                    {},
                    set.freshGoal,
                    Figure::Better::AtMost,
                    false});
        report.add({name + "_aged",
                    "bytes/sample",
                    laid ? std::optional(laid->aged) : std::nullopt,
                    {},
                    set.agedGoal,
                    Figure::Better::AtMost,
                    false});
    }
}

} // namespace telltale::bench
