#include "models/alarm_journal.h"

#include "models/gui_call.h"

#include "data/alarms/alarm_service.h"

#include <algorithm>
#include <set>

namespace telltale {
namespace {

constexpr Timestamp kBeginning = std::chrono::sys_days(std::chrono::year(2000) / 1 / 1);
constexpr std::chrono::hours kFirstSpan {1};
constexpr std::size_t kFirstLimit = 1000;
constexpr int kWiden = 4;

/// Opens the store of `folder` if `reader` has none, or one that is no longer there. Without a
/// store `reader` stays empty.
Outcome follow(std::unique_ptr<AlarmReader> &reader, const std::string &folder)
{
    if (reader && reader->isCurrent())
        return {};
    reader.reset();
    Result<std::unique_ptr<AlarmReader>> opened = AlarmReader::openIfThere(folder);
    if (!opened.ok())
        return opened.error();
    reader = std::move(opened).value();
    return {};
}

} // namespace

JournalSource journalOfFolder(std::string folder)
{
    auto reader = std::make_shared<std::unique_ptr<AlarmReader>>();
    return [reader, folder = std::move(folder)](
               TimeRange range, std::size_t limit,
               const CancelFlag *cancel) -> Result<std::vector<AlarmJournalEntry>> {
        if (const Outcome followed = follow(*reader, folder); !followed.ok())
            return followed.error();
        if (!*reader)
            return std::vector<AlarmJournalEntry>();
        return (*reader)->journal(range, limit, {}, cancel);
    };
}

JournalSearch searchOfFolder(std::string folder)
{
    auto reader = std::make_shared<std::unique_ptr<AlarmReader>>();
    return [reader, folder = std::move(folder)](const JournalFilter &filter, JournalCursor cursor,
                                                std::size_t wanted,
                                                const CancelFlag *cancel) -> Result<JournalFound> {
        if (const Outcome followed = follow(*reader, folder); !followed.ok())
            return followed.error();
        if (!*reader) {
            JournalFound nothing;
            nothing.isDone = true;
            return nothing;
        }
        return searchJournal(**reader, filter, cursor, wanted, cancel);
    };
}

/// The source reads forwards: take windows going back, wider while they hold little, and again
/// with a higher limit where one was cut off.
Result<JournalPage> readBackwards(const JournalSource &source, Timestamp to, std::size_t wanted,
                                  const CancelFlag *cancel)
{
    JournalPage page;
    page.from = to;
    std::chrono::microseconds span = kFirstSpan;
    std::size_t limit = kFirstLimit;
    while (page.entries.size() < wanted && page.from > kBeginning) {
        const Timestamp from = std::max(kBeginning, page.from - span);
        Result<std::vector<AlarmJournalEntry>> window = source({from, page.from}, limit, cancel);
        if (!window.ok())
            return window.error();
        if (window->size() >= limit) {
            limit *= kWiden;
            continue;
        }
        std::move(window->rbegin(), window->rend(), std::back_inserter(page.entries));
        page.from = from;
        span *= kWiden;
    }
    page.reachesBeginning = page.from <= kBeginning;
    return page;
}

/// The next part begins at the time of the last entry, of which there may be more: those that were
/// seen are passed over.
Outcome walkJournal(const JournalSource &source, TimeRange range, const CancelFlag &cancel,
                    const std::function<void(const AlarmJournalEntry &)> &visit,
                    std::size_t partSize)
{
    std::set<std::uint64_t> seen; // at `from`
    std::size_t limit = partSize;
    for (Timestamp from = range.from; from < range.to;) {
        if (cancel.isCancelled())
            return Error {Error::Code::Cancelled, "not wanted any more"};
        const Result<std::vector<AlarmJournalEntry>> part
            = source({from, range.to}, limit, &cancel);
        if (!part.ok())
            return part.error();
        for (const AlarmJournalEntry &entry : part.value()) {
            if (entry.time != from || !seen.contains(entry.sequence))
                visit(entry);
        }
        if (part->size() < limit)
            return {};
        const Timestamp last = part->back().time;
        limit = last == from ? limit * kWiden : partSize;
        if (last != from)
            seen.clear();
        for (auto entry = part->rbegin(); entry != part->rend() && entry->time == last; ++entry)
            seen.insert(entry->sequence);
        from = last;
    }
    return {};
}

AlarmJournal::AlarmJournal(JournalSource source, JournalSearch search, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_search(std::move(search))
{ }

/// Or the window would wait for a disk that is slow.
AlarmJournal::~AlarmJournal()
{
    m_cancel->cancel();
    for (const std::weak_ptr<CancelFlag> &one : m_searches) {
        if (const std::shared_ptr<CancelFlag> cancel = one.lock())
            cancel->cancel();
    }
}

void AlarmJournal::pageBefore(Timestamp to, std::size_t wanted, QObject *context, PageAnswer answer)
{
    m_thread.run([source = m_source, to, wanted, cancel = m_cancel,
                  reply = onGuiThread<Result<JournalPage>>(context, std::move(answer))] {
        reply(readBackwards(source, to, wanted, cancel.get()));
    });
}

/// The flag lives as long as the job or whoever asked.
std::shared_ptr<CancelFlag> AlarmJournal::search(const JournalFilter &filter, JournalCursor cursor,
                                                 std::size_t wanted, QObject *context,
                                                 SearchAnswer answer)
{
    Q_ASSERT(m_search);
    const auto cancel = std::make_shared<CancelFlag>();
    std::erase_if(m_searches, [](const auto &one) { return one.expired(); });
    m_searches.push_back(cancel);
    m_thread.run([search = m_search, filter, cursor, wanted, cancel,
                  reply = onGuiThread<Result<JournalFound>>(context, std::move(answer))] {
        reply(search(filter, cursor, wanted, cancel.get()));
    });
    return cancel;
}

} // namespace telltale
