#pragma once

#include "data/alarms/alarm_board.h"
#include "data/alarms/alarm_outbox.h"
#include "data/alarms/journal_chain.h"
#include "data/alarms/journal_filter.h"
#include "data/alarms/journal_signer.h"
#include "data/alarms/rule_json.h"
#include "data/alarms/system_rules.h"
#include "data/telemetry/cancel_flag.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <functional>
#include <memory>
#include <string>

namespace telltale {

/// The alarm engine with its store and its clock: what the pipeline feeds.
/// Thread  any; batch() and sourceOff() from the decoder thread. A thread of its own commits
///         journal, state and the journal position to `alarms.db` in one transaction (at most 50 ms
///         after the event) and fires the timers.
/// Errors  a store that cannot be written is told by storeError(); evaluation goes on, entries
///         wait in a ring of 100 000.
class AlarmService
{
public:
    struct Options
    {
        std::string folder; ///< the data folder
        std::string user; ///< stands in `by`; the engineer until accounts exist
        std::string station;
        JournalKeyDoor signingKey = {}; ///< outlives the service
    };
    static Result<std::unique_ptr<AlarmService>> open(const Options &options, TagRegistry &registry,
                                                      const Clock &clock, AlarmBoard &board);
    virtual ~AlarmService() = default;

    /// Everything before it was evaluated and its outcome is durable.
    virtual JournalPosition committed() const = 0;
    /// An empty one says that nothing up to its end was for alarms.
    virtual void batch(const SampleBatchPtr &batch) = 0;
    /// The source went down or came up at event time `at` (system alarm "source down"); stale
    /// timers follow.
    virtual void sourceChanged(SourceId source, const std::string &name, bool up, Timestamp at) = 0;
    /// A person switched the source off: nothing is expected of it, its alarms return.
    virtual void sourceOff(SourceId source, const std::string &name, Timestamp at) = 0;
    /// System alarm "recording stopped", naming what has; it returns 30 s after recording went on.
    /// Say it once after a start, too: the alarm may be a stored one.
    virtual void recordingChanged(Recording recording, Timestamp at) = 0;
    /// What waits in the outbox now, and everything that comes into it, is his once it is stored.
    /// Null: nobody's any more; when it returns, the one before is left alone.
    virtual void setCarrier(NotificationCarrier *carrier) = 0;
    /// Channels need these no more; `digest` stands for those given up among them. One transaction.
    virtual void settle(std::vector<AlarmDelivery> deliveries,
                        std::optional<AlarmNotification> digest)
        = 0;
    /// Channels of the workspace, of which nothing is known yet: a stored alarm of theirs stays.
    virtual void nameChannels(const std::vector<std::string> &channels) = 0;
    /// System alarm "notification channel failing".
    virtual void channelChanged(const std::string &channel, ChannelNews news, Timestamp at) = 0;
    /// Replaces all rules and groups; faulty ones are refused in the journal. `role`: Program where
    /// nobody changed them just now.
    virtual void setRules(RuleSet rules, const std::string &reason,
                          AlarmRole role = AlarmRole::Engineer)
        = 0;
    virtual RuleSet rules() const = 0;
    virtual std::string storeError() const = 0;
    virtual JournalTrust journalTrust() const = 0;
    /// Orderly end: commits what is there.
    virtual void stop() = 0;
};

/// Notifications no channel has confirmed yet, oldest first.
struct AlarmOutbox
{
    std::vector<AlarmNotification> waiting;
    std::uint64_t dropped = 0; ///< gave way to newer ones, since the file was made
    std::uint64_t damaged = 0; ///< rows of the file that could not be read whole
};

/// The ends of the alarm journal; zeros: it is empty.
struct JournalHead
{
    std::uint64_t first = 0; ///< sequence of the oldest entry
    std::uint64_t last = 0;
    JournalHash hash {}; ///< of the newest: what the chain ends with
};

/// Entries from <= sequence < to.
struct JournalSpan
{
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    bool newestFirst = false;
};

/// Reads `alarms.db` beside its owner: for views, reports and `status`.
/// Thread  one at a time.
class AlarmReader
{
public:
    static Result<std::unique_ptr<AlarmReader>> open(const std::string &folder);
    /// Null: there is no file, no alarm was ever evaluated there. Errors  of one that is there.
    static Result<std::unique_ptr<AlarmReader>> openIfThere(const std::string &folder);
    virtual ~AlarmReader() = default;
    virtual Result<AlarmSnapshot> snapshot() = 0;
    /// Entries with time in [from, to), oldest first, at most `limit`; of tags that begin with
    /// `tagPrefix`.
    /// Errors  Cancelled: within a row or two.
    virtual Result<std::vector<AlarmJournalEntry>> journal(TimeRange range, std::size_t limit,
                                                           const std::string &tagPrefix = {},
                                                           const CancelFlag *cancel = nullptr)
        = 0;
    using Take = std::function<bool(AlarmJournalEntry entry, const JournalHash &hash)>;
    virtual Result<JournalHead> head() = 0;
    /// Gives the entries of `span` that fit, one by one, until `take` says false.
    /// Errors  Cancelled: within a row or two, also among those that do not fit.
    virtual Outcome scan(const JournalFilter &filter, JournalSpan span, const Take &take,
                         const CancelFlag *cancel = nullptr)
        = 0;
    /// When the entry was written; nothing: there is none of this number.
    virtual Result<std::optional<Timestamp>> writtenAt(std::uint64_t sequence) = 0;
    virtual Result<AlarmOutbox> outbox(std::size_t limit) = 0;
    /// Whether the file it reads is still the one of its folder.
    virtual bool isCurrent() const { return true; }
    /// Changes whenever something was committed.
    virtual Result<std::uint64_t> version() = 0;
};

} // namespace telltale
