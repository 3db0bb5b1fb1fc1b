#pragma once

#include "data/history/history_writer.h"

#include <atomic>
#include <mutex>
#include <vector>

namespace telltale::test {

/// What the disk has and what waits, as the real one keeps it: a refused group stays.
class FakeDisk
{
public:
    struct Stored
    {
        std::vector<double> values;
        std::vector<Timestamp> times; ///< of them
        std::vector<HistoryGap> gaps;
        HistoryTotals totals;
        int commits = 0;
    };
    Stored stored() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stored;
    }

    std::atomic<bool> refusesCommits = false;
    std::atomic<bool> refusesGaps = false;
    std::atomic<bool> refusesMaintenance = false;
    std::atomic<int> refusals = 0;

private:
    friend class FakeWriter;
    Error refusal()
    {
        ++refusals;
        return {Error::Code::DiskFull, "no space left on device"};
    }
    mutable std::mutex m_mutex;
    Stored m_stored;
};

class FakeWriter final : public HistoryWriter
{
public:
    explicit FakeWriter(FakeDisk &disk)
        : m_disk(disk)
    { }
    Outcome append(const SampleBatchPtr &batch) override
    {
        for (std::size_t i = 0; i < batch->size(); ++i)
            m_group.push_back(batch->sample(i));
        return {};
    }
    Outcome commit(JournalPosition position, const HistoryTotals &counted) override
    {
        if (m_disk.refusesCommits)
            return m_disk.refusal();
        const std::lock_guard lock(m_disk.m_mutex);
        auto &stored = m_disk.m_stored;
        for (const Sample &sample : m_group) {
            stored.values.push_back(sample.value);
            stored.times.push_back(sample.time);
        }
        stored.totals = counted;
        stored.totals.position = position;
        stored.totals.samples = stored.values.size();
        ++stored.commits;
        m_group.clear();
        return {};
    }
    Outcome recordGap(const HistoryGap &gap) override
    {
        if (m_disk.refusesGaps)
            return m_disk.refusal();
        const std::lock_guard lock(m_disk.m_mutex);
        m_disk.m_stored.gaps.push_back(gap);
        return {};
    }
    HistoryTotals totals() const override { return m_disk.stored().totals; }
    Result<bool> maintain() override
    {
        if (m_disk.refusesMaintenance)
            return m_disk.refusal();
        return false;
    }
    Outcome settle(std::chrono::milliseconds) override { return {}; }
    std::uint64_t bytesOnDisk() const override { return 0; }

private:
    FakeDisk &m_disk;
    std::vector<Sample> m_group;
};

} // namespace telltale::test
