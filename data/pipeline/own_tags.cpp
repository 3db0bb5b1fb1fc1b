#include "data/pipeline/own_tags.h"

#include <cstring>
#include <utility>

namespace telltale {

void OwnTags::record(const PlantStatus &status, std::chrono::microseconds steady)
{
    if (steady - m_recordedAt < kInterval)
        return;
    m_recordedAt = steady;
    const std::pair<const char *, double> values[] = {
        {"$telltale/messages/rate", status.messageRate},
        {"$telltale/messages/received", static_cast<double>(status.counters.received)},
        {"$telltale/messages/pending", static_cast<double>(status.counters.journalPending)},
        {"$telltale/history/samples", static_cast<double>(status.counters.samples)},
        {"$telltale/history/bytes", static_cast<double>(status.historyBytes)},
        {"$telltale/history/commit", static_cast<double>(status.commitTook.count()) * 1e-3},
    };
    for (const auto &[path, value] : values) {
        JournalRecord sample;
        sample.kind = JournalRecord::Kind::OwnSample;
        sample.arrival = status.at;
        sample.topic = path;
        sample.payload = {reinterpret_cast<const char *>(&value), sizeof value};
        if (!m_journal.append(sample).ok())
            return;
    }
}

std::vector<TagInfo> OwnTags::infos()
{
    const auto info = [](const char *path, const char *unit, int decimals) {
        TagInfo known;
        known.path = path;
        known.unit = unit;
        known.decimals = decimals;
        return known;
    };
    return {info("$telltale/messages/rate", "1/s", 1), info("$telltale/messages/received", "", 0),
            info("$telltale/messages/pending", "", 0), info("$telltale/history/samples", "", 0),
            info("$telltale/history/bytes", "B", 0),   info("$telltale/history/commit", "ms", 1)};
}

void OwnTags::decode(const JournalRecord &record, TagRegistry &registry, SampleBatch &batch)
{
    double value = 0.0;
    if (record.payload.size() != sizeof value)
        return;
    std::memcpy(&value, record.payload.data(), sizeof value);
    batch.append(registry.intern(record.topic), record.arrival, value, Quality::good(), {});
}

} // namespace telltale
