#pragma once

#include "models/alerts.h"
#include "models/file_saver.h"
#include "models/history_queries.h"
#include "models/plant.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::test {

/// A plant without app, broker or pipeline, for tests and pictures of models and widgets: a small
/// water works whose history, live values, alarms and status are simulated from its clock, which
/// stands at 2026-11-25 20:46:03 UTC until run() moves it.
/// Thread  GUI.
class FakePlant
{
public:
    /// `Empty` has no tags, no connections, no alarms and nothing stored.
    enum class Content { WaterWorks, Empty };
    explicit FakePlant(Content content = Content::WaterWorks);
    ~FakePlant();

    const Plant &plant() const { return m_plant; }
    ManualClock &clock() { return m_clock; }
    TagRegistry &tags() { return m_tags; }
    LiveValues &live() { return m_live; }
    Alerts &alerts() { return m_alerts; }
    TagId tag(std::string_view path) const { return m_tags.find(path); }

    /// A sample of `path` at the clock's time, received now; the tag is made if it is new.
    TagId receive(std::string_view path, double value);
    TagId receiveText(std::string_view path, std::string_view text);
    /// Moves the clock on in steps of a second, the water works sending every five; the stale tag
    /// of the works ("Flow" of zone 7) stays silent.
    void run(std::chrono::seconds time);

    /// An alarm row with everything a view shows; `ago` before the clock's time.
    AlarmRow alarm(std::string_view tag, std::string_view title, int priority, AlarmState state,
                   std::chrono::seconds ago) const;
    /// Publishes rows as given, with the counts that follow from them.
    void publishAlarms(std::vector<AlarmRow> rows, std::vector<AlarmRow> suppressed = {});
    /// The same in a flood that began with `first`; all of them came lately.
    void publishFlood(std::vector<AlarmRow> rows, const FloodOrigin &first);
    /// What views asked of the alarm engine so far; each is answered with success.
    const std::vector<AlarmAction> &actions() const { return m_actions; }
    /// Edit and publish.
    PlantStatus status;
    void publishStatus();
    FileSaver &saver() { return m_saver; }
    Workspace &workspace() { return *m_workspace; }
    /// Page files of the workspace, by name; before a page is made.
    void setPages(const std::map<std::string, std::string> &texts);

private:
    std::shared_ptr<AlarmSnapshot> snapshotOf(std::vector<AlarmRow> rows,
                                              std::vector<AlarmRow> suppressed) const;
    void addWaterWorks();
    void addAlarms();
    void addStatus();
    void sendAll();

    QTemporaryDir m_folder;
    ManualClock m_clock;
    TagRegistry m_tags;
    LiveValues m_live;
    AlarmBoard m_alarms;
    Alerts m_alerts {m_alarms};
    StatusBoard m_status;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<HistoryQueries> m_history;
    std::vector<AlarmAction> m_actions;
    FileSaver m_saver; ///< before its folder goes, all is written
    Plant m_plant;
};

} // namespace telltale::test
