#include "models/report_data.h"

#include "data/alarms/alarm_service.h"
#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace telltale {
namespace {

constexpr int kColumns = 700; ///< about three to a millimetre of chart
constexpr std::size_t kMostTags = 60;
constexpr std::size_t kChosenTags = 24; ///< of an overview whose workspace names no tiles
constexpr std::size_t kMostEntries = 20'000; ///< of the alarm journal
constexpr std::string_view kAssetPrefix = "asset:";

bool isOwn(const TagRegistry &tags, TagId tag)
{
    return tags.path(tag).starts_with('$');
}

/// The tags of the tiles, those of a pattern one by one.
std::vector<TagId> tagsOfTiles(const Workspace &workspace, const TagRegistry &tags)
{
    std::vector<TagId> chosen;
    const auto take = [&chosen](TagId tag) {
        if (std::find(chosen.begin(), chosen.end(), tag) == chosen.end())
            chosen.push_back(tag);
    };
    for (const TileDescription &tile : workspace.tiles) {
        for (const TagId tag : matchingTags(tags, PathPattern(tile.tag)))
            take(tag);
    }
    return chosen;
}

/// Without tiles: quantities with a unit, those with a normal range first, one per asset and turn.
std::vector<TagId> tagsChosen(const TagRegistry &tags)
{
    std::vector<std::pair<TagId, TagInfo>> candidates;
    for (std::uint32_t i = 0; i < tags.size(); ++i) {
        TagInfo info = tags.info({i});
        if (!info.unit.empty() && !info.path.starts_with('$'))
            candidates.emplace_back(TagId {i}, std::move(info));
    }
    const auto hasRange = [](const auto &one) { return one.second.low && one.second.high; };
    std::stable_partition(candidates.begin(), candidates.end(), hasRange);
    std::map<std::string, std::size_t> turns; // by asset
    std::vector<std::pair<std::size_t, TagId>> order;
    for (const auto &[tag, info] : candidates)
        order.emplace_back(turns[info.path.substr(0, info.path.rfind('/'))]++, tag);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    std::vector<TagId> chosen;
    for (std::size_t i = 0; i < order.size() && i < kChosenTags; ++i)
        chosen.push_back(order[i].second);
    return chosen;
}

Result<std::vector<TagId>> chooseTags(ReportData &data, const TagRegistry &tags,
                                      const Workspace &workspace)
{
    const std::string &name = data.options.name;
    if (name == "overview")
        return workspace.tiles.empty() ? tagsChosen(tags) : tagsOfTiles(workspace, tags);
    if (!name.starts_with(kAssetPrefix))
        return Error {Error::Code::NotFound,
                      "there is no report \"" + name + "\": overview or asset:PATH"};
    data.asset = name.substr(kAssetPrefix.size());
    std::vector<TagId> chosen = tags.tagsBelow(data.asset);
    if (chosen.empty())
        return Error {Error::Code::NotFound, "no tag lies below \"" + data.asset + '"'};
    if (!data.asset.starts_with('$'))
        std::erase_if(chosen, [&tags](TagId tag) { return isOwn(tags, tag); });
    return chosen;
}

std::uint64_t badSamples(const TrendRange &range)
{
    std::uint64_t bad = 0;
    for (const TrendRange::Column &column : range.columns)
        bad += column.bad;
    for (const Sample &sample : range.samples)
        bad += isDrawn(sample) ? 0 : 1;
    return bad;
}

Outcome gatherTags(ReportData &data, HistoryReader &history, const TagRegistry &tags,
                   std::vector<TagId> chosen)
{
    data.left = chosen.size() - std::min(chosen.size(), kMostTags);
    chosen.resize(chosen.size() - data.left);
    for (const TagId tag : chosen) {
        Result<TrendRange> range = history.range(tag, data.options.range, kColumns);
        if (!range.ok())
            return range.error();
        ReportTag one;
        one.trace.tag = tag;
        one.trace.info = tags.info(tag);
        one.trace.data = std::move(range).value();
        judgeLine(one.trace);
        one.figures = statisticsOf(one.trace, data.options.range);
        one.bad = badSamples(one.trace.data);
        data.tags.push_back(std::move(one));
    }
    return {};
}

Outcome gatherAlarms(ReportData &data, AlarmReader &alarms)
{
    const Result<std::vector<AlarmJournalEntry>> entries
        = alarms.journal(data.options.range, kMostEntries, data.asset);
    if (!entries.ok())
        return entries.error();
    data.hasAlarmJournal = true;
    data.alarms = alarmOccurrences(entries.value());
    return {};
}

} // namespace

double ReportTag::goodShare() const
{
    const double all = static_cast<double>(figures.samples + bad);
    return all > 0.0 ? static_cast<double>(figures.samples) / all : 0.0;
}

std::uint64_t ReportData::samples() const
{
    std::uint64_t all = 0;
    for (const ReportTag &tag : tags)
        all += tag.figures.samples + tag.bad;
    return all;
}

double ReportData::goodShare() const
{
    std::uint64_t good = 0;
    for (const ReportTag &tag : tags)
        good += tag.figures.samples;
    return samples() > 0 ? static_cast<double>(good) / static_cast<double>(samples()) : 0.0;
}

Result<ReportData> gatherReport(const ReportOptions &options, HistoryReader &history,
                                AlarmReader *alarms, const TagRegistry &tags,
                                const Workspace &workspace)
{
    if (options.range.to <= options.range.from)
        return Error {Error::Code::WrongUse,
                      "the report's period is empty: it ends at or before "
                      "its beginning"};
    ReportData data;
    data.options = options;
    data.site = workspace.settings.site.empty() ? workspace.name() : workspace.settings.site;
    Result<std::vector<TagId>> chosen = chooseTags(data, tags, workspace);
    if (!chosen.ok())
        return chosen.error();
    if (Outcome gathered = gatherTags(data, history, tags, std::move(chosen).value());
        !gathered.ok())
        return gathered.error();
    Result<std::vector<HistoryGap>> gaps = history.gaps(options.range);
    if (!gaps.ok())
        return gaps.error();
    data.gaps = std::move(gaps).value();
    std::stable_sort(data.gaps.begin(), data.gaps.end(), [](const auto &one, const auto &other) {
        return one.range.from < other.range.from;
    });
    if (alarms) {
        if (Outcome gathered = gatherAlarms(data, *alarms); !gathered.ok())
            return gathered.error();
    }
    return data;
}

} // namespace telltale
