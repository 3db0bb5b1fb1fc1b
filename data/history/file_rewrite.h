#pragma once

#include "data/history/chunk_store.h"
#include "data/history/file_roll_ups.h"
#include "data/history/history_file.h"
#include "data/history/pack_store.h"
#include "data/telemetry/device_tags.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace telltale {

/// Writes a history file that nobody adds to any more anew, packed, and puts it into the place of
/// the old one: in bounded steps, so that commits go on between them. Until the end the old file is
/// the one that counts; whoever reads it goes on reading it.
/// Thread  that of the writer.
/// Errors  Damaged: of the old file; DiskFull, DiskError. The old file stays as it is.
class FileRewrite
{
public:
    static constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::max();
    /// What of a tag goes into the new file.
    struct Kept
    {
        std::int64_t from = kAll; ///< event time
        bool isRolledUp = false; ///< only roll-ups of its samples, unless they are few
    };
    using Keep = std::function<Kept(TagId)>;

    static Result<std::unique_ptr<FileRewrite>> begin(const std::string &path, Keep keep);
    ~FileRewrite();
    FileRewrite(const FileRewrite &) = delete;
    FileRewrite &operator=(const FileRewrite &) = delete;

    const std::string &path() const { return m_path; }
    /// Oldest and newest event time in the new file so far; from > to if there is none.
    std::pair<std::int64_t, std::int64_t> extent() const { return {m_oldest, m_newest}; }
    /// Whether samples were rolled up so far.
    bool hasRolledUp() const { return m_rollUps != nullptr; }
    /// False: all is done, and finish() may be called.
    Result<bool> step();
    /// Replaces the old file.
    /// Errors  Busy: a reader is in the way, try again.
    Outcome finish();

private:
    FileRewrite(std::string path, Keep keep);
    Outcome open();
    Result<bool> copySome();
    /// Both return false when there is no more of m_tag.
    Result<bool> copyChunk(std::size_t &taken);
    Result<bool> rollUpSome(std::size_t &taken);
    Outcome endTag();
    Outcome nextTag();
    Outcome beginTag();
    Outcome takeChunk(const StoredChunk &chunk);
    /// Writes what waits of the tag; unless `all`, only chunks that are full.
    Outcome writeChunks(bool all);
    Outcome writeChunk(std::size_t begin, std::size_t end);
    Outcome addToRow(const StoredChunk &part);
    Outcome writeRow();
    Outcome emptyOldWal();
    Outcome copyRest();
    Outcome copyGaps();
    Outcome lookAtDevices();
    std::int64_t gapsKeptFrom(std::int64_t cause, std::int64_t tag) const;
    Outcome endTransaction();

    std::string m_path;
    Keep m_keep;
    std::unique_ptr<HistoryFile> m_from;
    Statement m_findTag; ///< of m_from
    Statement m_countSamples; ///< of m_from, and when they were
    std::optional<RollUpWidths> m_widths; ///< of m_from
    std::unique_ptr<FileRollUps> m_rollUps; ///< once there are some
    std::unique_ptr<Database> m_to;
    std::unique_ptr<ChunkStore> m_rows; ///< of m_to, as all that follows
    std::unique_ptr<PackWriter> m_pack;
    bool m_isInTransaction = false;
    int m_steps = 0; ///< in it
    std::int64_t m_tag = -1; ///< that is being copied; no more tags: past all
    bool m_hasTag = false;
    std::size_t m_perChunk = 0; ///< samples of it; the last has half as many more at most
    std::int64_t m_keptFrom = kAll; ///< of it
    bool m_isRollingUp = false; ///< its samples
    std::int64_t m_at = 0; ///< begin of the chunk read last
    bool m_hasRead = false; ///< one of the tag
    SampleColumns m_waiting;
    std::vector<StoredChunk> m_parts; ///< of the row that is not full
    std::int64_t m_oldest;
    std::int64_t m_newest;
    DeviceTags m_devices;
    /// By first tag of a device: from when on samples of any of its tags are kept.
    std::unordered_map<std::uint32_t, std::int64_t> m_deviceKeptFrom;
};

} // namespace telltale
