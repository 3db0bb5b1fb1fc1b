#pragma once

#include "tests/support/fake_plant.h"

#include "data/history/history_writer.h"

#include <string_view>

namespace telltale::test {

/// Puts values and gaps into the history of a fake plant; its tags are of source 1.
/// Thread  one.
class StoredValues
{
public:
    explicit StoredValues(FakePlant &works)
        : m_works(works)
        , m_writer(HistoryWriter::open({works.plant().dataFolder}, works.tags()).value())
    { }

    void add(std::string_view path, Timestamp time, double value)
    {
        m_batch->append(m_works.tags().intern(path, SourceId {1}), time, value, Quality::good(),
                        {});
        m_batch->arrival = time;
    }
    void gap(HistoryGap::Cause cause, SourceId source, TimeRange range)
    {
        m_gaps.push_back({cause, source, {}, range});
    }
    void commit()
    {
        bool isStored = m_writer->append(m_batch).ok();
        for (const HistoryGap &one : m_gaps)
            isStored = isStored && m_writer->recordGap(one).ok();
        if (!isStored || !m_writer->commit({1}, {}).ok())
            qFatal("the values of the test cannot be stored");
    }

private:
    FakePlant &m_works;
    std::unique_ptr<HistoryWriter> m_writer;
    std::shared_ptr<SampleBatch> m_batch = std::make_shared<SampleBatch>();
    std::vector<HistoryGap> m_gaps;
};

} // namespace telltale::test
