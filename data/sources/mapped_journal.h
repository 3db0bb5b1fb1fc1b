#pragma once

#include "data/sources/journal_segment.h"
#include "data/sources/raw_journal.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace telltale {

struct RecoveredJournal;

/// RawJournal over JournalSegment files. A keeper thread makes the next segment ahead and drops the
/// oldest ones, so that append() is a copy into mapped memory.
/// Locks   m_appendLock (appenders, one after the other) before m_filesLock (list of segments; held
///         only for moments, never over a disk operation). Readers take neither while records flow.
class MappedJournal final : public RawJournal
{
public:
    MappedJournal(const Options &options, RecoveredJournal recovered);
    ~MappedJournal() override;

    Outcome append(const JournalRecord &record) override;
    std::unique_ptr<JournalReader> read(JournalPosition from) override;
    Totals totals() const override;
    JournalPosition boundaryBefore(JournalPosition position) const override;
    void commit(JournalPosition consumed) override;
    Outcome sync() override;
    std::string notes() const override;
    bool isRunningOut() const override;
    std::optional<Error> refusal() const override;

    // For readers:
    /// The segment that holds `position`, or the first one after it; null if there is none.
    std::shared_ptr<JournalSegment> segmentFrom(JournalPosition position) const;
    JournalPosition published() const { return JournalPosition {m_published.load()}; }
    void waitBeyond(JournalPosition position, std::chrono::milliseconds patience);
    void addNote(const std::string &note);
    /// Whether a segment that began in [from, to) was set aside.
    bool isDamagedBetween(JournalPosition from, JournalPosition to) const;

private:
    using Lock = std::unique_lock<std::mutex>;

    Outcome appendHere(const JournalRecord &record, std::uint64_t bytes);
    void noteRefusal(const Outcome &appended);
    Outcome beginSegment();
    std::optional<Error> syncSegment(JournalSegment &segment, bool wasFailing);
    void wakeReaders();
    void keep();
    std::shared_ptr<JournalSegment> makeNext(Lock &lock);
    bool needsRoom(const Lock &lock) const;
    bool dropOldest(Lock &lock);
    std::uint64_t smallestSegment() const;
    std::uint64_t landing() const;
    std::uint64_t nextSize() const;
    std::uint64_t nextBase(const Lock &lock) const;

    const Options m_options;
    const std::vector<std::uint64_t> m_damaged; ///< begins of segments set aside

    std::mutex m_appendLock;
    std::shared_ptr<JournalSegment> m_active; ///< guarded by m_appendLock
    std::atomic<std::uint64_t> m_number {0};
    std::atomic<std::uint64_t> m_published {0};
    std::atomic<std::uint64_t> m_activeEnd {0};
    std::atomic<bool> m_leaveSegment {false}; ///< its sync failed: nothing more goes into it

    mutable std::mutex m_filesLock;
    std::condition_variable m_filesChanged;
    std::deque<std::shared_ptr<JournalSegment>> m_segments; ///< oldest first
    std::shared_ptr<JournalSegment> m_next;
    std::optional<Error> m_failure; ///< why there is no next segment
    std::atomic<bool> m_hasFailed {false}; ///< there is a failure
    std::uint64_t m_released = 0;
    std::optional<Error> m_refusal; ///< of the newest append
    std::atomic<bool> m_isRefused {false}; ///< there is one
    std::string m_notes;
    bool m_stop = false;

    std::mutex m_syncLock;
    std::uint64_t m_syncedTo = 0; ///< guarded by m_syncLock
    std::optional<Error> m_syncFailure; ///< guarded by m_syncLock; of the newest sync

    std::mutex m_waitLock;
    std::condition_variable m_appended;
    std::atomic<int> m_waiters {0};

    std::thread m_keeper;
};

} // namespace telltale
