#include "models/kpi_tile_model.h"

#include "models/area_names.h"
#include "models/joined_curve.h"
#include "models/tag_voice.h"
#include "models/value_text.h"
#include "models/young_history.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookAgain = 2s; ///< for tags that are new,
constexpr auto kListenAgain = 10s; ///< for those that speak where a tile's does not
constexpr auto kMissed = 30s; ///< without a frame: the curves have a hole
constexpr auto kYesterdayAgain = 60s;
constexpr auto kAskAgain = 5min; ///< what is late comes unseen

bool isCounted(const TileDescription &tile)
{
    return findTileKind(tile.kind)->source == TileKind::Source::Pattern;
}

/// Of several tags.
bool isJoined(const TileDescription &tile)
{
    return !tile.aggregate.empty() || isCounted(tile);
}

/// Its devices may have sent what they had kept.
bool hasArrived(TileData::Health before, std::size_t behindBefore, const TileData &tile)
{
    const bool isNewlyLive
        = tile.health == TileData::Health::Live && before != TileData::Health::Live;
    return isNewlyLive || (tile.behind == 0 && behindBefore > 0);
}

/// Those of an aggregate, also where it has other members now; one tag's are with its live value.
int decimalsSoFar(const std::vector<TileData> &tiles, const TileData &tile)
{
    const auto said = std::find_if(tiles.begin(), tiles.end(), [&tile](const TileData &old) {
        return old.path == tile.path && old.aggregate == tile.aggregate;
    });
    return said == tiles.end() ? -1 : said->decimals;
}

/// What is said of now has the same columns where the period shown is the usual one.
template <typename History> void takeHistory(TileData &tile, const History &history)
{
    tile.spark.take(history);
    if (tile.recent.span() == tile.spark.span())
        tile.recent.take(history);
}

} // namespace

KpiTileModel::KpiTileModel(const Plant &plant, QObject *parent)
    : QObject(parent)
    , m_plant(plant)
{ }

void KpiTileModel::setPage(const PageDescription &page, PageSubject subject)
{
    m_isNewPage = !m_hasPage || m_isNewPage || page != m_page || subject.asset != m_subject.asset;
    m_hasPage = true;
    m_page = page;
    m_subject = std::move(subject);
    m_boundAt = {};
}

void KpiTileModel::setRoom(std::size_t count)
{
    m_room = count;
    m_boundAt = {};
}

void KpiTileModel::setSpan(std::chrono::microseconds span)
{
    m_span = span;
    for (TileData &tile : m_tiles) {
        tile.spark = Sparkline(span);
        tile.begins.reset();
    }
    if (!m_descriptions.empty())
        build(m_descriptions, m_plant.clock->now());
}

void KpiTileModel::frame(Timestamp now)
{
    if (isBindingDue(now))
        bind(now);
    const bool wasAway = now - m_framedAt > kMissed && m_framedAt != Timestamp {};
    if (wasAway || m_wait.isOver(*m_plant.status, now) || now - m_askedAt >= kAskAgain)
        askAll(now); // nobody looked meanwhile, or more came than was seen
    m_framedAt = now;
    const std::uint64_t change = m_plant.live->lastChange();
    const std::uint64_t alarms = m_plant.alarms->version();
    const bool isNewSecond = now - m_secondAt >= 1s || now < m_secondAt;
    if (change == m_change && alarms == m_alarmVersion && !isNewSecond)
        return;
    const bool alarmsChanged = alarms != m_alarmVersion;
    m_change = change;
    m_alarmVersion = alarms;
    if (isNewSecond)
        m_secondAt = now;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const TileData::Health health = m_tiles[i].health;
        const std::size_t behind = m_tiles[i].behind;
        const bool hasValueChanged = refreshValue(m_tiles[i], now);
        if (hasArrived(health, behind, m_tiles[i]))
            m_wait.begin(now);
        if (isNewSecond)
            fitCurve(i, now);
        const bool hasAlarmChanged = alarmsChanged && refreshAlarm(m_tiles[i]);
        const bool showsAge = m_tiles[i].health != TileData::Health::Live;
        if (hasValueChanged || hasAlarmChanged || (isNewSecond && showsAge))
            Q_EMIT changed(i);
    }
    notePast();
    if (now - m_yesterdayAt < kYesterdayAgain)
        return;
    m_yesterdayAt = now;
    for (std::size_t i = 0; i < m_tiles.size(); ++i)
        askYesterday(i, now);
}

std::size_t KpiTileModel::live() const
{
    return static_cast<std::size_t>(
        std::count_if(m_tiles.begin(), m_tiles.end(),
                      [](const TileData &tile) { return tile.health == TileData::Health::Live; }));
}

bool KpiTileModel::isWaiting() const
{
    return std::all_of(m_tiles.begin(), m_tiles.end(), [](const TileData &tile) {
        return tile.health == TileData::Health::NoData || tile.health == TileData::Health::Old;
    });
}

void KpiTileModel::notePast()
{
    std::optional<Timestamp> reached;
    for (const TileData &tile : m_tiles) {
        if (tile.behind > 0)
            reached = std::max(reached.value_or(tile.sample.time), tile.sample.time);
    }
    if (!reached)
        m_past.reset();
    else if (m_past)
        m_past->to = std::max(m_past->to, *reached);
    else
        m_past = {*reached, *reached};
}

void KpiTileModel::askAll(Timestamp now)
{
    m_wait.end();
    m_askedAt = now;
    ++m_generation;
    m_waiting = 0;
    m_yesterdayAt = now;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        askHistory(i, now);
        askYesterday(i, now);
    }
}

/// When something asked for it; else not too often, for tags that came or are in alarm since.
bool KpiTileModel::isBindingDue(Timestamp now) const
{
    if (!m_hasPage || m_boundAt == Timestamp {})
        return m_hasPage;
    if (now - m_boundAt < kLookAgain)
        return false;
    return m_knownTags != m_plant.tags->size() || m_revision != m_plant.tags->revision()
        || m_boundAlarms != m_plant.alarms->version()
        || (m_descriptions.size() < m_room && !m_page.fill.empty())
        || (now - m_boundAt >= kListenAgain && hasUnheard(now));
}

/// Among those that fill the page; they give their places away.
bool KpiTileModel::hasUnheard(Timestamp now) const
{
    if (m_page.fill.empty() || m_tiles.size() <= m_page.tiles.size())
        return false;
    const TagVoice voice(*m_plant.live, {}, now);
    return std::any_of(m_tiles.begin() + static_cast<std::ptrdiff_t>(m_page.tiles.size()),
                       m_tiles.end(), [&voice](const TileData &tile) {
                           return !tile.tags.empty() && !voice.isHeard(tile.tags.front());
                       });
}

void KpiTileModel::bind(Timestamp now)
{
    m_boundAt = now;
    m_boundAlarms = m_plant.alarms->version();
    const std::vector<TileDescription> already
        = std::exchange(m_isNewPage, false) ? std::vector<TileDescription>() : m_descriptions;
    std::vector<TileDescription> tiles = bindTiles(m_plant, m_page, m_subject, already, m_room);
    m_left = m_page.tiles.size() - std::min(m_page.tiles.size(), tiles.size());
    const bool hasNewTags = m_knownTags != m_plant.tags->size();
    const bool isDescribedAnew = m_revision != m_plant.tags->revision();
    m_knownTags = m_plant.tags->size();
    m_revision = m_plant.tags->revision();
    const bool wantsTags = std::any_of(tiles.begin(), tiles.end(), isJoined)
        || std::any_of(m_tiles.begin(), m_tiles.end(),
                       [](const TileData &tile) { return tile.tags.empty(); });
    if (tiles == m_descriptions && !isDescribedAnew && !(hasNewTags && wantsTags))
        return;
    build(tiles, now);
}

void KpiTileModel::build(const std::vector<TileDescription> &tiles, Timestamp now)
{
    m_descriptions = tiles;
    std::vector<TileData> built;
    for (const TileDescription &description : tiles) {
        TileData tile = makeTile(description);
        const auto same = std::find_if(m_tiles.begin(), m_tiles.end(), [&](const TileData &old) {
            return old.tags == tile.tags && old.aggregate == tile.aggregate
                && old.kind == tile.kind;
        });
        if (same != m_tiles.end()) {
            tile.spark = same->spark;
            tile.recent = same->recent;
            tile.begins = same->begins;
            tile.past = same->past;
            tile.behind = same->behind;
            tile.slope = same->slope;
            tile.yesterday = same->yesterday;
            tile.yesterdayAt = same->yesterdayAt;
        }
        tile.decimals = decimalsSoFar(m_tiles, tile);
        built.push_back(std::move(tile));
    }
    m_tiles = std::move(built);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        refreshValue(m_tiles[i], now);
        refreshAlarm(m_tiles[i]);
    }
    askAll(now);
    Q_EMIT rebuilt();
}

TileData KpiTileModel::makeTile(const TileDescription &description) const
{
    TileData tile;
    tile.kind = description.kind;
    tile.path = description.tag;
    tile.aggregate = isCounted(description) ? "count" : description.aggregate;
    tile.target = description.target;
    tile.spark = Sparkline(m_span);
    if (!isJoined(description)) {
        const TagId tag = m_plant.tags->find(description.tag);
        if (tag.isValid())
            tile.tags.push_back(tag);
        tile.asset = assetPath(description.tag);
    } else {
        tile.tags = matchingTags(*m_plant.tags, PathPattern(description.tag));
    }
    if (!tile.tags.empty())
        tile.info = m_plant.tags->info(tile.tags.front());
    else
        tile.info.path = description.tag;
    tile.title = description.title.empty() ? tagName(*m_plant.tags, tile.info)
                                           : shownText(description.title);
    return tile;
}

void KpiTileModel::askHistory(std::size_t index, Timestamp now)
{
    TileData &tile = m_tiles[index];
    if (tile.tags.empty())
        return;
    tile.moveCurves(now);
    ++m_waiting;
    if (!tile.aggregate.empty()) {
        askJoinedHistory(index);
        return;
    }
    m_plant.history->range(
        tile.tags.front(), tile.spark.range(), Sparkline::kColumns, this,
        [this, index, asked = m_generation, span = tile.spark.span()](const auto &answer) {
            if (asked != m_generation)
                return;
            --m_waiting;
            if (!answer.ok() || span != m_tiles[index].spark.span())
                return; // it has grown, and asked again
            takeHistory(m_tiles[index], answer.value());
            noteBegin(index, answer.value());
            Q_EMIT changed(index);
        });
}

bool KpiTileModel::showsWhole(const TileData &tile) const
{
    return tile.spark.span() == Sparkline(m_span).span();
}

/// A curve of less than the period shown only says whether something older has arrived.
void KpiTileModel::noteBegin(std::size_t index, const TrendRange &history)
{
    TileData &tile = m_tiles[index];
    const bool isOlder = history.before && history.before->time < tile.begins;
    if (!showsWhole(tile) && !isOlder)
        return;
    tile.begins = beginOf(history);
    const bool isNew = !history.before && !tile.begins && tile.health == TileData::Health::Live;
    if (showsWhole(tile) && isNew) // not stored yet
        tile.begins = tile.sample.time;
    fitCurve(index, m_plant.clock->now());
}

/// Grows with the history of its tag, up to the period shown.
void KpiTileModel::fitCurve(std::size_t index, Timestamp now)
{
    TileData &tile = m_tiles[index];
    const auto wanted = tile.begins ? fittingSpan(now - *tile.begins, m_span) : m_span;
    Sparkline curve(wanted);
    if (curve.span() == tile.spark.span())
        return;
    curve.moveTo(now);
    if (tile.health == TileData::Health::Live && tile.isNumber())
        curve.add(tile.sample.time, tile.sample.value);
    tile.spark = std::move(curve);
    askHistory(index, now);
}

void KpiTileModel::askJoinedHistory(std::size_t index)
{
    const TileData &tile = m_tiles[index];
    Sparkline empty(tile.spark.span());
    empty.moveTo(tile.spark.range().to - 1us);
    auto joined = std::make_shared<Sparkline>(empty);
    m_plant.history->run(
        [tags = tile.tags, aggregate = tile.aggregate, empty, joined](HistoryReader &reader,
                                                                      const CancelFlag &cancel) {
            *joined = joinedCurve(reader, tags, aggregate, empty, cancel);
        },
        this,
        [this, index, joined, asked = m_generation] {
            if (asked != m_generation)
                return;
            --m_waiting;
            TileData &asker = m_tiles[index];
            if (joined->span() != asker.spark.span())
                return; // it has grown, and asked again
            takeHistory(asker, *joined);
            if (showsWhole(asker))
                asker.begins = beginOf(*joined);
            fitCurve(index, m_plant.clock->now());
            Q_EMIT changed(index);
        });
}

void KpiTileModel::askYesterday(std::size_t index, Timestamp now)
{
    const TileData &tile = m_tiles[index];
    if (tile.tags.empty())
        return;
    const Timestamp then = now - 24h;
    const auto patience = std::max<std::chrono::microseconds>(10min, tile.cadence * 3);
    auto found = std::make_shared<std::optional<double>>();
    ++m_waiting;
    m_plant.history->run(
        [tags = tile.tags, aggregate = tile.aggregate, then, patience, found](HistoryReader &reader,
                                                                              const CancelFlag &) {
            *found = joinedValueAt(reader, tags, aggregate, then, patience);
        },
        this,
        [this, index, then, found, asked = m_generation] {
            if (asked != m_generation)
                return;
            --m_waiting;
            m_tiles[index].yesterday = *found;
            m_tiles[index].yesterdayAt = then;
            Q_EMIT changed(index);
        });
}

} // namespace telltale
