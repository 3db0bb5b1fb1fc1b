#pragma once

#include "data/history/history_file.h"
#include "data/history/history_reader.h"
#include "data/history/history_tail.h"
#include "data/telemetry/device_tags.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

/// Reads the files history-*.db of a folder, from old to new; the newest has the tags, the totals
/// and the log. The tail is the writer's if it lives in this process, else one that follows the
/// log.
class SqliteHistoryReader : public HistoryReader
{
public:
    SqliteHistoryReader(std::string folder, std::chrono::milliseconds patience)
        : m_folder(std::move(folder))
        , m_patience(patience)
    { }
    /// Opens what is there.
    Outcome refresh();

    Result<TrendRange> range(TagId tag, TimeRange range, int pixels,
                             const CancelFlag *cancel) override;
    Outcome scan(TagId tag, TimeRange range, const std::function<bool(const Sample &)> &take,
                 const CancelFlag *cancel) override;
    Outcome rollUps(TagId tag, TimeRange range,
                    const std::function<bool(const ChunkSummary &)> &take,
                    const CancelFlag *cancel) override;
    Result<std::vector<Sample>> lastValues() override;
    Result<std::optional<Sample>> valueAt(TagId tag, Timestamp time) override;
    Result<std::vector<HistoryGap>> gaps(TimeRange range) override;
    Result<TimeRange> extent() override;
    Result<HistoryTotals> totals() override;
    Outcome loadTags(TagRegistry &registry) override;
    std::vector<HistoryDamage> damages() override;
    std::uint64_t generation() const override { return m_generation; }

private:
    /// One call's view: a read transaction on every file, ended with it.
    class Snapshot;
    using Files = std::vector<std::unique_ptr<HistoryFile>>;
    enum class Part { Ended, GoesOn };
    struct LeftFile
    {
        std::uint64_t identity = 0;
        HistoryDamage damage; ///< of all of it
        Error why;
    };

    bool isSame(const std::vector<std::string> &paths) const;
    Outcome openAll(const std::vector<std::string> &paths);
    /// Where samples should be that could not be read in this call.
    void appendUnread(std::vector<HistoryGap> &gaps, TimeRange range, TagId tag) const;
    void collectDamages();

    Result<Part> readPart(TagId tag, TimeRange range, SampleColumns &part,
                          const CancelFlag *cancel);
    /// Those that begin after `after`.
    Result<Part> readRollUps(TagId tag, TimeRange range, std::optional<std::int64_t> after,
                             std::vector<ChunkSummary> &part, const CancelFlag *cancel);
    /// What a call that `error` ended says of it.
    static Error verdict(const Error &error, const CancelFlag *cancel);
    Outcome followLog(std::optional<TagId> tag);
    Outcome followRows();
    /// In files, or `waiting`, what the tail has.
    Result<std::optional<Sample>> newestAt(TagId tag, std::int64_t time,
                                           const std::optional<Sample> &waiting);
    Result<std::vector<HistoryGap>> gapsIn(TimeRange range, std::optional<TagId> tag);
    Outcome appendOff(std::vector<HistoryGap> &gaps, TimeRange range);
    Result<TagId> firstOfDevice(TagId tag);

    std::string m_folder;
    DeviceTags m_devices; ///< as far as they were needed
    std::chrono::milliseconds m_patience;
    Files m_files;
    std::uint64_t m_generation = 0; ///< of m_files
    std::vector<LeftFile> m_left; ///< cannot be opened
    std::map<std::string, HistoryDamage> m_damages; ///< by path, of files read so far
    std::unique_ptr<HistoryTail> m_followed; ///< of the newest file, if another process writes it
    std::vector<std::pair<TagId, std::int64_t>> m_sealed; ///< seen in this call, not yet marked
    std::int64_t m_nextRow = 0; ///< log rows before are in m_followed
    std::int64_t m_firstRow = 0; ///< of the log, when it was last looked at
};

} // namespace telltale
