#pragma once

#include "data/history/byte_stream.h"
#include "data/history/chunk_store.h"
#include "data/history/finished_files.h"
#include "data/history/history_tail.h"
#include "data/history/history_writer.h"
#include "data/history/last_store.h"
#include "data/history/log_store.h"
#include "data/history/running_gaps.h"
#include "data/history/stored_files.h"
#include "data/history/tag_store.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

/// Writes the files history-*.db: groups into `log`, full tags from there into chunks.
/// Thread  one.
class SqliteHistoryWriter : public HistoryWriter
{
public:
    static Result<std::unique_ptr<HistoryWriter>> open(const Options &options,
                                                       TagRegistry &registry);

    Outcome append(const SampleBatchPtr &batch) override;
    Outcome commit(JournalPosition position, const HistoryTotals &counted) override;
    Outcome recordGap(const HistoryGap &gap) override;
    std::string setAside() const override { return m_setAside; }
    HistoryTotals totals() const override { return m_committed.totals; }
    Result<bool> maintain() override;
    Outcome settle(std::chrono::milliseconds atMost) override;
    std::uint64_t bytesOnDisk() const override;
    TimeRange extent() const override;
    void retain(const RetentionPolicy &policy, Timestamp now) override;
    std::vector<HistoryNote> takeNotes() override { return m_finished.takeNotes(); }

private:
    /// The open file and what works on it.
    struct File
    {
        std::unique_ptr<Database> database; ///< where the stores point at
        LogStore log;
        ChunkStore chunks;
        LastStore last;
        TagStore tags;
    };
    enum class Step { Done, Nothing };

    SqliteHistoryWriter(const Options &options, TagRegistry &registry);
    Outcome start();
    Outcome startWith(const std::string &path);
    Result<bool> isRolledUp();
    Outcome recover();
    Outcome markSealed();
    static Result<std::unique_ptr<File>> openFile(const std::string &path);
    Outcome ensureFile();
    Outcome openAgain();
    Outcome openStored();
    /// Runs `work` in a transaction; after a failed read, write or sync the file is closed, because
    /// what a failed sync left behind is unknown.
    Outcome inTransaction(const std::function<Outcome(File &)> &work);
    /// The same; a file that turns out to be damaged is left, and the next one takes it.
    Outcome store(const std::function<Outcome(File &)> &work);
    Outcome writeGaps(File &file, HistoryState &next);
    HistoryState stateAfter(JournalPosition position, const HistoryTotals &counted) const;
    void noteCommitted(HistoryState state);

    /// What maintain() does for the newest file.
    Result<bool> upkeep();
    Result<Step> checkpoint();
    Result<Step> storeDescriptions();
    Result<Step> seal();
    Result<Step> trim();
    std::int64_t rowsToTrim();
    bool isLogTooLong();
    std::vector<TagId> tagsToSeal();
    Outcome sealTags(const std::vector<TagId> &tags);
    Result<CommonSamples> sealTag(TagId tag);
    std::size_t countStored(TagId tag, const SampleColumns &samples, std::size_t here);
    Outcome writeLast(TagId tag, const SampleColumns &sealed);
    void noteLogged(std::int64_t row, std::size_t samples);
    void noteTrimmed(std::int64_t row);
    Outcome giveBackPages();

    Result<Step> rotate();
    Result<bool> isFull();
    Result<bool> hasChunks();
    std::uint64_t rotateAt() const;
    Outcome leaveDamagedFile(const Error &damage);
    Outcome beginNextFile();
    Outcome fillNextFile(const std::string &path);
    Outcome leaveFileTakenAway();
    Outcome leaveLostFile();
    Outcome copyFile(const std::string &path);
    Outcome beginAnew();

    std::string m_folder;
    StoredFiles m_stored;
    std::uint64_t m_rotateAt;
    int m_walLimit; ///< pages
    std::optional<std::uint64_t> m_mostBytes; ///< of all files
    std::string m_path;
    std::string m_setAside;
    TagRegistry &m_registry;
    FinishedFiles m_finished;
    std::unique_ptr<File> m_file;
    std::shared_ptr<HistoryTail> m_tail;
    HistoryState m_committed;
    SampleBatch m_group; ///< what the next commit writes
    HistoryTail::Taken m_taken; ///< by the group
    std::vector<HistoryGap> m_gaps; ///< of the group
    RunningGaps m_running;
    std::int64_t m_arrival = 0; ///< of the newest batch; 0: not known
    bool m_mustCommit = false; ///< the last commit failed
    ByteWriter m_blob;
    std::int64_t m_trimmedTo = 0; ///< log rows before are removed
    std::deque<std::pair<std::int64_t, std::size_t>> m_logged; ///< rows of the log, samples in each
    std::size_t m_logSamples = 0; ///< in all of them
    int m_checkpointAt = 0; ///< pages of WAL
    bool m_mustSeal = false; ///< what waits is in no log
};

} // namespace telltale
