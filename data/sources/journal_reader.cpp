#include "data/sources/mapped_journal.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace telltale {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

/// While something came within the last kBusy, waiting is a short sleep that append() need not end.
constexpr milliseconds kBusy {100};
constexpr milliseconds kGather {4};

class MappedReader final : public JournalReader
{
public:
    MappedReader(MappedJournal &journal, JournalPosition from, std::optional<std::uint64_t> number);

    bool next(JournalRecord &record) override;
    void wait(milliseconds patience) override;
    JournalPosition position() const override;
    std::uint64_t missed() const override { return m_missed; }

private:
    void goTo(JournalPosition from);
    bool enterNextSegment();
    std::optional<JournalSegment::Found> findHere();
    void account(const JournalRecord &record);

    MappedJournal &m_journal;
    std::shared_ptr<JournalSegment> m_segment;
    std::uint64_t m_offset = 0; ///< in m_segment
    JournalPosition m_from; ///< while there is no segment
    std::optional<std::uint64_t> m_number; ///< of the last message before here, if it is known
    std::uint64_t m_missed = 0;
    SteadyClock::time_point m_lastRecord {};
    bool m_gaveRecord = false; ///< since the last wait()
};

MappedReader::MappedReader(MappedJournal &journal, JournalPosition from,
                           std::optional<std::uint64_t> number)
    : m_journal(journal)
    , m_from(from > journal.published() ? JournalPosition {} : from)
    , m_number(number)
{
    if (m_from == JournalPosition {} && !m_number)
        m_number = 0;
    goTo(m_from);
}

/// Walks to `from` along the records: a position inside one goes to the one after it.
void MappedReader::goTo(JournalPosition from)
{
    m_segment = m_journal.segmentFrom(from);
    m_offset = JournalSegment::kHeaderBytes;
    if (!m_segment || m_segment->base() + m_offset >= from.offset)
        return;
    const std::uint64_t target = from.offset - m_segment->base();
    while (m_offset < std::min(target, m_segment->used())) {
        const auto found = m_segment->search(m_offset, m_segment->used(), 0);
        if (!found || found->offset >= target)
            return;
        m_number = found->record.number;
        m_offset = found->next;
    }
}

bool MappedReader::enterNextSegment()
{
    const JournalPosition after = m_segment ? JournalPosition {m_segment->end()} : m_from;
    std::shared_ptr<JournalSegment> segment = m_journal.segmentFrom(after);
    if (!segment)
        return false;
    m_segment = std::move(segment);
    m_offset = JournalSegment::kHeaderBytes;
    return true;
}

/// The record here, or behind a damaged part of this segment.
std::optional<JournalSegment::Found> MappedReader::findHere()
{
    const std::uint64_t number = m_number.value_or(0);
    auto found = m_segment->at(m_offset, number);
    if (found)
        return found;
    const std::uint64_t end = m_segment->used();
    found = m_segment->search(m_offset + JournalSegment::kAlignment, end, number);
    if (found)
        m_journal.addNote(m_segment->path() + ": damaged at byte " + std::to_string(m_offset));
    return found;
}

void MappedReader::account(const JournalRecord &record)
{
    const std::uint64_t expected
        = m_number.value_or(0) + (JournalRecord::isReceived(record.kind) ? 1U : 0U);
    if (m_number && record.number > expected)
        m_missed += record.number - expected;
    m_number = record.number;
}

bool MappedReader::next(JournalRecord &record)
{
    for (;;) {
        if (!m_segment && !enterNextSegment())
            return false;
        const bool isSealed = m_segment->isSealed(); // before used(): then that is final
        if (m_offset < m_segment->used()) {
            const auto found = findHere();
            if (found) {
                record = found->record;
                m_offset = found->next;
                account(record);
                m_gaveRecord = true;
                return true;
            }
            m_offset = m_segment->used();
        }
        if (!isSealed || !enterNextSegment())
            return false;
    }
}

void MappedReader::wait(milliseconds patience)
{
    const SteadyClock::time_point now = SteadyClock::now();
    const bool isNew = std::exchange(m_gaveRecord, false);
    if (isNew)
        m_lastRecord = now;
    const bool hasMore = m_journal.published() > position();
    if (hasMore && isNew)
        return;
    if (hasMore || now - m_lastRecord < kBusy) {
        std::this_thread::sleep_for(std::min(patience, kGather));
        return;
    }
    m_journal.waitBeyond(position(), patience);
}

JournalPosition MappedReader::position() const
{
    return m_segment ? JournalPosition {m_segment->base() + m_offset} : m_from;
}

} // namespace

std::unique_ptr<JournalReader> JournalReader::open(RawJournal &journal, JournalPosition from,
                                                   std::optional<std::uint64_t> messagesRead)
{
    // Every RawJournal comes from RawJournal::open().
    return std::make_unique<MappedReader>(static_cast<MappedJournal &>(journal), from,
                                          messagesRead);
}

} // namespace telltale
