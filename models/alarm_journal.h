#pragma once

#include "models/job_thread.h"

#include "data/alarms/alarm_types.h"
#include "data/alarms/journal_search.h"
#include "data/telemetry/cancel_flag.h"
#include "data/telemetry/result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace telltale {

/// Entries with time in a range, oldest first, at most `limit`. Called off the GUI thread, one call
/// at a time. `cancel` may be null.
/// Errors  Cancelled, as soon as the disk answers; else of what it reads.
using JournalSource = std::function<Result<std::vector<AlarmJournalEntry>>(
    TimeRange range, std::size_t limit, const CancelFlag *cancel)>;

/// The journal of the alarm store in `folder`, opened when first asked, and anew when another file
/// has taken its place. No store: no entries.
JournalSource journalOfFolder(std::string folder);

/// The next stretch of a search. Called like a JournalSource.
using JournalSearch
    = std::function<Result<JournalFound>(const JournalFilter &filter, JournalCursor cursor,
                                         std::size_t wanted, const CancelFlag *cancel)>;

/// Of the same store, through a connection of its own.
JournalSearch searchOfFolder(std::string folder);

/// A stretch of the journal, newest entry first.
struct JournalPage
{
    std::vector<AlarmJournalEntry> entries;
    Timestamp from {}; ///< everything from here on is in it
    bool reachesBeginning = false; ///< there is nothing older
};

/// At least `wanted` entries before `to`, or all there are.
Result<JournalPage> readBackwards(const JournalSource &source, Timestamp to, std::size_t wanted,
                                  const CancelFlag *cancel = nullptr);

/// Gives `visit` the entries of `range` one after the other, oldest first, `partSize` of them in
/// memory at a time; more where more are of one time.
/// Thread  that of the source.
/// Errors  of the source; Cancelled, within a part, too.
Outcome walkJournal(const JournalSource &source, TimeRange range, const CancelFlag &cancel,
                    const std::function<void(const AlarmJournalEntry &)> &visit,
                    std::size_t partSize = 5'000);

/// Asks the alarm journal off the GUI thread.
/// Thread  GUI; answers arrive there, unless `context` is gone by then. The end cancels what runs.
class AlarmJournal : public QObject
{
    Q_OBJECT

public:
    using PageAnswer = std::function<void(Result<JournalPage>)>;
    using SearchAnswer = std::function<void(Result<JournalFound>)>;

    explicit AlarmJournal(JournalSource source, QObject *parent = nullptr)
        : AlarmJournal(std::move(source), {}, parent)
    { }
    AlarmJournal(JournalSource source, JournalSearch search, QObject *parent = nullptr);
    ~AlarmJournal() override;

    void pageBefore(Timestamp to, std::size_t wanted, QObject *context, PageAnswer answer);
    /// The next stretch, until somebody cancels what is returned: then the answer is Cancelled.
    /// Whoever has a search must have been given.
    std::shared_ptr<CancelFlag> search(const JournalFilter &filter, JournalCursor cursor,
                                       std::size_t wanted, QObject *context, SearchAnswer answer);

private:
    JournalSource m_source;
    JournalSearch m_search;
    const std::shared_ptr<CancelFlag> m_cancel = std::make_shared<CancelFlag>(); ///< of pages
    std::vector<std::weak_ptr<CancelFlag>> m_searches; ///< that run or wait
    JobThread m_thread; ///< one: source and search take one call at a time
};

} // namespace telltale
