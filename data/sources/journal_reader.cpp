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
constexpr milliseconds kGather {8};

class MappedReader final : public JournalReader
{
public:
    MappedReader(MappedJournal &journal, JournalPosition from);

    bool next(JournalRecord &record) override;
    void wait(milliseconds patience) override;
    JournalPosition position() const override;

private:
    void goTo(JournalPosition from);
    bool enterNextSegment();
    std::optional<JournalSegment::Found> findHere();

    MappedJournal &m_journal;
    std::shared_ptr<JournalSegment> m_segment;
    std::uint64_t m_offset = 0; ///< in m_segment
    JournalPosition m_from; ///< while there is no segment
    std::uint64_t m_number = 0; ///< of the last message before here, as far as it is known
    bool m_isAfterDamage = false; ///< some of what comes before the next message is
    SteadyClock::time_point m_lastRecord {};
    bool m_gaveRecord = false; ///< since the last wait()
};

MappedReader::MappedReader(MappedJournal &journal, JournalPosition from)
    : m_journal(journal)
    , m_from(from > journal.published() ? JournalPosition {} : from)
{
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
    m_isAfterDamage
        = m_isAfterDamage || m_journal.isDamagedBetween(after, JournalPosition {segment->base()});
    m_segment = std::move(segment);
    m_offset = JournalSegment::kHeaderBytes;
    return true;
}

/// The record here, or behind a damaged part of this segment.
std::optional<JournalSegment::Found> MappedReader::findHere()
{
    auto found = m_segment->at(m_offset, m_number);
    if (found)
        return found;
    const std::uint64_t end = m_segment->used();
    found = m_segment->search(m_offset + JournalSegment::kAlignment, end, m_number);
    if (found) {
        m_journal.addNote(m_segment->path() + ": damaged at byte " + std::to_string(m_offset));
        m_isAfterDamage = true;
    }
    return found;
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
                record.isAfterDamage = m_isAfterDamage;
                m_isAfterDamage = m_isAfterDamage && !JournalRecord::isReceived(record.kind);
                m_offset = found->next;
                m_number = record.number;
                m_gaveRecord = true;
                return true;
            }
            m_isAfterDamage = m_isAfterDamage || !m_segment->isBlank(m_offset);
            m_offset = m_segment->used();
        }
        if (!isSealed || !enterNextSegment())
            return false;
    }
}

void MappedReader::wait(milliseconds patience)
{
    const SteadyClock::time_point now = SteadyClock::now();
    if (std::exchange(m_gaveRecord, false))
        m_lastRecord = now;
    if (m_journal.published() > position() || now - m_lastRecord < kBusy) {
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

std::unique_ptr<JournalReader> MappedJournal::read(JournalPosition from)
{
    return std::make_unique<MappedReader>(*this, from);
}

} // namespace telltale
