#pragma once

#include "models/history_queries.h"
#include "models/history_wait.h"
#include "models/page_binding.h"
#include "models/plant.h"
#include "models/tile_data.h"

#include <QObject>

#include <optional>
#include <vector>

namespace telltale {

/// The tiles of a page, bound to tags and kept up to date from live values, alarms and history.
/// Thread  GUI. frame() looks only at the tags that have a tile.
class KpiTileModel : public QObject
{
    Q_OBJECT

public:
    explicit KpiTileModel(const Plant &plant, QObject *parent = nullptr);

    /// Shows `page` of `subject` from the next frame on.
    void setPage(const PageDescription &page, PageSubject subject = {});
    /// How many tiles find room; those behind are left() out.
    void setRoom(std::size_t count);
    /// The stretch of time the curves show; those of a younger history as much as fits it.
    void setSpan(std::chrono::microseconds span);

    std::size_t size() const { return m_tiles.size(); }
    const TileData &tile(std::size_t index) const { return m_tiles[index]; }
    /// Described tiles that found no room.
    std::size_t left() const { return m_left; }
    /// What has arrived of the past of these tags so far, as long as more of it does.
    std::optional<TimeRange> arrivingPast() const { return m_past; }
    /// Tiles whose value is live.
    std::size_t live() const;
    /// None of them has had a value since the start.
    bool isWaiting() const;
    /// All that was asked of the history has arrived.
    bool isComplete() const { return m_waiting == 0; }

    /// Brings the tiles up to `now`.
    void frame(Timestamp now);

Q_SIGNALS:
    void rebuilt(); ///< other tiles
    void changed(std::size_t index); ///< this one is to be painted again

private:
    void bind(Timestamp now);
    bool isBindingDue(Timestamp now) const;
    bool hasUnheard(Timestamp now) const;
    void build(const std::vector<TileDescription> &tiles, Timestamp now);
    TileData makeTile(const TileDescription &description) const;
    void notePast();
    void askAll(Timestamp now);
    void askHistory(std::size_t index, Timestamp now);
    void noteBegin(std::size_t index, const TrendRange &history);
    void fitCurve(std::size_t index, Timestamp now);
    bool showsWhole(const TileData &tile) const;
    void askJoinedHistory(std::size_t index);
    void askYesterday(std::size_t index, Timestamp now);
    bool refreshValue(TileData &tile, Timestamp now) const;
    void refreshOne(TileData &tile, Timestamp now) const;
    void refreshAggregate(TileData &tile, Timestamp now) const;
    bool refreshAlarm(TileData &tile) const;

    const Plant &m_plant;
    PageDescription m_page;
    PageSubject m_subject;
    std::vector<TileDescription> m_descriptions; ///< bound
    std::vector<TileData> m_tiles;
    bool m_hasPage = false;
    bool m_isNewPage = false; ///< not bound yet
    std::size_t m_room = 10;
    std::size_t m_left = 0;
    std::chrono::microseconds m_span = std::chrono::hours(1);
    std::uint64_t m_alarmVersion = 0;
    std::uint64_t m_revision = 0;
    std::uint64_t m_change = 0; ///< of the live values at the last look
    std::size_t m_knownTags = 0;
    Timestamp m_framedAt {};
    Timestamp m_boundAt {};
    std::uint64_t m_boundAlarms = 0; ///< their version at that time
    Timestamp m_secondAt {};
    Timestamp m_yesterdayAt {};
    Timestamp m_askedAt {}; ///< for all curves
    HistoryWait m_wait; ///< to ask for them again
    std::optional<TimeRange> m_past; ///< that has arrived
    std::uint64_t m_generation = 0; ///< answers to older questions are dropped
    std::size_t m_waiting = 0;
};

} // namespace telltale
