#pragma once

#include "models/fact.h"
#include "models/plant.h"

#include "data/alarms/alarm_types.h"
#include "data/history/gap.h"
#include "data/telemetry/tag.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace telltale {

/// What an asset page says in words: its newest events and its properties.
/// Thread  GUI.
class AssetFacts
{
    Q_DECLARE_TR_FUNCTIONS(AssetFacts)

public:
    /// Journal entries (newest first) and gaps, as one list, newest first, at most `most`.
    static std::vector<Fact> events(const Plant &plant,
                                    const std::vector<AlarmJournalEntry> &entries,
                                    const std::vector<HistoryGap> &gaps, Timestamp now,
                                    std::size_t most);
    /// Last seen and how often, source, number of tags, and what its text tags say.
    static std::vector<Fact> properties(const Plant &plant, const std::vector<TagId> &tags,
                                        Timestamp now);
};

} // namespace telltale
