#pragma once

#include "widgets/common/page.h"

#include "data/alarms/alarm_rule.h"
#include "data/alarms/alarm_types.h"
#include "data/telemetry/tag.h"

#include <optional>
#include <vector>

class QLabel;
class QScrollArea;

namespace telltale {

class AlarmBands;
class AssetAlarmsPanel;
class AssetHead;
class AssetTreeModel;
class FactTable;
class KpiTileModel;
class Panel;
class RunTime;
class TileGrid;
class TrendView;

/// Page `asset:PATH`: how one asset is, its figures, its trends on one time axis with limits and
/// alarms, and what was going on. An area shows what lies below it.
class AssetPage : public Page
{
    Q_OBJECT

public:
    AssetPage(const Plant &plant, const AssetTreeModel &assets, const QString &path,
              QWidget *parent = nullptr);
    ~AssetPage() override;

    QString key() const override;
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override;
    void takeOver(const Page &before) override; ///< stretch of time, scales, cursors
    void standAt(Timestamp time) override;

    TrendView &trends() const { return *m_view; }
    TileGrid &tiles() const { return *m_grid; }
    AssetAlarmsPanel &alarms() const { return *m_alarms; }
    FactTable &events() const { return *m_events; }
    FactTable &properties() const { return *m_properties; }
    const std::vector<TagId> &tags() const { return m_tags; }

private:
    QWidget *makeHead();
    QWidget *makeTrends();
    QScrollArea *makeSide();
    void takeTags();
    std::vector<TagId> tagsOfOneAsset() const;
    void setPage();
    void showTrends(const std::vector<TagId> &tags);
    void takeAlarms();
    void fitTiles();
    void showLimits();
    void showTrendRemark();
    void openTagMenu();
    void describeTag(TagId tag);
    void showSecond(Timestamp now);
    void showEvents(Timestamp now);

    const std::string m_path;
    const AssetTreeModel &m_assets;
    std::vector<TagId> m_tags;
    std::size_t m_allTags = 0; ///< there are, m_tags being the first
    std::string m_type; ///< what the asset says it is
    KpiTileModel *m_model;
    RunTime *m_runTime;
    AssetHead *m_head;
    TileGrid *m_grid;
    TrendView *m_view;
    AlarmBands *m_bands;
    Panel *m_trends;
    QLabel *m_hint;
    AssetAlarmsPanel *m_alarms;
    Panel *m_eventsPanel;
    FactTable *m_events;
    QLabel *m_noEvents; ///< instead of it
    FactTable *m_properties;
    std::vector<AlarmRule> m_rules; ///< those the limits drawn came from
    std::optional<Timestamp> m_standsAt;
    std::size_t m_knownTags = 0;
    std::uint64_t m_revision = 0;
    std::uint64_t m_alarmVersion = 0; ///< the trends were looked at with
    int m_rows = 1; ///< of tiles
    bool m_hasFramed = false;
    bool m_hasOtherEvents = false; ///< or gaps, than were shown
    std::int64_t m_second = 0;
};

} // namespace telltale
