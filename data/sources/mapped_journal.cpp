#include "data/sources/mapped_journal.h"

#include "data/sources/journal_recovery.h"
#include "data/storage/file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kRetryInterval {250};
constexpr std::uint64_t kSmallestSegment = 64U << 10U;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kOnePart = 20; ///< 5 % of a disk
constexpr std::uint64_t kSmallestOnDisk = 2U << 20U;
constexpr std::uint64_t kPartOfRoom = 4; ///< several segments, so that the oldest can go
/// For what a broker has sent and sends on until the connection is closed: in MQTT 5 at most
/// MqttOptions::kReceiveMaximum messages that want an acknowledgement.
constexpr std::uint64_t kLanding = 4U << 20U;

/// Segments small enough for the limit to mean something: one is written, one is made ahead.
RawJournal::Options adjusted(RawJournal::Options options)
{
    const std::uint64_t bytes = std::min(options.segmentBytes, options.limitBytes / 4);
    options.segmentBytes = std::max(bytes, kSmallestSegment) / kPage * kPage;
    return options;
}

/// How many messages a record to be appended stands for.
std::uint64_t messagesIn(const JournalRecord &record)
{
    if (record.kind == JournalRecord::Kind::Refused)
        return std::max<std::uint64_t>(record.number, 1);
    return JournalRecord::isReceived(record.kind) ? 1 : 0;
}

int syncDescriptor(const RawJournal::Options &options, int descriptor)
{
    if (options.syncFile)
        return options.syncFile(descriptor);
    return ::fdatasync(descriptor) == 0 ? 0 : errno;
}

} // namespace

void RawJournal::Options::fitTo(std::uint64_t diskBytes)
{
    const std::uint64_t part = diskBytes / kOnePart;
    segmentBytes = std::min(segmentBytes, std::max(part, kSmallestOnDisk));
    freeSpaceReserve = std::min(freeSpaceReserve, part);
}

Result<std::unique_ptr<RawJournal>> RawJournal::open(const Options &options)
{
    if (const Outcome made = makeFolder(options.folder); !made)
        return made.error();
    Result<RecoveredJournal> recovered = recoverJournal(options.folder);
    if (!recovered)
        return recovered.error();
    return std::unique_ptr<RawJournal>(
        std::make_unique<MappedJournal>(adjusted(options), std::move(recovered).value()));
}

MappedJournal::MappedJournal(const Options &options, RecoveredJournal recovered)
    : m_options(options)
    , m_damaged(std::move(recovered.damaged))
    , m_number(std::max(recovered.number, options.messagesAtLeast))
    , m_segments(std::move(recovered.segments))
    , m_next(std::move(recovered.spare))
    , m_notes(std::move(recovered.notes))
{
    const bool isBehind = m_segments.empty()
        || m_segments.back()->base() + m_segments.back()->used() < m_options.atLeast.offset;
    if (m_next && isBehind && m_next->base() < m_options.atLeast.offset) {
        ::unlink(m_next->path().c_str());
        m_next.reset();
    }
    if (!m_segments.empty()) {
        m_active = m_segments.back();
        m_activeEnd = m_active->end();
        m_published = m_active->base() + m_active->used();
    }
    m_keeper = std::thread([this] { keep(); });
    if (!isBehind)
        return;
    m_leaveSegment = true; // until there is room for a new one, if there is none now
    m_published = beginSegment().ok() ? m_active->base() + m_active->used()
                                      : std::max(m_published.load(), m_options.atLeast.offset);
}

MappedJournal::~MappedJournal()
{
    {
        const Lock lock(m_filesLock);
        m_stop = true;
    }
    m_filesChanged.notify_all();
    m_keeper.join();
}

Outcome MappedJournal::append(const JournalRecord &record)
{
    const std::uint64_t bytes = JournalSegment::bytesFor(record);
    if (bytes > smallestSegment() - JournalSegment::kHeaderBytes
        || record.topic.size() > std::numeric_limits<std::uint16_t>::max())
        return Error {Error::Code::LimitExceeded, "a message larger than a journal segment"};
    const Outcome appended = appendHere(record, bytes);
    if (!appended || m_isRefused.load(std::memory_order_relaxed))
        noteRefusal(appended);
    if (appended)
        wakeReaders();
    return appended;
}

Outcome MappedJournal::appendHere(const JournalRecord &record, std::uint64_t bytes)
{
    const Lock lock(m_appendLock);
    if (!m_active || !m_active->fits(bytes) || m_leaveSegment.load()) {
        if (Outcome begun = beginSegment(); !begun)
            return begun;
    }
    const std::uint64_t number = m_number.load(std::memory_order_relaxed) + messagesIn(record);
    m_active->write(record, number);
    m_number.store(number, std::memory_order_release);
    m_published.store(m_active->base() + m_active->used()); // sequential: see waitBeyond()
    return {};
}

void MappedJournal::noteRefusal(const Outcome &appended)
{
    const Lock lock(m_filesLock);
    m_refusal = appended ? std::nullopt : std::optional(appended.error());
    m_isRefused = m_refusal.has_value();
}

std::optional<Error> MappedJournal::refusal() const
{
    const Lock lock(m_filesLock);
    return m_failure && isRunningOut() ? m_failure : m_refusal;
}

bool MappedJournal::isRunningOut() const
{
    if (!m_hasFailed.load(std::memory_order_relaxed))
        return false;
    return m_leaveSegment.load() || m_activeEnd.load() < m_published.load() + landing();
}

bool MappedJournal::isDamagedBetween(JournalPosition from, JournalPosition to) const
{
    return std::any_of(m_damaged.begin(), m_damaged.end(), [&](std::uint64_t begin) {
        return begin >= from.offset && begin < to.offset;
    });
}

/// Goes on in the segment made ahead; waits for the keeper only if it is busy making it.
Outcome MappedJournal::beginSegment()
{
    Lock lock(m_filesLock);
    m_filesChanged.wait(lock, [this] { return m_next || m_failure || m_stop; });
    if (!m_next)
        return m_failure ? *m_failure : Error {Error::Code::Cancelled, "the journal is closing"};
    if (m_active)
        m_active->seal();
    m_active = std::exchange(m_next, nullptr);
    m_activeEnd = m_active->end();
    m_segments.push_back(m_active);
    m_leaveSegment = false;
    lock.unlock();
    m_filesChanged.notify_all();
    return {};
}

void MappedJournal::wakeReaders()
{
    if (m_waiters.load() == 0)
        return;
    {
        const Lock lock(m_waitLock);
    }
    m_appended.notify_all();
}

RawJournal::Totals MappedJournal::totals() const
{
    Totals totals;
    const Lock lock(m_filesLock);
    totals.messages = m_number.load(std::memory_order_acquire);
    totals.end = published();
    for (const auto &segment : m_segments)
        totals.bytes += segment->size();
    if (m_next)
        totals.bytes += m_next->size();
    return totals;
}

JournalPosition MappedJournal::boundaryBefore(JournalPosition position) const
{
    const Lock lock(m_filesLock);
    const auto holds = std::find_if(m_segments.begin(), m_segments.end(), [&](const auto &segment) {
        return segment->end() > position.offset;
    });
    if (holds == m_segments.end())
        return position;
    const auto &from = holds == m_segments.begin() ? *holds : *std::prev(holds);
    return {std::min(from->base() + JournalSegment::kHeaderBytes, position.offset)};
}

void MappedJournal::commit(JournalPosition consumed)
{
    const Lock lock(m_filesLock);
    m_released = std::max(m_released, consumed.offset);
}

Outcome MappedJournal::sync()
{
    const Lock syncing(m_syncLock);
    const std::uint64_t end = m_published.load();
    if (end == m_syncedTo)
        return m_syncFailure ? Outcome(*m_syncFailure) : Outcome();
    std::vector<std::shared_ptr<JournalSegment>> dirty;
    {
        const Lock lock(m_filesLock);
        for (const auto &segment : m_segments) {
            if (segment->base() + segment->used() > m_syncedTo && segment->base() < end)
                dirty.push_back(segment);
        }
    }
    m_syncedTo = end; // a failed sync is never tried again and trusted
    const bool wasFailing = m_syncFailure.has_value();
    m_syncFailure.reset();
    for (const auto &segment : dirty) {
        if (std::optional<Error> failure = syncSegment(*segment, wasFailing))
            m_syncFailure = std::move(failure);
    }
    return m_syncFailure ? Outcome(*m_syncFailure) : Outcome();
}

/// A file whose sync failed is trusted no more and left: at once, or when the disk works again, so
/// that one that goes on failing does not use up the room with segments hardly begun.
std::optional<Error> MappedJournal::syncSegment(JournalSegment &segment, bool wasFailing)
{
    const int failed = syncDescriptor(m_options, segment.descriptor());
    const bool isTrusted = segment.noteSync(failed == 0);
    if (isTrusted)
        return std::nullopt;
    if (failed == 0 || !wasFailing)
        m_leaveSegment = true;
    return Error {Error::Code::DiskError,
                  segment.path() + ": cannot sync: "
                      + (failed != 0 ? std::strerror(failed) : "it failed earlier")};
}

std::string MappedJournal::notes() const
{
    const Lock lock(m_filesLock);
    return m_notes;
}

void MappedJournal::addNote(const std::string &note)
{
    constexpr std::size_t kNotesLimit = 4096;
    const Lock lock(m_filesLock);
    if (m_notes.size() > kNotesLimit)
        return;
    m_notes += (m_notes.empty() ? "" : "; ") + note;
}

std::shared_ptr<JournalSegment> MappedJournal::segmentFrom(JournalPosition position) const
{
    const Lock lock(m_filesLock);
    const auto found
        = std::find_if(m_segments.begin(), m_segments.end(), [position](const auto &segment) {
              return segment->end() > position.offset;
          });
    return found == m_segments.end() ? nullptr : *found;
}

void MappedJournal::waitBeyond(JournalPosition position, std::chrono::milliseconds patience)
{
    Lock lock(m_waitLock);
    ++m_waiters; // before looking: an append after the look sees it
    m_appended.wait_for(lock, patience, [&] { return published() > position; });
    --m_waiters;
}

// The keeper.

void MappedJournal::keep()
{
    Lock lock(m_filesLock);
    while (!m_stop) {
        if (m_next) {
            m_filesChanged.wait(lock, [this] { return m_stop || !m_next; });
            continue;
        }
        m_next = makeNext(lock);
        m_hasFailed = m_failure.has_value();
        m_filesChanged.notify_all();
        if (!m_next)
            m_filesChanged.wait_for(lock, kRetryInterval, [this] { return m_stop; });
    }
}

std::shared_ptr<JournalSegment> MappedJournal::makeNext(Lock &lock)
{
    while (needsRoom(lock) && dropOldest(lock)) { }
    for (;;) {
        const std::uint64_t base = nextBase(lock);
        lock.unlock();
        const std::uint64_t size = nextSize();
        Result<std::shared_ptr<JournalSegment>> made = size > 0
            ? JournalSegment::create(m_options, base, size)
            : Error {Error::Code::DiskFull, m_options.folder + ": the disk is nearly full"};
        lock.lock();
        if (made) {
            m_failure.reset();
            return std::move(made).value();
        }
        const bool isReleased = m_segments.size() > 1 && m_segments.front()->end() <= m_released;
        if (made.error().code != Error::Code::DiskFull || !isReleased || !dropOldest(lock)) {
            m_failure = made.error();
            return nullptr;
        }
    }
}

bool MappedJournal::needsRoom(const Lock &) const
{
    std::uint64_t bytes = m_options.segmentBytes;
    for (const auto &segment : m_segments)
        bytes += segment->size();
    return bytes > m_options.limitBytes;
}

/// False if only what is being written is left: that stays, as does the last record, which carries
/// the running number.
bool MappedJournal::dropOldest(Lock &lock)
{
    const bool hasBegunOnly = !m_segments.empty() && m_segments.back()->isEmpty();
    const std::size_t keep = hasBegunOnly ? 2 : 1;
    if (m_segments.size() <= keep)
        return false;
    const std::shared_ptr<JournalSegment> oldest = m_segments.front();
    m_segments.pop_front();
    lock.unlock();
    ::unlink(oldest->path().c_str());
    lock.lock();
    return true;
}

/// Holds every message.
std::uint64_t MappedJournal::smallestSegment() const
{
    return std::min(m_options.segmentBytes, kSmallestOnDisk);
}

/// What is left of the last segment when no more is asked for.
std::uint64_t MappedJournal::landing() const
{
    return std::min(m_options.segmentBytes, kLanding);
}

/// What the options say as long as that is little beside the room above the reserve; 0: no room.
std::uint64_t MappedJournal::nextSize() const
{
    const Result<std::uint64_t> free
        = m_options.freeSpace ? m_options.freeSpace() : freeBytes(m_options.folder);
    if (!free)
        return m_options.segmentBytes;
    if (free.value() < m_options.freeSpaceReserve + landing())
        return 0;
    const std::uint64_t part = (free.value() - m_options.freeSpaceReserve) / kPartOfRoom;
    return std::clamp(part / kPage * kPage, landing(), m_options.segmentBytes);
}

std::uint64_t MappedJournal::nextBase(const Lock &) const
{
    const std::uint64_t end = m_segments.empty() ? 0 : m_segments.back()->end();
    const std::uint64_t floor = (m_options.atLeast.offset + kPage - 1) / kPage * kPage;
    return std::max(end, floor);
}

} // namespace telltale
