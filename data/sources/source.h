#pragma once

#include "data/sources/raw_journal.h"
#include "data/sources/topic_filter.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/status_board.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace telltale {

/// What the workspace says of a connection. Secrets are not in it.
struct ConnectionConfig
{
    SourceId source;
    std::string name;
    std::string url; ///< `mqtt://host:port`, `mqtts://host:port`; no user, no password
    std::vector<std::string> filters {"#"}; ///< none: only signed in, to see whether that works
    int qos = 1;
    int protocol = 5; ///< MQTT version 5 or 4 (3.1.1); 5 falls back to 4 if the broker refuses it
    std::string user; ///< empty: none, or from the environment
    std::string caFile; ///< PEM; empty: the system's
    std::string clientId; ///< stable; made once in the data folder
    std::vector<std::string> formerFilters; ///< of the last run: unsubscribed if not in filters
    std::uint32_t payloadLimit = 256U << 10U;
    bool enabled = true;
    bool isDemo = false;
    bool isQuick = false; ///< from the command line: not written to the workspace
    /// User and password of the environment are meant for it (see giveEnvironmentCredentials()).
    bool takesEnvironmentCredentials = false;
    /// An address it led to before: only a password kept for exactly that one is meant for it.
    bool isFormer = false;
    bool allowPlainPassword = false; ///< a password may leave this computer unencrypted
    /// Folder (the data folder) that keeps the stable client id, the filters of the last run and
    /// half-delivered QoS 2 messages. With it, clientId and formerFilters are filled by the source;
    /// empty: they are taken as given here, and nothing is kept.
    std::string sessionFolder;
    /// Payload families that may take its messages; absent: all, empty: only the default mapping.
    std::optional<std::vector<std::string>> families;
    /// Whether a person agreed to everything of this broker. A window that asks stores false until
    /// it is answered; nothing: a file written by hand, of which nobody was asked.
    std::optional<bool> allTopicsConfirmed;

    /// Everything of a foreign broker that nobody agreed to: the desktop signs in, and asks before
    /// it subscribes.
    bool needsConfirmation() const
    {
        return !isDemo && !allTopicsConfirmed.value_or(false) && takesEverything(filters);
    }
    bool operator==(const ConnectionConfig &) const = default;
};

/// One connection to telemetry: puts what it receives into the raw journal, in order, before it
/// lets the other side know that it arrived (MQTT: the acknowledgement; a protocol with a log of
/// its own: its commit). So whatever the protocol, what consumers read is one log with the four
/// calls of a log, and a Source needs none of them itself:
///     open(from)        RawJournal::read(), one reader and one position per consumer
///     next              JournalReader::next()
///     commit(position)  RawJournal::commit(): all consumers have stored what comes before
///     lag               RawJournal::lag()
/// Thread  start/stop/status from any; receives on threads of its own.
/// Errors  never ends by itself: whatever fails is in status() in words, and tried again.
class Source
{
public:
    virtual ~Source() = default;
    virtual void start() = 0;
    /// Orderly: no callback runs after it returned; at most 2 s.
    virtual void stop() = 0;
    /// After stop(), when the connection is no more: the other side need keep nothing for it. Waits
    /// for it until asked to stop; what fails is left to the other side's own limits.
    virtual void forget(const std::stop_token &) { }
    virtual ConnectionStatus status() const = 0;
    /// Try again now instead of at the next attempt.
    virtual void retryNow() = 0;
    /// Messages that were received and could not even be journaled (disk full for long), so far.
    virtual std::uint64_t lost() const { return 0; }
};

/// Where user and password of a connection come from. Called off the GUI thread.
class CredentialStore
{
public:
    struct Credentials
    {
        std::string user;
        std::string password;
    };
    virtual ~CredentialStore() = default;
    virtual Result<Credentials> find(const ConnectionConfig &connection) = 0;
    /// Into the OS keychain. Errors NoKeychain, NotPermitted: find() gives it all the same, until
    /// the program ends.
    virtual Outcome store(const ConnectionConfig &connection, const Credentials &credentials) = 0;
    /// Why the keychain did not take what was stored for it; nothing: it did, or nothing was. Waits
    /// for nobody.
    virtual std::optional<Error> unkept(const ConnectionConfig &) { return std::nullopt; }
};

/// What a source works with; all of it outlives the source.
struct SourceDoors
{
    RawJournal &journal;
    CredentialStore &credentials;
    const Clock &clock;
    ProblemList *problems = nullptr; ///< for what concerns no running connection; may be null
};

} // namespace telltale
