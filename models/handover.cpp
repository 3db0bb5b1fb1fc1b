#include "models/handover.h"

#include "models/hiding.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kNotesLater = 24h;
constexpr auto kThisMoment = 1s; ///< what was journaled just now belongs to it
constexpr std::size_t kMostUrgent = 3'000; ///< entries
constexpr std::size_t kMostActions = 500;

bool isIn(TimeRange range, Timestamp time)
{
    return time >= range.from && time < range.to;
}

bool isNote(const AlarmJournalEntry &entry)
{
    return entry.type == "COMMENT" && entry.alarm.empty();
}

/// Of a person: shelves also end by themselves, and rules come from the files at the start.
bool isAction(const AlarmJournalEntry &entry)
{
    constexpr std::array<std::string_view, 8> kTypes {"ACK", "RESET",   "SHELVE",  "OOS",
                                                      "RTS", "SILENCE", "COMMENT", "CONFIG"};
    if (entry.type == "UNSHELVE")
        return entry.reason == "operator";
    if (entry.role == roleWord(AlarmRole::Program))
        return false;
    return !isNote(entry) && std::find(kTypes.begin(), kTypes.end(), entry.type) != kTypes.end();
}

/// Sorts the entries of a shift into what is handed over.
class Sorter
{
public:
    Sorter(Handover &handover, KeyFigureCounter &counter)
        : m_handover(handover)
        , m_counter(counter)
    { }

    void add(const AlarmJournalEntry &entry)
    {
        m_counter.add(entry);
        if (isNote(entry) && isIn(m_handover.shift, entry.eventTime))
            m_handover.notes.push_back(entry);
        if (!isIn(m_handover.shift, entry.time))
            return;
        addUrgent(entry);
        if (!isAction(entry))
            return;
        if (m_handover.actions.size() < kMostActions)
            m_handover.actions.push_back(entry);
        else
            ++m_handover.moreActions;
    }
    void finish() { m_handover.urgent = alarmOccurrences(m_urgent); }

private:
    void addUrgent(const AlarmJournalEntry &entry)
    {
        const bool comes = entry.type == "ALARM";
        const bool isUrgent = entry.priority == 1 || entry.priority == 2;
        if (!isUrgent || (!comes && entry.type != "RTN" && entry.type != "ACK"))
            return;
        if (m_urgent.size() < kMostUrgent)
            m_urgent.push_back(entry);
        else
            m_handover.moreUrgent += comes ? 1 : 0;
    }

    Handover &m_handover;
    KeyFigureCounter &m_counter;
    std::vector<AlarmJournalEntry> m_urgent;
};

} // namespace

bool takesNotes(TimeRange shift, Timestamp now)
{
    return now < shift.to + kNotesLater;
}

std::size_t Handover::longOutOfService() const
{
    const std::vector<AlarmRow> &hidden = alarms->suppressed;
    return static_cast<std::size_t>(
        std::count_if(hidden.begin(), hidden.end(),
                      [this](const AlarmRow &row) { return Hiding::isTooLong(row, now); }));
}

Result<Handover> gatherHandover(const JournalSource &source, const HandoverRequest &request,
                                const CancelFlag &cancel)
{
    Handover handover;
    handover.shift = request.shift;
    handover.now = request.now;
    handover.alarms = request.alarms;
    const TimeRange counted {request.shift.from, std::min(request.shift.to, request.now)};
    const TimeRange read {request.shift.from - KeyFigureCounter::kLookBack,
                          std::min(request.shift.to + kNotesLater, request.now + kThisMoment)};
    KeyFigureCounter counter(counted, read.from, request.rules);
    Sorter sorter(handover, counter);
    const Outcome walked = walkJournal(
        source, read, cancel, [&sorter](const AlarmJournalEntry &entry) { sorter.add(entry); });
    if (!walked.ok())
        return walked.error();
    sorter.finish();
    handover.figures = counter.take(handover.isRunning() ? request.alarms.get() : nullptr);
    return handover;
}

} // namespace telltale
