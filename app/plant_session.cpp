#include "app/plant_session.h"

#include "app/log_file.h"
#include "data/history/history_reader.h"
#include "data/pipeline/own_tags.h"
#include "data/pipeline/status_json.h"
#include "data/sources/credential_store.h"
#include "data/storage/disk_reserve.h"
#include "data/storage/file.h"
#include "models/page_catalog.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSysInfo>

#include <algorithm>
#include <filesystem>
#include <pwd.h>
#include <unistd.h>
#include <utility>

Q_LOGGING_CATEGORY(logSession, "telltale.session")

namespace telltale {
namespace {

/// A full or failing disk, or a folder of which only reading is permitted.
bool isNotWritable(const Error &error)
{
    return isDiskTrouble(error) || error.code == Error::Code::NotPermitted;
}

/// What is there of the path ends with something that is no folder.
bool leadsToAFile(std::filesystem::path path)
{
    std::error_code failed;
    while (!std::filesystem::exists(path, failed) && path.has_relative_path())
        path = path.parent_path();
    return std::filesystem::exists(path, failed) && !std::filesystem::is_directory(path, failed);
}

} // namespace

bool canRecordIn(const std::string &dataFolder)
{
    TagRegistry tags;
    LiveValues live;
    AlarmBoard alarms;
    StatusBoard status;
    ProblemList problems;
    const std::unique_ptr<CredentialStore> credentials = makeCredentialStore();
    return Pipeline::open(
               {dataFolder, currentUser(), QSysInfo::machineHostName().toStdString(), {}, {}},
               {tags, live, alarms, status, problems, *credentials, Clock::system()})
        .ok();
}

std::string currentUser()
{
    const passwd *user = ::getpwuid(::getuid());
    return user ? user->pw_name : std::to_string(::getuid());
}

PlantSession::PlantSession(Options options, Workspace workspace)
    : m_options(std::move(options))
    , m_workspace(std::move(workspace))
    , m_saver([this](const std::string &file, const Outcome &saved) { tellSaved(file, saved); })
    , m_ownCredentials(m_options.credentials ? nullptr : makeCredentialStore())
    , m_credentials(m_options.credentials ? *m_options.credentials : *m_ownCredentials)
{
    if (m_options.at)
        m_standing.emplace(*m_options.at);
}

PlantSession::~PlantSession()
{
    stop();
}

Result<std::unique_ptr<PlantSession>> PlantSession::open(const Options &options)
{
    Result<Workspace> workspace = Workspace::load(options.workspaceFolder, checkPageFile);
    if (!workspace.ok() && (options.use != Use::OwnOrView || !isNotWritable(workspace.error())))
        return workspace.error();
    if (!workspace.ok())
        workspace = Workspace::without(options.workspaceFolder, workspace.error());
    std::unique_ptr<PlantSession> session(new PlantSession(options, std::move(workspace).value()));
    session->tellWorkspaceProblems();
    const Outcome opened = options.use == Use::Stored
        ? session->openView(FolderLock::ownerOf(options.dataFolder).value_or(std::string()))
        : session->openOwner();
    if (!opened.ok())
        return opened.error();
    session->keepStoredRules();
    if (options.demo && session->isOwner())
        session->addDemo();
    session->restoreLast();
    session->describeTags();
    if (options.forScreens)
        session->m_history = std::make_unique<HistoryQueries>(options.dataFolder);
    session->fillPlant();
    session->fillActions();
    return session;
}

void PlantSession::fillPlant()
{
    m_plant.tags = &m_tags;
    m_plant.live = &m_live;
    m_plant.alarms = &m_alarms;
    m_plant.alerts = &m_alerts;
    m_plant.status = &m_status;
    m_plant.history = m_history.get();
    m_plant.workspace = &m_workspace;
    m_plant.saver = &m_saver;
    m_plant.pages = std::make_shared<PageCatalog>(m_workspace.pages);
    m_plant.clock = &clock();
    m_plant.zone = shownZone();
    m_plant.isDemoStarting = m_options.demo && isOwner();
    m_plant.user = currentUser();
    m_plant.dataFolder = m_options.dataFolder;
    m_plant.logFile = logPath().toStdString();
}

void PlantSession::fillActions()
{
    m_plant.storePassword = [this](const ConnectionConfig &connection, const std::string &password,
                                   std::function<void(Outcome)> done) {
        storePassword(connection, password, std::move(done));
    };
    m_plant.statusJson = [folder = m_options.dataFolder](PlantStatus status) {
        status.owner = FolderLock::ownerOf(folder).value_or(std::string());
        return printedStatus(std::move(status));
    };
    if (!m_plant.refusedCommands.empty())
        m_plant.allowCommands
            = [this](std::function<void(const Outcome &)> done) { allowCommands(std::move(done)); };
    m_plant.rulesChanged
        = [this](const std::string &reason) { applyRules(reason, AlarmRole::Engineer); };
    m_plant.tagsChanged = [this] { describeTags(); };
    m_plant.connectionsChanged = [this] {
        applyConnections();
        if (m_connectionsChanged)
            m_connectionsChanged();
    };
    m_plant.retryConnection = [this](int connection) {
        const auto &all = m_workspace.connections;
        if (m_pipeline && connection >= 0 && connection < static_cast<int>(all.size()))
            m_pipeline->retryNow(all[static_cast<std::size_t>(connection)].name);
    };
}

const Clock &PlantSession::clock() const
{
    return m_standing ? static_cast<const Clock &>(*m_standing) : Clock::system();
}

Outcome PlantSession::openOwner()
{
    const Pipeline::Doors doors {m_tags,     m_live,        m_alarms,       m_status,
                                 m_problems, m_credentials, Clock::system()};
    const CommandApprovals approvals = CommandApprovals::load(m_options.dataFolder);
    Result<std::unique_ptr<Pipeline>> pipeline = Pipeline::open(
        {m_options.dataFolder,
         currentUser(),
         QSysInfo::machineHostName().toStdString(),
         {},
         wantedConnections(),
         m_workspace.knowsConnections(),
         m_options.allowsCommands ? m_workspace.channels : channels(approvals)},
        doors);
    if (pipeline.ok()) {
        m_pipeline = std::move(pipeline).value();
        if (m_options.allowsCommands) // the folder is ours by now
            return CommandApprovals::allow(m_options.dataFolder, m_workspace.channels);
        tellRefusedCommands(approvals);
        return {};
    }
    const Error &error = pipeline.error();
    if (m_options.use == Use::OwnOrView && isNotWritable(error))
        return openWithoutDisk(error);
    if (error.code != Error::Code::Busy)
        return error;
    if (m_options.use == Use::Own)
        return Error {Error::Code::Busy,
                      "the data in " + m_options.dataFolder + " belongs to " + error.detail
                          + "; end that one, or give another folder with --data"};
    return openView(error.detail);
}

/// Those of the workspace, and the quick one of the command line.
std::vector<ConnectionConfig> PlantSession::wantedConnections() const
{
    std::vector<ConnectionConfig> all = m_workspace.connections;
    if (!m_options.connection)
        return all;
    ConnectionConfig quick = *m_options.connection;
    quick.isQuick = true;
    const auto isTaken = [&all, &quick] {
        return std::any_of(all.begin(), all.end(), [&quick](const ConnectionConfig &one) {
            return one.name == quick.name;
        });
    };
    while (isTaken()) // a name is a session, and one of the two would end the other's
        quick.name += " (command line)";
    all.push_back(std::move(quick));
    return all;
}

/// What is stored is shown all the same, and why nothing is added to it.
Outcome PlantSession::openWithoutDisk(const Error &why)
{
    qCWarning(logSession, "recording stopped: %s", why.detail.c_str());
    m_waitsForDisk = true;
    const Timestamp now = Clock::system().now();
    const bool isNoFolder = leadsToAFile(m_options.dataFolder);
    const std::string remedy = isNoFolder
        ? "Start Telltale with --data and a folder, or move that file away"
        : "Make room on the disk, or make the folder writable";
    return openView({},
                    Problem {Problem::Severity::Serious,
                             isNoFolder ? Error::Code::WrongUse : why.code, "recording",
                             m_options.dataFolder, "nothing is recorded: " + why.detail,
                             remedy + "; recording begins by itself then.", now, now, 1});
}

Outcome PlantSession::openView(const std::string &owner, const std::optional<Problem> &notRecording)
{
    std::optional<ViewFeed::Past> past;
    if (m_options.at)
        past = ViewFeed::Past {*m_options.at, m_workspace.rules};
    m_view = std::make_unique<ViewFeed>(
        m_options.dataFolder, owner, ViewFeed::Doors {m_tags, m_live, m_alarms, m_status, clock()},
        std::move(past));
    if (notRecording)
        m_view->sayNotRecording(*notRecording);
    if (Outcome read = m_view->readOnce(); !read.ok())
        return read;
    showOwnersConnections();
    if (!owner.empty())
        m_workspace.refuseEditing({Error::Code::Busy,
                                   "this window is a view of the data of " + owner
                                       + ", and the files of the workspace are its own"});
    return {};
}

/// What the owner is connected to beside the workspace - the demo, a quick connection - has a place
/// on the connections page of a view, too.
void PlantSession::showOwnersConnections()
{
    for (const ConnectionStatus &status : m_status.status().connections) {
        std::vector<ConnectionConfig> &all = m_workspace.connections;
        const bool isKnown = std::any_of(all.begin(), all.end(), [&](const ConnectionConfig &one) {
            return one.name == status.name;
        });
        if (isKnown)
            continue;
        ConnectionConfig &connection = all.emplace_back();
        connection.name = status.name;
        connection.url = status.url;
        connection.isDemo = status.isDemo;
        connection.isQuick = true;
        connection.allTopicsConfirmed = true;
    }
}

/// What was last stored stands on the screen, marked as old, until something comes.
void PlantSession::restoreLast()
{
    if (!m_pipeline)
        return;
    Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(m_options.dataFolder);
    if (!reader.ok())
        return;
    const Result<std::vector<Sample>> last = reader.value()->lastValues();
    if (!last.ok())
        return;
    m_live.restore(last.value());
    if (m_options.demo)
        m_firstOfComputer = firstOfComputer(*reader.value());
}

Outcome PlantSession::start()
{
    m_isStarted = true;
    qCInfo(logSession,
           "start: telltale " TELLTALE_VERSION ", process %lld, %s data in %s, workspace %s",
           static_cast<long long>(QCoreApplication::applicationPid()),
           m_view ? "a view of the" : "owner of the", m_options.dataFolder.c_str(),
           m_options.workspaceFolder.c_str());
    if (m_view) {
        m_view->start();
        return {};
    }
    applyRules(kFileEdited, AlarmRole::Program); // as the files have them, whoever wrote them
    m_workspace.connections = wantedConnections();
    tellUnkeptPasswords();
    m_pipeline->start();
    if (m_options.demo)
        startDemo();
    else
        applyConnections();
    return {};
}

/// The window is gone by now: what is still on its way is waited for.
void PlantSession::stop()
{
    m_saver.flush();
    m_demoStart.disconnect();
    m_demoStart.waitForFinished();
    if (m_view)
        m_view->stop();
    if (m_pipeline)
        m_pipeline->stop();
    m_demo.reset();
    if (std::exchange(m_isStarted, false))
        qCInfo(logSession, "stop");
    m_demoStart.setFuture({});
    for (QFuture<void> &password : m_passwords)
        password.waitForFinished();
    m_passwords.clear();
}

void PlantSession::describeTags()
{
    for (const TagInfo &own : OwnTags::infos())
        m_tags.describe(own.path, own);
    for (const auto &[path, info] : m_workspace.tags)
        m_tags.describe(path, info);
}

void PlantSession::applyRules(const std::string &reason, AlarmRole role)
{
    if (m_pipeline)
        m_pipeline->alarms().setRules({m_workspace.groups, m_workspace.rules}, reason, role);
}

bool PlantSession::waitsForAnswer(const ConnectionConfig &connection) const
{
    const bool canAsk = m_options.forScreens;
    const bool wasAsked = connection.allTopicsConfirmed.has_value();
    return connection.needsConfirmation() && (canAsk || wasAsked);
}

/// A window asks before it subscribes to everything on a broker - once that has let it in, so that
/// nobody answers for one that cannot be reached; a recorder was told to by who wrote the file or
/// the command line, unless a window still waits for an answer.
void PlantSession::applyConnections()
{
    if (!m_pipeline)
        return;
    m_pipeline->setRetention(m_workspace.retention);
    std::vector<ConnectionConfig> connections = m_workspace.connections;
    giveEnvironmentCredentials(connections);
    tellEnvironmentUse(checkEnvironmentCredentials(connections));
    for (ConnectionConfig &one : connections) {
        if (waitsForAnswer(one))
            one.filters.clear();
    }
    m_pipeline->setConnections(connections);
}

} // namespace telltale
