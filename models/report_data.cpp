#include "models/report_data.h"

#include "models/area_names.h"
#include "models/gaps_by_time.h"
#include "models/page_catalog.h"
#include "models/report_alarms.h"
#include "models/silence.h"
#include "models/tag_spread.h"
#include "models/value_text.h"
#include "models/young_history.h"

#include "data/history/chunk_codec.h"
#include "data/history/gap.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace telltale {
namespace {

constexpr int kColumns = 700; ///< about three to a millimetre of chart
constexpr std::size_t kMostTags = 60;
constexpr std::size_t kChosenTags = 24; ///< of an overview with room for more than its tiles
constexpr std::size_t kNamedAssets = 8; ///< in an error
constexpr std::string_view kAssetPrefix = "asset:";
constexpr std::string_view kUnnamed = "default"; ///< the workspace nobody gave a name

bool isOwn(const TagRegistry &tags, TagId tag)
{
    return tags.path(tag).starts_with('$');
}

/// The tags of the tiles, those of a pattern one by one.
std::vector<TagId> tagsOfTiles(const PageDescription &page, const TagRegistry &tags)
{
    std::vector<TagId> chosen;
    const auto take = [&chosen](TagId tag) {
        if (std::find(chosen.begin(), chosen.end(), tag) == chosen.end())
            chosen.push_back(tag);
    };
    for (const TileDescription &tile : page.tiles) {
        for (const TagId tag : matchingTags(tags, PathPattern(tile.tag)))
            take(tag);
    }
    return chosen;
}

/// Those the overview page would choose now.
Result<std::vector<TagId>> tagsChosen(HistoryReader &history, const TagRegistry &tags,
                                      const Workspace &workspace, Timestamp now)
{
    const Result<std::vector<Sample>> last = history.lastValues();
    if (!last.ok())
        return last.error();
    LiveValues live;
    live.restore(last.value());
    return spreadOverAssets(tags, live, workspace.rules, tagsOfPlant(tags), now);
}

/// One level below `above`, by name. An empty level has no name to ask for: it goes with the next.
std::set<std::string> assetsBelow(const TagRegistry &tags, const std::string &above)
{
    const std::string begin = above.empty() ? above : above + '/';
    std::set<std::string> assets;
    for (const std::string &path : tags.pathsFrom(0)) {
        const std::string asset = assetPath(path);
        if (asset.size() <= begin.size() || !asset.starts_with(begin) || asset.starts_with('$'))
            continue;
        const std::size_t next = asset.find_first_not_of('/', begin.size());
        assets.insert(asset.substr(0, asset.find('/', next)));
    }
    return assets;
}

/// "there are: A, B, C and 12 more", for whoever named one that is not there: what is on its level,
/// or on the lowest one of its path that is there.
std::string assetWords(const TagRegistry &tags, std::string missing)
{
    std::set<std::string> assets;
    while (assets.empty() && !missing.empty()) {
        missing = assetPath(missing);
        assets = assetsBelow(tags, missing);
    }
    if (assets.empty())
        return "there is no asset yet";
    std::string words = "there are: ";
    std::size_t named = 0;
    for (auto asset = assets.begin(); asset != assets.end() && named < kNamedAssets; ++asset)
        words += (named++ > 0 ? ", " : "") + shownText(*asset).toStdString();
    if (assets.size() > named)
        words += " and " + std::to_string(assets.size() - named) + " more";
    return words;
}

/// As the page: what its tiles name, then its fill.
Result<std::vector<TagId>> tagsOfOverview(HistoryReader &history, const TagRegistry &tags,
                                          const Workspace &workspace, Timestamp now)
{
    const PageCatalog pages(workspace.pages);
    std::vector<TagId> chosen = tagsOfTiles(pages.overview(), tags);
    if (pages.overview().fill.empty())
        return chosen;
    const Result<std::vector<TagId>> more = tagsChosen(history, tags, workspace, now);
    if (!more.ok())
        return more.error();
    for (const TagId tag : more.value()) {
        if (chosen.size() < kChosenTags
            && std::find(chosen.begin(), chosen.end(), tag) == chosen.end())
            chosen.push_back(tag);
    }
    return chosen;
}

Result<std::vector<TagId>> chooseTags(ReportData &data, HistoryReader &history,
                                      const TagRegistry &tags, const Workspace &workspace)
{
    const std::string &name = data.options.name;
    if (name == "overview")
        return tagsOfOverview(history, tags, workspace, data.options.generatedAt);
    if (!name.starts_with(kAssetPrefix))
        return Error {Error::Code::NotFound,
                      "there is no report \"" + name + "\": overview or asset:PATH"};
    data.asset = name.substr(kAssetPrefix.size());
    std::vector<TagId> chosen = tags.tagsBelow(data.asset);
    std::erase_if(chosen, [&](TagId tag) { return tags.path(tag) == data.asset; });
    if (chosen.empty())
        return Error {Error::Code::NotFound,
                      "no tag lies below \"" + data.asset + "\"; " + assetWords(tags, data.asset)};
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

/// A text is no worse for having no number.
bool isGood(const Sample &sample)
{
    const bool isText = sample.flags.kind() == SampleFlags::Kind::Text;
    return sample.quality.isGood() && (isText || isDrawn(sample));
}

/// Of those rolled up in `range`; some that are neither number nor text may be uncertain, too.
Outcome addRolledUp(std::uint64_t &good, HistoryReader &history, TagId tag, TimeRange range,
                    const CancelFlag *cancel)
{
    const auto add = [&good, range](const ChunkSummary &rollUp) {
        const std::uint32_t all = rollUp.numbers() + rollUp.texts;
        if (rollUp.first >= toMicroseconds(range.from)) // else it does not count in columns either
            good += all - std::min(all, rollUp.uncertain);
        return true;
    };
    return history.rollUps(tag, range, add, cancel);
}

/// Samples of good quality: trends tell them not from uncertain ones. Counted once more if files
/// were tidied meanwhile.
Result<std::uint64_t> goodSamples(HistoryReader &history, TagId tag, TimeRange range,
                                  const CancelFlag *cancel)
{
    std::uint64_t good = 0;
    const auto count = [&good](const Sample &sample) {
        good += isGood(sample) ? 1 : 0;
        return true;
    };
    bool isAgain = false;
    for (std::uint64_t generation = history.generation();; isAgain = true) {
        good = 0;
        if (const Outcome scanned = history.scan(tag, range, count, cancel); !scanned.ok())
            return scanned.error();
        if (const Outcome added = addRolledUp(good, history, tag, range, cancel); !added.ok())
            return added.error();
        if (isAgain || history.generation() == generation)
            return good;
    }
}

/// The share of `range` in which somebody measured, 0..1; before the first sample of all nobody
/// did.
double coverage(const TrendTrace &trace, TimeRange range)
{
    std::vector<TimeRange> parts = unmeasured(trace);
    if (const std::optional<Timestamp> begin = beginOf(trace.data))
        parts.push_back({range.from, std::max(range.from, *begin)});
    std::chrono::microseconds missing {};
    for (const TimeRange &part : united(std::move(parts))) {
        const Timestamp from = std::max(part.from, range.from);
        const Timestamp to = std::min(part.to, range.to);
        if (from < to)
            missing += to - from;
    }
    return 1.0
        - static_cast<double>(missing.count())
        / static_cast<double>((range.to - range.from).count());
}

/// Up to when somebody listened: who said nothing behind it need not have been silent.
std::optional<Timestamp> newestOfAll(const std::vector<ReportTag> &tags)
{
    std::optional<Timestamp> newest;
    for (const ReportTag &tag : tags)
        newest = std::max(newest, newestOf(tag.trace.data));
    return newest;
}

Outcome gatherTags(ReportData &data, HistoryReader &history, const TagRegistry &tags,
                   std::vector<TagId> chosen, ReportProgress &progress)
{
    data.assetName = pathName(tags, data.asset).toStdString();
    data.left = chosen.size() - std::min(chosen.size(), kMostTags);
    chosen.resize(chosen.size() - data.left);
    progress.total = static_cast<int>(chosen.size());
    const CancelFlag *cancel = &progress.cancel;
    for (const TagId tag : chosen) {
        Result<TrendRange> range = history.range(tag, data.options.range, kColumns, cancel);
        if (!range.ok())
            return range.error();
        ReportTag one;
        one.trace.tag = tag;
        one.trace.info = tags.info(tag);
        one.asset = pathName(tags, assetPath(one.trace.info.path)).toStdString();
        one.trace.data = std::move(range).value();
        judgeLine(one.trace);
        one.bad = badSamples(one.trace.data);
        const Result<std::uint64_t> good = goodSamples(history, tag, data.options.range, cancel);
        if (!good.ok())
            return good.error();
        one.good = good.value();
        data.tags.push_back(std::move(one));
        ++progress.done;
    }
    const std::optional<Timestamp> listened = newestOfAll(data.tags);
    const TimeRange covered = data.options.covered();
    for (ReportTag &tag : data.tags) {
        judgeSilence(tag.trace, listened);
        tag.figures = statisticsOf(tag.trace, data.options.range);
        tag.covered = coverage(tag.trace, covered);
    }
    return {};
}

/// What had to be left out so far.
std::vector<HistoryDamage> damagesIn(HistoryReader &history, TimeRange range)
{
    std::vector<HistoryDamage> damages = history.damages();
    std::erase_if(damages, [&range](const HistoryDamage &damage) {
        return damage.missing.from >= range.to || damage.missing.to <= range.from;
    });
    return damages;
}

/// Whether samples of a tag are missing in `gap`; `parts` are what is left of the tag's.
bool isMissed(const HistoryGap &gap, const GapsByTime &parts)
{
    return parts.hasAny(gap.cause, gap.range, [&gap](const HistoryGap &part) {
        return part.source == gap.source && part.tag == gap.tag;
    });
}

/// Those in which samples of one of the tags are missing.
void keepMissed(std::vector<HistoryGap> &gaps, const std::vector<ReportTag> &tags)
{
    std::vector<GapsByTime> ofTags;
    for (const ReportTag &tag : tags)
        ofTags.emplace_back(tag.trace.data.gaps);
    std::erase_if(gaps, [&ofTags](const HistoryGap &gap) {
        return std::none_of(ofTags.begin(), ofTags.end(),
                            [&gap](const GapsByTime &parts) { return isMissed(gap, parts); });
    });
}

} // namespace

std::string siteOf(const Workspace &workspace)
{
    if (!workspace.settings.site.empty())
        return workspace.settings.site;
    return workspace.name() == kUnnamed ? std::string("Telltale") : workspace.name();
}

TimeRange ReportOptions::covered() const
{
    const bool isOver = generatedAt <= range.from || generatedAt >= range.to;
    return {range.from, isOver ? range.to : generatedAt};
}

double ReportTag::goodShare() const
{
    return samples() > 0 ? covered * static_cast<double>(good) / static_cast<double>(samples())
                         : 0.0;
}

std::uint64_t ReportData::samples() const
{
    std::uint64_t all = 0;
    for (const ReportTag &tag : tags)
        all += tag.samples();
    return all;
}

double ReportData::goodShare() const
{
    double good = 0.0;
    for (const ReportTag &tag : tags)
        good += tag.goodShare() * static_cast<double>(tag.samples());
    return samples() > 0 ? good / static_cast<double>(samples()) : 0.0;
}

Result<ReportData> gatherReport(const ReportOptions &options, HistoryReader &history,
                                AlarmReader *alarms, const TagRegistry &tags,
                                const Workspace &workspace, ReportProgress *progress)
{
    if (options.range.to <= options.range.from)
        return Error {Error::Code::WrongUse,
                      "the report's period is empty: it ends at or before "
                      "its beginning"};
    ReportProgress unseen;
    ReportData data;
    data.options = options;
    data.site = siteOf(workspace);
    Result<std::vector<TagId>> chosen = chooseTags(data, history, tags, workspace);
    if (!chosen.ok())
        return chosen.error();
    if (Outcome gathered
        = gatherTags(data, history, tags, std::move(chosen).value(), progress ? *progress : unseen);
        !gathered.ok())
        return gathered.error();
    Result<std::vector<HistoryGap>> gaps = history.gaps(options.range);
    if (!gaps.ok())
        return gaps.error();
    data.gaps = std::move(gaps).value();
    if (!data.tags.empty())
        keepMissed(data.gaps, data.tags);
    std::stable_sort(data.gaps.begin(), data.gaps.end(), [](const auto &one, const auto &other) {
        return one.range.from < other.range.from;
    });
    data.damages = damagesIn(history, options.range);
    if (alarms) {
        const CancelFlag &cancel = (progress ? *progress : unseen).cancel;
        if (Outcome gathered = gatherAlarms(data, *alarms, tags, workspace, cancel); !gathered.ok())
            return gathered.error();
    }
    return data;
}

} // namespace telltale
