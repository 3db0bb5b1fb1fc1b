#include "models/page_binding.h"

#include "models/alarm_periods.h"
#include "models/tag_ranking.h"
#include "models/tag_role.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace telltale {
namespace {

constexpr std::size_t kTagsInChart = 6;
constexpr std::size_t kTagsLookedAt = 4000;
constexpr std::size_t kRuleTiles = 4;
constexpr auto kSilent = std::chrono::minutes(10); ///< at least; without a sample
constexpr int kCadences = 3; ///< that a tag may miss

int worthOf(const TagInfo &info)
{
    return (info.unit.empty() ? 0 : 2) + (info.low && info.high ? 1 : 0);
}

/// Who fell silent while others went on: the program may have been off for long, so that silence is
/// measured against the newest sample, not against the clock.
class Silence
{
public:
    Silence(const LiveValues &live, const std::vector<TagId> &tags, Timestamp now)
        : m_live(live)
    {
        for (const TagId tag : tags)
            m_newest = std::max(m_newest, std::min(live.value(tag).sample.time, now));
    }
    bool isSilent(TagId tag) const
    {
        const LiveValues::Value value = m_live.value(tag);
        const auto patience = std::max<std::chrono::microseconds>(
            kSilent, kCadences * std::chrono::microseconds(value.cadence));
        return !value.sample.tag.isValid() || m_newest - value.sample.time > patience;
    }

private:
    const LiveValues &m_live;
    Timestamp m_newest {};
};

/// A number that may get a tile.
struct Candidate
{
    TagId tag;
    std::string path;
    int worth = 0;
    int turn = 0; ///< how many of its asset come before it
    bool isSilent = false;
};

std::vector<Candidate> candidates(const TagRegistry &registry, const LiveValues &live,
                                  const std::vector<TagId> &tags, const Silence &silence)
{
    std::vector<Candidate> found;
    for (const TagId tag : tags) {
        const Sample sample = live.value(tag).sample;
        if (!sample.tag.isValid() || sample.quality.isBad()
            || sample.flags.kind() != SampleFlags::Kind::Number)
            continue;
        const TagInfo info = registry.info(tag);
        found.push_back({tag, info.path, worthOf(info), 0, silence.isSilent(tag)});
    }
    return found;
}

std::vector<TagId> spread(std::vector<Candidate> all)
{
    std::sort(all.begin(), all.end(), [](const Candidate &one, const Candidate &other) {
        return std::tuple(one.isSilent, -one.worth, std::string_view(one.path))
            < std::tuple(other.isSilent, -other.worth, std::string_view(other.path));
    });
    std::unordered_map<std::string, int> ofAsset;
    for (Candidate &candidate : all)
        candidate.turn = ofAsset[assetPath(candidate.path)]++;
    std::stable_sort(all.begin(), all.end(), [](const Candidate &one, const Candidate &other) {
        return std::pair(one.isSilent, one.turn) < std::pair(other.isSilent, other.turn);
    });
    std::vector<TagId> order;
    for (const Candidate &candidate : all)
        order.push_back(candidate.tag);
    return order;
}

/// Measured tags by role and rank.
std::vector<TagId> orderRanked(const Plant &plant, const PageSubject &subject)
{
    std::vector<TagId> order;
    for (const RankedTag &one : rankTags(plant, subject.tags)) {
        if (one.rank < TagRanking::kOnOff)
            order.push_back(one.tag);
    }
    return order;
}

/// Nothing that passes counts.
std::vector<TagId> orderSpread(const Plant &plant, const PageSubject &subject)
{
    return spreadOverAssets(*plant.tags, *plant.live, plant.workspace->rules,
                            subject.asset.empty() ? tagsOfPlant(*plant.tags) : subject.tags,
                            plant.clock->now());
}

constexpr std::array kFillRules {
    FillRule {"ranked", orderRanked, false},
    FillRule {"spread", orderSpread, true},
};

/// The tiles of one page while they are put together.
class Binding
{
public:
    Binding(const Plant &plant, const PageSubject &subject)
        : m_plant(plant)
        , m_subject(subject)
        , m_ranked(rankTags(plant, subject.tags))
    { }

    void add(TileDescription tile)
    {
        const bool isThere = tile.tag.empty() ? bindToTag(tile) : bindPath(tile.tag);
        if (isThere)
            take(std::move(tile));
    }
    void fill(const FillRule &rule, const std::vector<TileDescription> &already)
    {
        for (const TileDescription &tile : already) {
            if (rule.keepsPlaces && !m_shown.contains(tile.tag))
                take(tile);
        }
        for (const TagId tag : rule.order(m_plant, m_subject)) {
            TileDescription tile;
            tile.tag = m_plant.tags->path(tag);
            if (!m_shown.contains(tile.tag))
                take(std::move(tile));
        }
    }
    std::vector<TileDescription> first(std::size_t room, bool keepsPlaces)
    {
        if (m_tiles.size() <= room)
            return m_tiles;
        std::vector<std::size_t> chosen(room);
        for (std::size_t i = 0; i < room; ++i)
            chosen[i] = i;
        if (!keepsPlaces)
            bringAlarmsForward(chosen);
        std::vector<TileDescription> tiles;
        for (const std::size_t index : chosen)
            tiles.push_back(m_tiles[index]);
        return tiles;
    }

private:
    void take(TileDescription tile)
    {
        m_shown.insert(tile.tag);
        if (tile.title.empty() && !m_subject.asset.empty())
            tile.title = titleOf(tile.tag);
        m_tiles.push_back(std::move(tile));
    }

    std::string titleOf(const std::string &path) const
    {
        const TagId tag = m_plant.tags->find(path);
        return tag.isValid() ? tagTitleOn(m_subject.asset, m_plant.tags->info(tag)).toStdString()
                             : std::string();
    }

    /// `./**/running` is relative to the asset, which may have no such tag; others stand as they
    /// are, so that a tile says what it misses.
    bool bindPath(std::string &path) const
    {
        if (!path.starts_with("./"))
            return true;
        path = m_subject.asset.empty() ? path.substr(2) : m_subject.asset + path.substr(1);
        const PathPattern pattern(path);
        return std::any_of(m_subject.tags.begin(), m_subject.tags.end(),
                           [&](TagId tag) { return pattern.matches(m_plant.tags->path(tag)); });
    }

    /// Finds the tag of a tile that names a role or a tag's name.
    bool bindToTag(TileDescription &tile) const
    {
        const PathPattern name("**/" + tile.name);
        const std::size_t role = findRole(tile.role);
        const auto found
            = std::find_if(m_ranked.begin(), m_ranked.end(), [&](const RankedTag &one) {
                  const TagInfo info = m_plant.tags->info(one.tag);
                  const bool isMeant
                      = tile.role.empty() ? name.matches(info.path) : roleOf(info) == role;
                  return isMeant && !m_shown.contains(info.path);
              });
        if (found == m_ranked.end())
            return false;
        tile.tag = m_plant.tags->path(found->tag);
        return true;
    }

    void bringAlarmsForward(std::vector<std::size_t> &chosen) const
    {
        const TagRanking ranking(m_plant);
        const auto isAlarmed = [&](std::size_t index) {
            const TagId tag = m_plant.tags->find(m_tiles[index].tag);
            return tag.isValid() && ranking.of(tag) == TagRanking::kAlarm;
        };
        for (std::size_t i = chosen.size(); i < m_tiles.size(); ++i) {
            const auto last = std::find_if_not(chosen.rbegin(), chosen.rend(), isAlarmed);
            if (isAlarmed(i) && last != chosen.rend())
                *last = i;
        }
        std::sort(chosen.begin(), chosen.end());
    }

    const Plant &m_plant;
    const PageSubject &m_subject;
    const std::vector<RankedTag> m_ranked;
    std::vector<TileDescription> m_tiles;
    std::set<std::string, std::less<>> m_shown;
};

} // namespace

const FillRule *findFillRule(std::string_view name)
{
    const auto *const found = std::find_if(kFillRules.begin(), kFillRules.end(),
                                           [&](const FillRule &rule) { return rule.name == name; });
    return found == kFillRules.end() ? nullptr : found;
}

std::vector<std::string_view> fillRuleNames()
{
    std::vector<std::string_view> names;
    for (const FillRule &rule : kFillRules)
        names.push_back(rule.name);
    return names;
}

std::vector<TileDescription> bindTiles(const Plant &plant, const PageDescription &page,
                                       const PageSubject &subject,
                                       const std::vector<TileDescription> &already,
                                       std::size_t room)
{
    Binding binding(plant, subject);
    for (const TileDescription &tile : page.tiles)
        binding.add(tile);
    const FillRule *rule = findFillRule(page.fill);
    if (rule)
        binding.fill(*rule, already);
    return binding.first(room, !rule || rule->keepsPlaces);
}

std::vector<TagId> bindTrends(const Plant &plant, const PageDescription &page,
                              const std::vector<TagId> &tags, std::size_t charts)
{
    std::vector<RankedTag> order = rankTags(plant, tags, page.trends);
    std::stable_partition(order.begin(), order.end(),
                          [](const RankedTag &one) { return one.rank == TagRanking::kAlarm; });
    std::map<std::string, std::size_t> inChart; // by unit; tags without one are alone
    std::size_t count = 0;
    std::vector<TagId> chosen;
    for (const RankedTag &one : order) {
        if (one.rank == TagRanking::kText)
            continue;
        const std::string unit = plant.tags->info(one.tag).unit;
        const bool isNew = unit.empty() || !inChart.contains(unit);
        if ((isNew && count == charts) || (!isNew && inChart[unit] == kTagsInChart))
            continue;
        count += isNew ? 1 : 0;
        ++inChart[unit];
        chosen.push_back(one.tag);
    }
    return chosen;
}

std::vector<TagId> tagsOfPlant(const TagRegistry &registry)
{
    std::vector<TagId> tags;
    for (std::uint32_t i = 0; i < std::min(registry.size(), kTagsLookedAt); ++i) {
        if (!registry.path({i}).starts_with('$'))
            tags.push_back({i});
    }
    return tags;
}

std::vector<TagId> spreadOverAssets(const TagRegistry &registry, const LiveValues &live,
                                    const std::vector<AlarmRule> &rules,
                                    const std::vector<TagId> &tags, Timestamp now)
{
    const std::set<TagId> known(tags.begin(), tags.end());
    const Silence silence(live, tags, now);
    std::vector<TagId> order;
    std::vector<TagId> silent;
    for (const AlarmRule &rule : rules) {
        const TagId tag = registry.find(rule.tag);
        if (!tag.isValid() || !known.contains(tag))
            continue;
        if (silence.isSilent(tag))
            silent.push_back(tag);
        else if (order.size() < kRuleTiles)
            order.push_back(tag);
    }
    for (const TagId tag : spread(candidates(registry, live, tags, silence)))
        order.push_back(tag);
    order.insert(order.end(), silent.begin(), silent.end());
    return order;
}

} // namespace telltale
