#include "models/kpi_tile_model.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/joined_curve.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/decimal_places.h"
#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telltale {
namespace {

TileData::Health healthOf(const LiveValues::Value &value, Timestamp now)
{
    if (!value.sample.tag.isValid())
        return TileData::Health::NoData;
    if (value.fromHistory)
        return TileData::Health::Old;
    if (value.isHeld())
        return TileData::Health::Held;
    if (value.sample.flags.has(SampleFlags::kRetained))
        return TileData::Health::Retained;
    if (isStale(value, now))
        return TileData::Health::Stale;
    return value.sample.quality.isBad() ? TileData::Health::Bad : TileData::Health::Live;
}

/// The name of the asset a tag belongs to.
QString placeOf(const TagRegistry &tags, TagId tag)
{
    const std::string asset = assetPath(tags.path(tag));
    return assetName(tags, asset);
}

/// Of an aggregate, those that count.
struct Members
{
    std::vector<TagId> tags;
    std::vector<double> values;
    void add(TagId tag, double value)
    {
        tags.push_back(tag);
        values.push_back(value);
    }
};

/// The tag of that index; whether its past is arriving.
bool lookAtPast(TileData &tile, std::size_t index, const LiveValues::Value &value, Timestamp now)
{
    tile.past.resize(tile.tags.size());
    tile.past[index].look(value, now);
    const bool isBehind = tile.past[index].isUnderWay();
    tile.behind = (index == 0 ? 0 : tile.behind) + (isBehind ? 1 : 0);
    return isBehind;
}

/// The worst alarm of what the tile shows; null: there is none.
const AlarmRow *worstOf(const TileData &tile, const std::vector<AlarmRow> &rows)
{
    const PathPattern members(tile.path);
    const AlarmRow *worst = nullptr;
    for (const AlarmRow &row : rows) {
        if (row.tag.empty() || (worst && !isWorse(row, *worst)))
            continue;
        if (tile.aggregate.empty() ? row.tag == tile.path : members.matches(row.tag))
            worst = &row;
    }
    return worst;
}

void addToCurves(TileData &tile)
{
    tile.spark.add(tile.sample.time, tile.sample.value);
    tile.recent.add(tile.sample.time, tile.sample.value);
}

} // namespace

bool KpiTileModel::refreshValue(TileData &tile, Timestamp now) const
{
    const TileData::Health health = tile.health;
    const Sample before = tile.sample;
    if (tile.aggregate.empty())
        refreshOne(tile, now);
    else
        refreshAggregate(tile, now);
    tile.moveCurves(now);
    const bool isNewer = tile.sample.time != before.time || tile.sample.value != before.value;
    const bool isMoving
        = tile.health == TileData::Health::Live || tile.health == TileData::Health::CatchingUp;
    if (isNewer && isMoving && tile.isNumber())
        addToCurves(tile);
    tile.slope = tile.recent.slopePerMinute(tile.slope);
    return isNewer || health != tile.health;
}

void KpiTileModel::refreshOne(TileData &tile, Timestamp now) const
{
    if (tile.tags.empty())
        return;
    LiveValues::Value value = m_plant.live->value(tile.tags.front());
    tile.health = healthOf(value, now);
    lookAtPast(tile, 0, value, now);
    if (tile.behind > 0)
        tile.health = TileData::Health::CatchingUp;
    tile.age = now - value.sample.time;
    tile.cadence = std::chrono::microseconds(value.cadence);
    tile.decimals = value.decimals;
    tile.sample = std::move(value.sample);
}

void KpiTileModel::refreshAggregate(TileData &tile, Timestamp now) const
{
    Members live;
    Members behind;
    Members last; // of those that are neither
    Timestamp newest {};
    TileData::Health ofNewest = TileData::Health::NoData;
    for (std::size_t i = 0; i < tile.tags.size(); ++i) {
        const LiveValues::Value value = m_plant.live->value(tile.tags[i]);
        const TileData::Health health = healthOf(value, now);
        if (value.sample.tag.isValid() && value.sample.time > newest) {
            newest = value.sample.time;
            ofNewest = health;
        }
        const bool isBehind = lookAtPast(tile, i, value, now);
        if (!value.sample.tag.isValid() || !std::isfinite(value.sample.value))
            continue;
        if (health == TileData::Health::Live)
            live.add(tile.tags[i], value.sample.value);
        else if (!value.sample.quality.isBad())
            (isBehind ? behind : last).add(tile.tags[i], value.sample.value);
    }
    const auto &[counted, values] = !live.values.empty() ? live
        : !behind.values.empty()                         ? behind
                                                         : last;
    tile.counted = values.size();
    tile.health = !live.values.empty() ? TileData::Health::Live
        : tile.behind > 0              ? TileData::Health::CatchingUp
                                       : ofNewest;
    tile.age = now - newest;
    tile.sample.time = newest;
    tile.place.clear();
    if (values.empty())
        return;
    tile.sample.tag = tile.tags.front();
    tile.sample.value = joinedValue(tile.aggregate, values);
    tile.decimals = decimalPlaces(tile.sample.value, tile.decimals);
    if (tile.aggregate == "min" || tile.aggregate == "max") {
        const auto at = std::find(values.begin(), values.end(), tile.sample.value);
        tile.place = placeOf(*m_plant.tags, counted[static_cast<std::size_t>(at - values.begin())]);
    }
}

bool KpiTileModel::refreshAlarm(TileData &tile) const
{
    const int priority = tile.priority;
    const AlarmState state = tile.alarmState;
    const QString alarm = tile.alarm;
    tile.priority = 0;
    tile.alarmState = AlarmState::Normal;
    tile.limit.reset();
    tile.condition.clear();
    tile.alarm.clear();
    const auto snapshot = m_plant.alarms->snapshot();
    if (const AlarmRow *row = worstOf(tile, snapshot->rows)) {
        tile.priority = row->priority;
        tile.alarmState = row->state;
        if (tile.aggregate.empty()) {
            tile.limit = row->limit;
            tile.condition = row->condition;
        } else { // its value is not the member's
            const QString asset = assetName(*m_plant.tags, assetPath(row->tag));
            tile.alarm = AlarmWords::title(*row);
            tile.alarm += asset.isEmpty() ? QString() : QStringLiteral(" · ") + asset;
        }
    }
    return priority != tile.priority || state != tile.alarmState || alarm != tile.alarm;
}

} // namespace telltale
