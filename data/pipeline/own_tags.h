#pragma once

#include "data/sources/raw_journal.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"

#include <chrono>
#include <vector>

namespace telltale {

/// Telltale's measurements of itself, tags under `$telltale/`. They go through the raw journal like
/// everything else, so that a late history and a kill cost none of them.
/// Thread  one.
class OwnTags
{
public:
    static constexpr std::chrono::seconds kInterval {10};

    explicit OwnTags(RawJournal &journal)
        : m_journal(journal)
    { }
    /// Journals what `status` says unless that was done less than kInterval ago. What finds no room
    /// is left out: the status itself tells of the disk.
    void record(const PlantStatus &status, std::chrono::microseconds steady);

    /// Units and digits of these tags.
    static std::vector<TagInfo> infos();
    /// The sample of an OwnSample record.
    static void decode(const JournalRecord &record, TagRegistry &registry, SampleBatch &batch);

private:
    RawJournal &m_journal;
    std::chrono::microseconds m_recordedAt {0};
};

} // namespace telltale
