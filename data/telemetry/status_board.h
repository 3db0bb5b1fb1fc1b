#pragma once

#include "data/telemetry/gap_total.h"
#include "data/telemetry/result.h"
#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What became of every message. `received = decoded + dropped (all causes) + journalPending` holds
/// in every snapshot; `stored` follows `decoded` by at most one commit. Totals of the data folder's
/// life, restarts included.
struct Counters
{
    std::uint64_t received = 0; ///< messages handed over by sources
    std::uint64_t decoded = 0; ///< messages understood wholly
    std::uint64_t stored = 0; ///< messages whose samples are committed to history
    std::uint64_t journalPending = 0; ///< messages received, not looked at yet
    std::uint64_t samples = 0; ///< samples in history
    std::uint64_t samplesRefused = 0; ///< samples of decoded messages refused by the tag limit
    std::uint64_t samplesCorrected = 0; ///< gave way to another value of the same tag and time
    std::uint64_t timesReplaced = 0; ///< samples whose time was out of range
    std::uint64_t duplicateMembers = 0; ///< members a later one of the same name replaced
    std::uint64_t samplesWithoutTag = 0; ///< bad ones without a value, of tags nobody has seen
    std::map<std::string, std::uint64_t> dropped; ///< messages by cause: payload_too_large ...
    GapTotals gaps; ///< in history
};

/// One layer of a connection, in the order they are built: name, port, tls, mqtt, sign_in, topics.
struct ConnectionLayer
{
    enum class Name { HostName, Port, Tls, Protocol, SignIn, Topics };
    enum class State { Unknown, Passed, Failed, NotUsed };
    Name name = Name::HostName;
    State state = State::Unknown;
    std::string detail; ///< what was found, e.g. "broker.example → 10.4.0.12"
    std::chrono::milliseconds took {0};
};

/// How one connection stands, as the connections page and `status --json` show it.
struct ConnectionStatus
{
    enum class State { Off, Connecting, Connected, Waiting, Refused, Stopped };
    SourceId source;
    std::string name; ///< as in the workspace
    std::string url; ///< without user and password
    std::string user; ///< who signs in; empty: nobody
    State state = State::Off;
    Timestamp since {}; ///< of this state
    /// While there is no connection: when it was lost, or first tried. Attempts do not move it.
    Timestamp outSince {};
    Timestamp nextAttempt {}; ///< when waiting or refused
    std::vector<ConnectionLayer> layers;
    std::vector<std::string> granted; ///< "filter qos n"
    std::vector<std::string> refused; ///< filters without permission
    std::string cause; ///< English words of the last disconnect; empty: none
    Error::Code causeCode = Error::Code::Internal; ///< meaningful with cause
    std::uint64_t received = 0; ///< messages since start
    double rate = 0.0; ///< messages/s over the last seconds
    std::uint64_t reconnects = 0; ///< since start
    std::uint64_t brokerDropped = 0; ///< the broker's own count, where it publishes one
    std::chrono::milliseconds longestOutage {0};
    bool encrypted = false;
    bool isDemo = false;
};

/// A payload nobody could decode, grouped by topic and shape.
struct UndecodedPayload
{
    std::string topic;
    std::string looksLike; ///< "24 bytes, binary", "JSON, broken at byte 17"
    std::string reason; ///< English
    std::string sample; ///< the first bytes of the newest one, at most 256
    std::uint64_t count = 0;
    Timestamp first {};
    Timestamp last {};
};

/// Something that went wrong and what to do about it; repeats are counted, not repeated.
struct Problem
{
    enum class Severity { Note, Warning, Serious };
    Severity severity = Severity::Warning;
    Error::Code code = Error::Code::Internal;
    std::string area; ///< "connection", "history", "workspace" ...: what it is about
    std::string subject; ///< which one: a connection's name, a file
    std::string cause; ///< English, one line
    std::string remedy; ///< English, one line: what to do
    Timestamp first {};
    Timestamp last {};
    std::uint64_t count = 0;
};

/// How one channel of notifications stands; counts since the start.
struct ChannelStatus
{
    std::string name; ///< as in the workspace
    std::string kind; ///< command, webhook
    std::uint64_t waiting = 0;
    std::uint64_t sent = 0; ///< confirmed
    std::uint64_t givenUp = 0; ///< told as a number only
    std::uint64_t dropped = 0; ///< gave way to newer ones
    Timestamp failingSince {}; ///< none: nothing says that it does not work
    std::string cause; ///< English words of the last failure, with failingSince
    std::string remedy; ///< English, what to do about it
    bool isHeld = false; ///< sends nothing until somebody allows what it would start
};

/// How much room the disk with the data has left.
struct DiskRoom
{
    std::uint64_t free = 0; ///< bytes; 0 as well before the first look
    bool isNearlyFull = false; ///< below 2 GiB or 5 %
    std::optional<std::chrono::hours> fullIn; ///< if it goes on as it did lately
    bool operator==(const DiskRoom &) const = default;
};

/// Everything the status line, status page and `telltale status` tell; one consistent snapshot.
struct PlantStatus
{
    Counters counters;
    std::vector<ConnectionStatus> connections;
    std::vector<ChannelStatus> channels; ///< none: no notification leaves this computer
    std::vector<UndecodedPayload> undecoded; ///< at most 200
    std::vector<std::string>
        refusedTopics; ///< a sample of what the tag limit kept out, at most 200
    std::vector<Problem> problems; ///< newest first, at most 200
    Timestamp lastCommit {}; ///< newest durable history commit
    std::chrono::microseconds commitTook {0};
    Timestamp historyFrom {}; ///< oldest stored sample
    std::uint64_t historyBytes = 0;
    std::uint64_t tags = 0; ///< known, the program's own included
    std::uint64_t journalBytes = 0;
    Timestamp journalSafe {}; ///< what was received before outlives a power cut
    std::chrono::microseconds journalSyncTook {0};
    DiskRoom disk;
    double messageRate = 0.0; ///< per second
    bool recording = true; ///< false: journal or history cannot be written
    bool isOwner = true; ///< false: this window is a view of data another process owns
    std::string owner; ///< who owns the data, when it is somebody else
    Timestamp at {};
};

/// The newest PlantStatus, for whoever shows it.
/// Thread  any. The owner publishes a few times a second; views compare version() once a frame.
class StatusBoard
{
public:
    void publish(PlantStatus status);
    PlantStatus status() const;
    std::uint64_t version() const;

private:
    mutable std::mutex m_mutex;
    PlantStatus m_status;
    std::uint64_t m_version = 0;
};

/// Collects problems: same area, subject and code are one entry with a count.
/// Thread  any. Holds at most 200, the oldest goes.
class ProblemList
{
public:
    /// Severity, code, area, subject, cause and remedy of `problem` count; the rest is kept here.
    void report(Problem problem, Timestamp now);
    /// It is over: the entry is removed.
    void resolve(const std::string &area, const std::string &subject);
    std::vector<Problem> all() const;

private:
    mutable std::mutex m_mutex;
    std::vector<Problem> m_problems;
};

} // namespace telltale
