#pragma once

#include "data/sources/raw_journal.h"

#include <atomic>
#include <limits>
#include <memory>
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
        m_isRunningOut = m_entries.size() >= m_lastRoom;
        return {};
    }
    /// A position counts entries.
    std::unique_ptr<JournalReader> read(JournalPosition from) override
    {
        return std::make_unique<Reader>(*this, from);
    }
    Totals totals() const override { return {}; }
    JournalPosition boundaryBefore(JournalPosition position) const override { return position; }
    void commit(JournalPosition) override { }
    Outcome sync() override { return {}; }
    std::string notes() const override { return {}; }
    bool isRunningOut() const override { return m_isRunningOut; }

    void setFull(bool isFull)
    {
        const std::lock_guard lock(m_mutex);
        m_isFull = isFull;
    }
    /// From so many entries on.
    void runOutAt(std::size_t entries)
    {
        const std::lock_guard lock(m_mutex);
        m_lastRoom = entries;
        m_isRunningOut = m_entries.size() >= entries;
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
    class Reader final : public JournalReader
    {
    public:
        Reader(const RecordingJournal &journal, JournalPosition from)
            : m_journal(journal)
            , m_position(from)
        { }

        bool next(JournalRecord &record) override
        {
            const std::lock_guard lock(m_journal.m_mutex);
            if (m_position.offset >= m_journal.m_entries.size())
                return false;
            m_entry = m_journal.m_entries[m_position.offset];
            record = {};
            record.kind = m_entry.kind;
            record.flags = m_entry.flags;
            record.source = m_entry.source;
            record.arrival = m_entry.arrival;
            record.topic = m_entry.topic;
            record.payload = m_entry.payload;
            record.begin = m_position;
            record.end = {++m_position.offset};
            return true;
        }
        void wait(std::chrono::milliseconds) override { }
        JournalPosition position() const override { return m_position; }

    private:
        const RecordingJournal &m_journal;
        JournalPosition m_position;
        Entry m_entry; ///< the record's texts
    };

    mutable std::mutex m_mutex;
    bool m_isFull = false;
    std::size_t m_lastRoom = std::numeric_limits<std::size_t>::max(); ///< entries
    std::atomic<bool> m_isRunningOut = false;
    std::vector<Entry> m_entries;
};

} // namespace telltale::test
