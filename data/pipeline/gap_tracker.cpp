#include "data/pipeline/gap_tracker.h"

namespace telltale {
namespace {

using Cause = HistoryGap::Cause;

/// By the layer that failed; that somebody else's end is down may mean anything below them.
Cause causeOf(const JournalRecord &down)
{
    switch (down.cause().value_or(Error::Code::ConnectionLost)) {
    case Error::Code::HostNotFound:
        return Cause::NameUnknown;
    case Error::Code::TlsFailed:
    case Error::Code::NoTls:
        return Cause::TlsFailed;
    case Error::Code::BadCredentials:
    case Error::Code::NoPassword:
    case Error::Code::NoKeychain:
        return Cause::SignInRefused;
    case Error::Code::NotPermitted:
        return Cause::NotPermitted;
    default:
        return Cause::SourceDisconnected;
    }
}

bool isOutage(Cause cause)
{
    return cause == Cause::SourceDisconnected || cause == Cause::NameUnknown
        || cause == Cause::TlsFailed || cause == Cause::SignInRefused
        || cause == Cause::NotPermitted;
}

} // namespace

void GapTracker::adopt(const HistoryGap &gap)
{
    const bool isOfSource = isOutage(gap.cause) || gap.cause == Cause::SwitchedOff;
    if (!isOfSource || gap.tag.isValid())
        return;
    if (gap.range.to == kStillRunning)
        m_running.insert_or_assign(gap.source, gap);
    else if (const auto known = m_running.find(gap.source);
             known != m_running.end() && known->second.cause == gap.cause)
        m_running.erase(known);
}

std::vector<HistoryGap> GapTracker::take(const JournalRecord &record, std::int64_t lastArrival)
{
    std::vector<HistoryGap> gaps;
    switch (record.kind) {
    case JournalRecord::Kind::ProgramStart: {
        m_lastSign.clear();
        const std::map<SourceId, HistoryGap> running = m_running;
        for (const auto &[source, gap] : running) {
            if (isOutage(gap.cause))
                end(gaps, source, record.arrival);
        }
        if (lastArrival > 0 && timestampFromMicroseconds(lastArrival) < record.arrival)
            gaps.push_back({Cause::ProgramOff,
                            {},
                            {},
                            {timestampFromMicroseconds(lastArrival), record.arrival}});
        break;
    }
    case JournalRecord::Kind::SourceDown:
        begin(gaps, record.source, silentSince(record), causeOf(record));
        break;
    case JournalRecord::Kind::SourceOff:
        begin(gaps, record.source, record.arrival, Cause::SwitchedOff);
        break;
    case JournalRecord::Kind::SourceUp:
        end(gaps, record.source, record.arrival);
        noteSign(record);
        break;
    case JournalRecord::Kind::Message:
        noteSign(record);
        break;
    case JournalRecord::Kind::Refused:
    case JournalRecord::Kind::ProgramStop:
    case JournalRecord::Kind::OwnSample:
        break;
    }
    return gaps;
}

void GapTracker::noteSign(const JournalRecord &record)
{
    if (record.source.value >= m_lastSign.size())
        m_lastSign.resize(record.source.value + std::size_t {1});
    m_lastSign[record.source.value] = record.arrival;
}

/// While another gap runs its silence is that gap's.
Timestamp GapTracker::silentSince(const JournalRecord &down) const
{
    if (m_running.contains(down.source))
        return down.arrival;
    const std::size_t source = down.source.value;
    const Timestamp last = source < m_lastSign.size() ? m_lastSign[source] : Timestamp {};
    return last < down.arrival && down.arrival - last <= kUnnoticed ? last : down.arrival;
}

/// One of another cause ends where this one begins.
void GapTracker::begin(std::vector<HistoryGap> &gaps, SourceId source, Timestamp at,
                       HistoryGap::Cause cause)
{
    const auto known = m_running.find(source);
    if (known != m_running.end() && known->second.cause == cause)
        return;
    end(gaps, source, at);
    const HistoryGap gap {cause, source, {}, {at, kStillRunning}};
    m_running.emplace(source, gap);
    gaps.push_back(gap);
}

void GapTracker::end(std::vector<HistoryGap> &gaps, SourceId source, Timestamp at)
{
    const auto running = m_running.find(source);
    if (running == m_running.end())
        return;
    running->second.range.to = at;
    gaps.push_back(running->second);
    m_running.erase(running);
}

} // namespace telltale
