#pragma once

#include "app/demo/demo_plant.h"

#include "data/alarms/alarm_board.h"
#include "data/notify/command_approvals.h"
#include "data/pipeline/pipeline.h"
#include "data/pipeline/view_feed.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"
#include "models/alerts.h"
#include "models/file_saver.h"
#include "models/history_queries.h"
#include "models/plant.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// One workspace with its data, as a window or a headless command works with it: owner of the data,
/// or a view of what another process owns.
/// Thread  the main thread.
class PlantSession
{
public:
    enum class Use {
        Own, ///< record; Busy if somebody else does
        OwnOrView, ///< record, or follow whoever does
        Stored ///< only read what is stored; never writes, never connects
    };
    struct Options
    {
        std::string workspaceFolder;
        std::string dataFolder;
        Use use = Use::OwnOrView;
        std::optional<ConnectionConfig> connection; ///< beside those of the workspace
        bool demo = false; ///< start the demo plant and connect to it
        bool forScreens = true; ///< makes plant().history
        std::optional<Timestamp> at
            = std::nullopt; ///< with Stored: the plant as it was then, its clock stands
        CredentialStore *credentials = nullptr; ///< of the process, outlives it; null: its own
        bool allowsCommands
            = false; ///< channels may start what they do now, in later sessions, too
    };

    static Result<std::unique_ptr<PlantSession>> open(const Options &options);
    ~PlantSession();

    /// Starts what flows: sources, or the following of the owner. Call after the window is shown.
    Outcome start();
    void stop();

    const Plant &plant() const { return m_plant; }
    Workspace &workspace() { return m_workspace; }
    FileSaver &saver() { return m_saver; } ///< by its end all is written
    Pipeline *pipeline() { return m_pipeline.get(); } ///< null for a view
    /// Who else wants to know of edited connections, after they were applied.
    void setConnectionsChanged(std::function<void()> changed)
    {
        m_connectionsChanged = std::move(changed);
    }
    /// Commands were allowed: a session that is opened now uses them.
    void setCommandsAllowed(std::function<void()> allowed)
    {
        m_commandsAllowed = std::move(allowed);
    }
    bool isOwner() const { return m_pipeline != nullptr; }
    /// A person is to be asked, or was and has not answered, whether everything of its broker is
    /// wanted: it only signs in.
    bool waitsForAnswer(const ConnectionConfig &connection) const;
    /// A view only because nothing can be written to the data folder.
    bool waitsForDisk() const { return m_waitsForDisk; }

private:
    PlantSession(Options options, Workspace workspace);
    void fillPlant();
    QTimeZone shownZone();
    void fillActions();
    const Clock &clock() const;
    Outcome openOwner();
    Outcome openView(const std::string &owner,
                     const std::optional<Problem> &notRecording = std::nullopt);
    Outcome openWithoutDisk(const Error &why);
    void showOwnersConnections();
    std::vector<ConnectionConfig> wantedConnections() const;
    std::vector<ChannelConfig> channels(const CommandApprovals &approvals) const;
    void tellRefusedCommands(const CommandApprovals &approvals);
    void allowCommands(std::function<void(const Outcome &)> done);
    void addDemo();
    std::optional<Timestamp> firstOfComputer(HistoryReader &reader) const;
    DemoPlant::Beginning demoBeginning(Timestamp now) const; ///< any thread
    void startDemo();
    void demoStarted();
    void restoreLast();
    void storePassword(const ConnectionConfig &connection, const std::string &password,
                       std::function<void(Outcome)> done);
    void tellUnkeptPasswords();
    void describeTags();
    void applyRules(const std::string &reason, AlarmRole role);
    void applyConnections();
    void tellEnvironmentUse(const Outcome &used);
    void tellWorkspaceProblems();
    void keepStoredRules();
    void tellSaved(const std::string &file, const Outcome &saved); ///< any thread

    const Options m_options;
    std::optional<ManualClock> m_standing; ///< of Options::at
    Workspace m_workspace;
    TagRegistry m_tags;
    LiveValues m_live;
    AlarmBoard m_alarms;
    Alerts m_alerts {m_alarms};
    StatusBoard m_status;
    ProblemList m_problems;
    FileSaver m_saver;
    std::unique_ptr<CredentialStore> m_ownCredentials; ///< none where they were given
    CredentialStore &m_credentials;
    std::unique_ptr<DemoPlant> m_demo;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<ViewFeed> m_view;
    std::unique_ptr<HistoryQueries> m_history;
    std::function<void()> m_connectionsChanged;
    std::function<void()> m_commandsAllowed;
    bool m_isStarted = false;
    bool m_waitsForDisk = false;
    std::optional<Timestamp> m_firstOfComputer; ///< of an earlier run of the demo
    Plant m_plant;
    using StartedDemo = std::shared_ptr<Result<std::unique_ptr<DemoPlant>>>;
    QFutureWatcher<StartedDemo> m_demoStart; ///< its broker takes its time
    std::vector<QFuture<void>> m_passwords; ///< on their way into the keychain
};

/// Whether somebody who opens the folder now would record there. Takes as long as opening it.
bool canRecordIn(const std::string &dataFolder);

/// Who acts: the name of the operating-system user.
std::string currentUser();

} // namespace telltale
