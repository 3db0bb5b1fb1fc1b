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
    /// Journal entries (newest first) and gaps up to `now`, as one list, newest first, at most
    /// `most`, half of which neither takes from the other; how many gaps that leaves out is said.
    /// Assets other than that of the page, below it, are named, and so are tags of gaps.
    static std::vector<Fact> events(const Plant &plant, std::string_view page,
                                    const std::vector<AlarmJournalEntry> &entries,
                                    const std::vector<HistoryGap> &gaps, Timestamp now,
                                    std::size_t most);
    /// What it is, last seen and how often, whether its clock is wrong, how long it has been
    /// `running` (in words; empty: unknown), what its other text tags say (not those of assets
    /// below it), where it comes from, and how many tags it has: `all`, of which `tags` are looked
    /// at.
    static std::vector<Fact> properties(const Plant &plant, const std::vector<TagId> &tags,
                                        std::size_t all, const QString &running, Timestamp now);
};

} // namespace telltale
