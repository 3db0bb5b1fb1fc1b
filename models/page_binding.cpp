#include "models/page_binding.h"

#include "models/alarm_periods.h"
#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/tag_ranking.h"
#include "models/tag_role.h"
#include "models/tag_spread.h"
#include "models/tag_voice.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

namespace telltale {
namespace {

constexpr std::size_t kTagsInChart = 6;

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

/// Those without a title of their own, so that assets of the same name are told apart.
void nameTiles(const Plant &plant, const std::string &page, std::vector<TileDescription> &tiles)
{
    std::vector<TileDescription *> unnamed;
    std::vector<std::string> assets;
    for (TileDescription &tile : tiles) {
        if (!tile.title.empty() || !plant.tags->find(tile.tag).isValid())
            continue;
        unnamed.push_back(&tile);
        const std::string asset = assetPath(tile.tag);
        assets.push_back(asset == page ? std::string() : asset);
    }
    const std::vector<QString> names = assetNames(*plant.tags, assets, page);
    const QString between = page.empty() ? QStringLiteral(" · ") : QStringLiteral(" ");
    for (std::size_t i = 0; i < unnamed.size(); ++i) {
        const TagInfo info = plant.tags->info(plant.tags->find(unnamed[i]->tag));
        const QString alone = page.empty() ? tagTitle(info) : tagTitleOn(page, info);
        const QString title = assets[i].empty() ? alone : names[i] + between + tagTitle(info);
        unnamed[i]->title = title.toStdString();
    }
}

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
        if (!isThere)
            return;
        take(std::move(tile));
        m_described = m_tiles.size();
    }
    void fill(const FillRule &rule, const std::vector<TileDescription> &already)
    {
        const std::vector<TagId> order = rule.order(m_plant, m_subject);
        if (rule.keepsPlaces)
            keep(already, order);
        for (const TagId tag : order)
            takeTag(m_plant.tags->path(tag));
    }
    /// Those that find room, with the alarms where the page is filled.
    std::vector<TileDescription> first(std::size_t room, const FillRule *fill)
    {
        std::vector<std::size_t> chosen(std::min(room, m_tiles.size()));
        std::iota(chosen.begin(), chosen.end(), std::size_t(0));
        if (fill && !fill->keepsPlaces)
            bringAlarmsForward(chosen);
        else if (fill)
            bringWorstAlarm(chosen, room);
        std::vector<TileDescription> tiles;
        for (const std::size_t index : chosen)
            tiles.push_back(m_tiles[index]);
        nameTiles(m_plant, m_subject.asset, tiles);
        return tiles;
    }

private:
    void take(TileDescription tile)
    {
        m_shown.insert(tile.tag);
        m_tiles.push_back(std::move(tile));
    }

    void takeTag(const std::string &path)
    {
        TileDescription tile;
        tile.tag = path;
        if (!m_shown.contains(path))
            take(std::move(tile));
    }

    /// In their places, but one that was not heard since the program began gives its own to one
    /// that proved to speak: at most once each, for that one is heard.
    void keep(const std::vector<TileDescription> &already, const std::vector<TagId> &order)
    {
        const TagVoice voice(*m_plant.live, order, m_plant.clock->now());
        std::set<std::string> kept;
        for (const TileDescription &tile : already)
            kept.insert(tile.tag);
        auto next = order.begin();
        for (const TileDescription &tile : already) {
            const TagId tag = m_plant.tags->find(tile.tag);
            const bool mayGo = !m_shown.contains(tile.tag) && tag.isValid() && !voice.isHeard(tag);
            if (mayGo)
                next = std::find_if(next, order.end(), [&](TagId one) {
                    const std::string path = m_plant.tags->path(one);
                    return voice.isProved(one) && !kept.contains(path) && !m_shown.contains(path);
                });
            takeTag(mayGo && next != order.end() ? m_plant.tags->path(*next) : tile.tag);
        }
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

    bool isOfPage(const AlarmRow &row) const
    {
        const TagId tag = m_plant.tags->find(row.tag);
        return tag.isValid() && (m_subject.asset.empty() || liesBelow(row.tag, m_subject.asset));
    }

    /// The tag in the worst alarm takes the last place that is not described, unless one that is as
    /// bad is there: places stay as long as they can.
    void bringWorstAlarm(std::vector<std::size_t> &chosen, std::size_t room)
    {
        const auto snapshot = m_plant.alarms->snapshot();
        const AlarmRow *worst = nullptr;
        for (const AlarmRow &row : snapshot->rows) {
            if ((!worst || isWorse(row, *worst)) && isOfPage(row))
                worst = &row;
        }
        if (!worst || (m_described >= room && chosen.size() >= room))
            return;
        const auto isThere = [&](const AlarmRow &row) {
            return row.priority == worst->priority && row.state == worst->state
                && std::any_of(chosen.begin(), chosen.end(),
                               [&](std::size_t index) { return m_tiles[index].tag == row.tag; });
        };
        if (std::any_of(snapshot->rows.begin(), snapshot->rows.end(), isThere))
            return;
        takeTag(worst->tag);
        const auto tile
            = std::find_if(m_tiles.begin(), m_tiles.end(),
                           [worst](const TileDescription &one) { return one.tag == worst->tag; });
        if (chosen.size() >= room)
            chosen.pop_back();
        chosen.push_back(static_cast<std::size_t>(tile - m_tiles.begin()));
    }

    const Plant &m_plant;
    const PageSubject &m_subject;
    const std::vector<RankedTag> m_ranked;
    std::vector<TileDescription> m_tiles;
    std::size_t m_described = 0; ///< of m_tiles, the first
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
    return binding.first(room, rule);
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

} // namespace telltale
