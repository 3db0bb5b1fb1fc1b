#pragma once

#include "data/sources/raw_journal.h"

#include <mutex>
#include <string>
#include <vector>

namespace telltale::test {

/// A journal in memory that can be looked into, and can be made to fail as a full disk does.
/// Thread  any.
class RecordingJournal final : public RawJournal
{
public:
    struct Entry
    {
        JournalRecord::Kind kind = JournalRecord::Kind::Message;
        std::uint8_t flags = 0;
        SourceId source;
        Timestamp arrival {};
        std::string topic;
        std::string payload;
        std::uint64_t number = 0;

        int qos() const { return (flags >> JournalRecord::kQosShift) & 3; }
        bool isRetained() const { return (flags & JournalRecord::kRetained) != 0; }
        bool isRedelivered() const { return (flags & JournalRecord::kRedelivered) != 0; }
    };

    Outcome append(const JournalRecord &record) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_isFull)
            return Error {Error::Code::DiskFull, "no space left"};
        m_entries.push_back({record.kind, record.flags, record.source, record.arrival,
                             std::string(record.topic), std::string(record.payload),
                             record.number});
        return {};
    }
    Totals totals() const override { return {}; }
    JournalPosition boundaryBefore(JournalPosition position) const override { return position; }
    void commit(JournalPosition) override { }
    Outcome sync() override { return {}; }
    std::string notes() const override { return {}; }

    void setFull(bool isFull)
    {
        const std::lock_guard lock(m_mutex);
        m_isFull = isFull;
    }
    std::vector<Entry> entries(JournalRecord::Kind kind = JournalRecord::Kind::Message) const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Entry> found;
        for (const Entry &entry : m_entries) {
            if (entry.kind == kind)
                found.push_back(entry);
        }
        return found;
    }
    int count(JournalRecord::Kind kind = JournalRecord::Kind::Message) const
    {
        return static_cast<int>(entries(kind).size());
    }

private:
    mutable std::mutex m_mutex;
    bool m_isFull = false;
    std::vector<Entry> m_entries;
};

} // namespace telltale::test
