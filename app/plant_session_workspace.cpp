// What the session says of its workspace: files that cannot be read or written, names nobody knows.

#include "app/plant_session.h"
#include "data/alarms/alarm_service.h"
#include "data/telemetry/clock.h"

#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(logSession)

namespace telltale {
namespace {

/// Nothing is wrong with a file of a newer program: who mended or deleted it would lose it.
const char *workspaceRemedy(Error::Code code)
{
    return code == Error::Code::NewerVersion
        ? "Install the newer version of Telltale, or start this one with --workspace and another "
          "folder."
        : "Mend the file, or delete it to start with an empty one.";
}

} // namespace

/// That of the workspace; of this computer if there is none or nobody knows it.
QTimeZone PlantSession::shownZone()
{
    const std::string &name = m_workspace.settings.zone;
    QTimeZone zone(QByteArray::fromStdString(name));
    if (zone.isValid())
        return zone;
    if (!name.empty()) {
        const std::string file = m_workspace.folder() + "/workspace.json";
        const std::string cause = "the zone " + name + " is not known here; times are shown in "
            + QTimeZone::systemTimeZoneId().toStdString();
        const std::string remedy = "Write a name such as Europe/Berlin in " + file + '.';
        qCWarning(logSession, "%s. %s", cause.c_str(), remedy.c_str());
        m_problems.report({Problem::Severity::Warning, Error::Code::NotFound, "workspace",
                           file + " (zone)", cause, remedy},
                          Clock::system().now());
    }
    return QTimeZone::systemTimeZone();
}

void PlantSession::tellEnvironmentUse(const Outcome &used)
{
    const std::string subject = "TELLTALE_MQTT_USER";
    if (used.ok()) {
        m_problems.resolve("connection", subject);
        return;
    }
    m_problems.report({Problem::Severity::Note, used.error().code, "connection", subject,
                       used.error().detail,
                       "Name users and passwords in an owner-only file in TELLTALE_CREDENTIALS."},
                      Clock::system().now());
}

/// The last word on a file counts: written at last, it is no problem any more.
void PlantSession::tellSaved(const std::string &file, const Outcome &saved)
{
    if (saved.ok()) {
        m_problems.resolve("workspace", file);
        return;
    }
    qCWarning(logSession, "not saved: %s", saved.error().detail.c_str());
    m_problems.report(
        {Problem::Severity::Serious, saved.error().code, "workspace", file,
         "not saved: " + saved.error().detail,
         "Free some space or make the folder writable, then change it again to save it."},
        Clock::system().now());
}

/// Those of the workspace; one that would start a program nobody here has agreed to sends nothing.
std::vector<ChannelConfig> PlantSession::channels(const CommandApprovals &approvals) const
{
    std::vector<ChannelConfig> all = m_workspace.channels;
    for (ChannelConfig &channel : all)
        channel.isHeld = !approvals.cover(channel);
    return all;
}

void PlantSession::tellRefusedCommands(const CommandApprovals &approvals)
{
    for (const ChannelConfig &channel : m_workspace.channels) {
        if (!channel.isEnabled || approvals.cover(channel))
            continue;
        m_plant.refusedCommands.push_back(channel.name + ": " + channel.runs);
        const std::string cause = "its notifications wait: it would run " + channel.runs
            + ", and nobody has allowed that on this computer";
        qCWarning(logSession, "channel %s: %s", channel.name.c_str(), cause.c_str());
        m_problems.report({Problem::Severity::Warning, Error::Code::NotPermitted, "notification",
                           channel.name, cause,
                           "If you know who wrote it, allow it on the overview, or once with "
                           "telltale collect --allow-commands."},
                          Clock::system().now());
    }
}

void PlantSession::allowCommands(std::function<void(const Outcome &)> done)
{
    m_saver.save({m_options.dataFolder + "/commands.json",
                  [folder = m_options.dataFolder, channels = m_workspace.channels] {
                      return CommandApprovals::allow(folder, channels);
                  }},
                 [this, done = std::move(done)](const Outcome &saved) {
                     done(saved);
                     if (saved.ok() && m_commandsAllowed)
                         m_commandsAllowed();
                 });
}

void PlantSession::tellWorkspaceProblems()
{
    for (const Error &error : m_workspace.problems()) {
        qWarning("%s", error.detail.c_str());
        // One entry per file: its path stands before the colon.
        m_problems.report({Problem::Severity::Serious, error.code, "workspace",
                           error.detail.substr(0, error.detail.find(": ")), error.detail,
                           workspaceRemedy(error.code)},
                          Clock::system().now());
    }
}

/// Nobody has taken out the rules of a file that says nothing any more: their alarms would end, and
/// with them what people did about them.
void PlantSession::keepStoredRules()
{
    const std::string file = "rules.json";
    if (!m_pipeline || !m_workspace.isLost(file))
        return;
    RuleSet stored = m_pipeline->alarms().rules();
    if (stored.rules.empty())
        return;
    m_workspace.rules = std::move(stored.rules);
    m_workspace.groups = std::move(stored.groups);
    const std::string path = m_workspace.folder() + '/' + file;
    const std::string cause = "the rules of the last session stay in force";
    qCWarning(logSession, "%s: %s", path.c_str(), cause.c_str());
    m_problems.report({Problem::Severity::Warning, Error::Code::NotFound, "workspace", path, cause,
                       "Mend the file, or delete it to start with an empty one."},
                      Clock::system().now());
}

} // namespace telltale
