// How the session has its demo plant, and where that takes up.

#include "app/demo/demo_workspace.h"
#include "app/demo/plant_messages.h"
#include "app/plant_session.h"
#include "data/history/history_reader.h"

#include <QLoggingCategory>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

Q_DECLARE_LOGGING_CATEGORY(logSession)

namespace telltale {
namespace {

constexpr std::chrono::hours kDemoPast {26}; ///< yesterday at this time, and a little before

} // namespace

/// An empty workspace becomes that of the demo, files and all: they are examples to look at.
void PlantSession::addDemo()
{
    if (!m_workspace.isEmpty())
        return;
    m_workspace.rules = demoRules();
    m_workspace.pages["overview"] = demoOverview();
    for (const TagInfo &tag : demoTags())
        m_workspace.tags.emplace(tag.path, tag);
    m_workspace.settings.site = "Northfield Water";
    m_workspace.settings.demo = true;
    m_saver.save(m_workspace.settingsToSave());
    m_saver.save(m_workspace.tagsToSave());
    m_saver.save(m_workspace.pageToSave("overview"));
    m_saver.save(m_workspace.rulesToSave());
}

/// When this computer published for the first time; nothing if it never has.
std::optional<Timestamp> PlantSession::firstOfComputer(HistoryReader &reader) const
{
    std::optional<Timestamp> first;
    for (const TagId tag : m_tags.tagsBelow("This computer")) {
        const TimeRange before {Timestamp::min(), first.value_or(Timestamp::max())};
        const Outcome read = reader.scan(tag, before, [&first](const Sample &sample) {
            first = sample.time;
            return false;
        });
        if (!read.ok())
            qCWarning(logSession, "%s: %s", m_tags.path(tag).c_str(), read.error().detail.c_str());
    }
    return first;
}

/// A demo brings its last day with it. This computer publishes while that day is sent: a plant of
/// which nothing is as new as this computer's first value has not sent all of it.
DemoPlant::Beginning PlantSession::demoBeginning(Timestamp now) const
{
    const LastOf last = [this](const std::string &path) -> std::optional<Sample> {
        const Sample sample = m_live.value(m_tags.find(path)).sample;
        return sample.tag.isValid() && !sample.quality.isBad() ? std::optional(sample)
                                                               : std::nullopt;
    };
    Timestamp newest = now - kDemoPast;
    for (const TagInfo &tag : demoTags()) {
        if (const std::optional<Sample> sample = last(tag.path))
            newest = std::clamp(sample->time, newest, now);
    }
    DemoPlant::Beginning beginning;
    if (newest < m_firstOfComputer.value_or(now))
        beginning.past = std::chrono::ceil<std::chrono::seconds>(now - newest);
    beginning.counters = countersAfter(last, now - beginning.past);
    return beginning;
}

/// Off this thread: its broker has to start. Whatever comes of it, connections are applied then.
void PlantSession::startDemo()
{
    DemoPlant::Options options;
    options.plantFile = m_options.dataFolder + "/demo_plant.txt";
    options.beginning = [this](Timestamp now) { return demoBeginning(now); };
    options.isHeard = [this] {
        const PlantStatus status = m_status.status();
        return std::any_of(
            status.connections.begin(), status.connections.end(),
            [](const ConnectionStatus &one) { return one.isDemo && !one.granted.empty(); });
    };
    QObject::connect(&m_demoStart, &QFutureWatcherBase::finished, &m_demoStart,
                     [this] { demoStarted(); });
    m_demoStart.setFuture(QtConcurrent::run([options] {
        return std::make_shared<StartedDemo::element_type>(DemoPlant::start(options));
    }));
}

/// Without a broker there is no demo: said, and everything else goes on.
void PlantSession::demoStarted()
{
    const StartedDemo started = m_demoStart.result();
    m_plant.isDemoStarting = false;
    if (!started->ok()) {
        qCWarning(logSession, "no demo plant: %s", started->error().detail.c_str());
        m_problems.report({Problem::Severity::Serious, started->error().code, "demo",
                           demoConnectionName(), started->error().detail,
                           "Install the package mosquitto and start again."},
                          Clock::system().now());
        applyConnections();
        return;
    }
    m_demo = std::move(*started).value();
    for (const TagInfo &tag : m_demo->tags())
        m_workspace.tags.emplace(tag.path, tag);
    describeTags();
    ConnectionConfig connection;
    connection.name = demoConnectionName();
    connection.url = m_demo->url();
    connection.isDemo = true;
    m_workspace.connections.push_back(connection);
    applyConnections();
}

} // namespace telltale
