#pragma once

#include "models/history_queries.h"
#include "models/plant.h"
#include "models/tile_data.h"

#include "data/workspace/workspace.h"

#include <QObject>

#include <optional>
#include <vector>

namespace telltale {

/// The tiles of the overview, kept up to date from live values, alarms and history.
/// Thread  GUI. frame() looks only at the tags that have a tile.
class KpiTileModel : public QObject
{
    Q_OBJECT

public:
    explicit KpiTileModel(const Plant &plant, QObject *parent = nullptr);

    /// How many tiles are chosen when the workspace names none.
    void setWanted(std::size_t count);
    /// The stretch of time the curves show.
    void setSpan(std::chrono::microseconds span);
    /// One tag's tiles instead of the workspace's: for asset pages.
    void setTiles(std::vector<TileDescription> tiles);

    std::size_t size() const { return m_tiles.size(); }
    const TileData &tile(std::size_t index) const { return m_tiles[index]; }
    /// All curves that were asked for have arrived.
    bool isComplete() const { return m_waiting == 0; }

    /// Brings the tiles up to `now`.
    void frame(Timestamp now);

Q_SIGNALS:
    void rebuilt(); ///< other tiles
    void changed(std::size_t index); ///< this one is to be painted again

private:
    void describe(Timestamp now);
    void build(const std::vector<TileDescription> &tiles, Timestamp now);
    TileData makeTile(const TileDescription &description) const;
    void askAll(Timestamp now);
    void askHistory(std::size_t index, Timestamp now);
    void askJoinedHistory(std::size_t index);
    void askYesterday(std::size_t index, Timestamp now);
    bool refreshValue(TileData &tile, Timestamp now) const;
    void refreshOne(TileData &tile, Timestamp now) const;
    void refreshAggregate(TileData &tile, Timestamp now) const;
    bool refreshAlarm(TileData &tile) const;

    const Plant &m_plant;
    std::vector<TileDescription> m_descriptions;
    std::vector<TileData> m_tiles;
    bool m_isGiven = false; ///< by setTiles()
    std::size_t m_wanted = 10;
    std::chrono::microseconds m_span = std::chrono::hours(1);
    std::uint64_t m_alarmVersion = 0;
    std::uint64_t m_revision = 0;
    std::uint64_t m_change = 0; ///< of the live values at the last look
    std::size_t m_knownTags = 0;
    Timestamp m_framedAt {};
    Timestamp m_lookedAt {};
    Timestamp m_secondAt {};
    Timestamp m_yesterdayAt {};
    std::optional<Timestamp> m_askAgainAt; ///< for the curves
    std::uint64_t m_generation = 0; ///< answers to older questions are dropped
    std::size_t m_waiting = 0;
};

} // namespace telltale
