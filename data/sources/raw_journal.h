#pragma once

#include "data/telemetry/journal_position.h"
#include "data/telemetry/result.h"
#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace telltale {

/// One record of the raw journal, as appended and as read back.
/// Shape   topic and payload are raw bytes; views into the journal, valid until the reader moves
///         on.
struct JournalRecord
{
    enum class Kind : std::uint8_t {
        Message = 1, ///< topic and payload as received
        Refused = 2, ///< received, not kept: topic cut to 256 bytes, payload is the cause word,
                     ///< after ": " English details may follow;
                     ///< kNoRoom: all since the message before, without a topic
        SourceUp = 3, ///< subscribed again; payload: English words
        SourceDown = 4, ///< disconnected; payload: cause in English words, flags: flagsOf() it
        ProgramStart = 5,
        ProgramStop = 6,
        OwnSample = 7, ///< the program's own: topic is the tag, payload the eight bytes of a double
        SourceOff = 8, ///< switched off or removed by a person: not missed; payload: its name
    };
    static constexpr std::uint8_t kRetained = 1U << 0U;
    static constexpr std::uint8_t kRedelivered = 1U << 1U; ///< DUP
    static constexpr std::uint8_t kQosShift = 2U; ///< two bits

    static constexpr std::string_view kNoRoom = "journal_full"; ///< cause word

    /// Of SourceDown: why. Records of earlier versions have none.
    static constexpr std::uint8_t flagsOf(Error::Code cause)
    {
        return static_cast<std::uint8_t>(static_cast<int>(cause) + 1);
    }
    /// Of SourceDown.
    std::optional<Error::Code> cause() const
    {
        return flags == 0 ? std::nullopt : std::optional(static_cast<Error::Code>(flags - 1));
    }

    /// Received from outside, kept or not: what is counted as a message.
    static constexpr bool isReceived(Kind kind)
    {
        return kind == Kind::Message || kind == Kind::Refused;
    }
    static constexpr bool isSourceMark(Kind kind)
    {
        return kind == Kind::SourceUp || kind == Kind::SourceDown || kind == Kind::SourceOff;
    }

    Kind kind = Kind::Message;
    std::uint8_t flags = 0;
    SourceId source;
    std::uint16_t packet = 0; ///< MQTT packet id under which a message came; 0: none
    Timestamp arrival {};
    std::string_view topic;
    std::string_view payload;
    JournalPosition begin; ///< of this record
    JournalPosition end; ///< of the next one
    /// Read back: some of what came before it is lost because it was damaged.
    bool isAfterDamage = false;
    std::uint64_t number
        = 0; ///< messages (kinds Message and Refused) up to and with this one, ever
};

class JournalReader;

/// The raw journal: what a broker believes delivered is ours even if the process dies in the next
/// instruction. Mapped, append-only segment files `<offset in hex>.journal` in one folder, with a
/// checksum per record; the next segment is made ahead by a thread of its own.
/// Thread  append() from any thread; it syncs nothing, and waits for the disk only when a segment
///         is full before the next one was made. Reading from any, one JournalReader each.
/// Errors  append() fails only when no segment could be allocated (disk full): the caller counts
///         it.
/// Source  MQTT callbacks append; the decoder thread follows.
class RawJournal
{
public:
    struct Options
    {
        std::string folder;
        std::uint64_t segmentBytes = 64U << 20U; ///< less where the disk is nearly full
        std::uint64_t limitBytes = 2ULL << 30U; ///< all segments; beyond it the oldest go
        std::uint64_t freeSpaceReserve = 64U << 20U; ///< no new segment if less would be left free
        /// Consumers have stored this position: new records never come before it, even if a power
        /// cut took back the journal's tail.
        JournalPosition atLeast;
        /// ... and numbers of messages go on after this one.
        std::uint64_t messagesAtLeast = 0;
        /// Stand-ins for posix_fallocate and fdatasync, returning 0 or an errno, and for the free
        /// bytes of the disk; for tests.
        std::function<int(int descriptor, std::uint64_t bytes)> allocate;
        std::function<int(int descriptor)> syncFile;
        std::function<std::uint64_t()> freeSpace;

        /// Makes segments and reserve fit a disk of so many bytes: each at most 5 % of it, a
        /// segment at least 2 MiB, so that it can hold every message.
        void fitTo(std::uint64_t diskBytes);
    };
    struct Totals
    {
        JournalPosition end; ///< the next record goes here
        std::uint64_t messages = 0; ///< appended ever, over restarts
        std::uint64_t bytes = 0; ///< on disk
    };

    /// Opens or creates; finds the end of an earlier life by checksum (a torn record ends it) and
    /// sets damaged segments aside with the suffix `.damaged`, naming them in notes().
    static Result<std::unique_ptr<RawJournal>> open(const Options &options);
    virtual ~RawJournal() = default;

    /// Copies the record to the end. `record.begin/end` are ignored, and `record.number` unless the
    /// record is Refused: then it is how many messages it stands for (0: one).
    /// Errors  DiskFull, DiskError: no room, tried again by itself; LimitExceeded: larger than the
    ///         smallest segment.
    virtual Outcome append(const JournalRecord &record) = 0;
    /// From `from`, or from the oldest record after it if that is gone. A position beyond the end
    /// belongs to a lost journal: from the oldest record. The journal outlives its readers.
    virtual std::unique_ptr<JournalReader> read(JournalPosition from) = 0;
    virtual Totals totals() const = 0;
    /// Messages appended after the one with this number: how far behind somebody is who got there.
    std::uint64_t lag(std::uint64_t messagesRead) const
    {
        const std::uint64_t appended = totals().messages;
        return appended > messagesRead ? appended - messagesRead : 0;
    }
    /// Where a record begins, one segment or so before `position`: to look at what came just
    /// before.
    virtual JournalPosition boundaryBefore(JournalPosition position) const = 0;
    /// All consumers have stored what comes before `consumed`: segments wholly before it may go
    /// once the size limit demands it; those after go too when they must (the drop shows as a jump
    /// of JournalReader to a later position).
    virtual void commit(JournalPosition consumed) = 0;
    /// Waits until the disk has what was appended; does nothing when it has. Not from a callback.
    /// Errors  DiskError: what was appended since the last sync may not outlive a power cut; the
    ///         same answer until something newer was synced, which goes into another file.
    virtual Outcome sync() = 0;
    /// Hardly any room is left and no more can be made: what is on its way still finds some, but
    /// no more should be asked for.
    /// Thread  any, once a message.
    virtual bool isRunningOut() const { return false; }
    /// Why it is running out, or what was appended last found no room; empty once there is some.
    virtual std::optional<Error> refusal() const { return {}; }
    /// English words about what was found damaged, at open() and by readers since.
    virtual std::string notes() const = 0;
};

/// Reads the records of one RawJournal in order, following the end; made by RawJournal::read().
/// Thread  one.
class JournalReader
{
public:
    virtual ~JournalReader() = default;

    /// The next record; false if there is none yet.
    virtual bool next(JournalRecord &record) = 0;
    /// Waits until something is appended after what was read, at most `patience`. While messages
    /// come in quick succession it gathers them for a few ms, so that append() need not wake it.
    virtual void wait(std::chrono::milliseconds patience) = 0;
    virtual JournalPosition position() const = 0;
};

} // namespace telltale
