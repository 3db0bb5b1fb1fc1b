#include "data/pipeline/connection_keeper.h"

#include "data/sources/session_store.h"
#include "data/sources/source_kinds.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

/// Whether a source made for `made` serves `wanted` as well: all but what only people care about.
bool isSame(const ConnectionConfig &made, ConnectionConfig wanted)
{
    wanted.isQuick = made.isQuick;
    wanted.allTopicsConfirmed = made.allTopicsConfirmed;
    return made == wanted;
}

bool isEnabled(const std::vector<ConnectionConfig> &wanted, const std::string &name)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const ConnectionConfig &one) {
        return one.enabled && one.name == name;
    });
}

bool isNamed(const std::vector<ConnectionConfig> &wanted, const std::string &name)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&name](const ConnectionConfig &one) { return one.name == name; });
}

/// All at once: each may take its time.
void stopAll(const std::vector<std::shared_ptr<Source>> &sources)
{
    std::vector<std::jthread> stopping;
    for (const std::shared_ptr<Source> &source : sources)
        stopping.emplace_back([source] { source->stop(); });
}

} // namespace

ConnectionKeeper::ConnectionKeeper(std::string sessionFolder, SourceIds ids, Doors doors,
                                   std::optional<std::vector<ConnectionConfig>> known)
    : m_sessionFolder(std::move(sessionFolder))
    , m_doors(std::move(doors))
    , m_known(std::move(known))
    , m_ids(std::move(ids))
{ }

ConnectionKeeper::~ConnectionKeeper()
{
    stop();
}

void ConnectionKeeper::set(std::vector<ConnectionConfig> wanted)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = std::move(wanted);
    m_wake.notify_all();
}

void ConnectionKeeper::start()
{
    m_thread = std::thread([this] { run(); });
}

void ConnectionKeeper::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    std::vector<std::shared_ptr<Source>> all;
    for (const Kept &kept : m_kept)
        all.push_back(kept.source);
    m_partings.clear(); // stops and waits
    stopAll(all);
}

void ConnectionKeeper::retryNow(const std::string &connection)
{
    const std::lock_guard lock(m_mutex);
    for (const Kept &kept : m_kept) {
        if (kept.config.name == connection)
            kept.source->retryNow();
    }
}

std::vector<ConnectionStatus> ConnectionKeeper::status() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ConnectionStatus> all;
    for (const Kept &kept : m_kept)
        all.push_back(kept.source->status());
    return all;
}

std::uint64_t ConnectionKeeper::lost() const
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t lost = m_doors.lost.sum();
    for (const Kept &kept : m_kept)
        lost += kept.source->lost();
    for (const std::shared_ptr<Source> &source : m_ending)
        lost += source->lost();
    return lost;
}

void ConnectionKeeper::run()
{
    if (m_known)
        partWithUnknown(*m_known);
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_isStopping || m_wanted; });
        if (m_isStopping)
            return;
        const std::vector<ConnectionConfig> wanted = *std::exchange(m_wanted, std::nullopt);
        lock.unlock();
        apply(wanted);
        lock.lock();
    }
}

void ConnectionKeeper::apply(const std::vector<ConnectionConfig> &wanted)
{
    endUnwanted(wanted);
    partWithSwitchedOff(wanted);
    markUnwanted(wanted);
    for (const ConnectionConfig &config : wanted) {
        if (const Outcome connected = connect(config); !connected.ok())
            m_doors.failed(config.name, connected.error());
        else
            m_doors.made(config.name);
    }
    m_applied = wanted;
}

void ConnectionKeeper::endUnwanted(const std::vector<ConnectionConfig> &wanted)
{
    std::vector<std::shared_ptr<Source>> gone;
    std::vector<Kept> forGood;
    const auto stays = [&wanted](const Kept &kept) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const ConnectionConfig &config) {
            return isSame(kept.config, config);
        });
    };
    {
        const std::lock_guard lock(m_mutex);
        const auto end = std::stable_partition(m_kept.begin(), m_kept.end(), stays);
        for (auto kept = end; kept != m_kept.end(); ++kept) {
            gone.push_back(kept->source);
            if (!isNamed(wanted, kept->config.name))
                forGood.push_back(std::move(*kept));
        }
        m_kept.erase(end, m_kept.end());
        m_ending = gone;
    }
    stopAll(gone);
    takeOverLost();
    for (Kept &kept : forGood)
        part(kept.config.name, std::move(kept.source));
}

/// Nobody asks the stopped ones any more, but what they lost stays counted.
void ConnectionKeeper::takeOverLost()
{
    const std::lock_guard lock(m_mutex);
    for (const std::shared_ptr<Source> &source : m_ending)
        m_doors.lost.add(source->status().source, source->lost(), m_doors.sources.clock.now());
    m_ending.clear();
}

/// What was switched off had no source any more, but a session it may still have.
void ConnectionKeeper::partWithSwitchedOff(const std::vector<ConnectionConfig> &wanted)
{
    for (const ConnectionConfig &config : m_applied) {
        if (!config.enabled && !isNamed(wanted, config.name) && m_ids.all().contains(config.name))
            partWithSourceless(config);
    }
}

/// They were taken out of the workspace's file while nothing ran.
void ConnectionKeeper::partWithUnknown(const std::vector<ConnectionConfig> &known)
{
    for (const ConnectionConfig &config : SessionStore(m_sessionFolder).kept()) {
        if (!isNamed(known, config.name))
            partWithSourceless(config);
    }
}

void ConnectionKeeper::partWithSourceless(ConnectionConfig connection)
{
    connection.sessionFolder = m_sessionFolder;
    if (Result<std::unique_ptr<Source>> source = makeSource(connection, m_doors.sources))
        part(connection.name, std::move(source).value());
}

/// On a thread of its own: a broker that does not answer keeps no other connection waiting.
void ConnectionKeeper::part(const std::string &name, std::shared_ptr<Source> source)
{
    std::erase_if(m_partings, [](const Parting &parting) { return parting.isOver->load(); });
    auto isOver = std::make_shared<std::atomic<bool>>(false);
    std::jthread thread([source = std::move(source), isOver](const std::stop_token &stop) {
        source->forget(stop);
        *isOver = true;
    });
    m_partings.push_back({name, std::move(isOver), std::move(thread)});
}

/// Whoever knows them from the journal - alarms, gaps, live values - stops waiting for them.
void ConnectionKeeper::markUnwanted(const std::vector<ConnectionConfig> &wanted)
{
    for (const auto &[name, id] : m_ids.all()) {
        if (isEnabled(wanted, name)) {
            m_off.erase(name);
            continue;
        }
        if (m_off.contains(name))
            continue;
        JournalRecord mark;
        mark.kind = JournalRecord::Kind::SourceOff;
        mark.source = id;
        mark.arrival = m_doors.sources.clock.now();
        mark.payload = name;
        if (m_doors.sources.journal.append(mark).ok())
            m_off.insert(name); // else at the next change; a full disk is said elsewhere
    }
}

Outcome ConnectionKeeper::connect(const ConnectionConfig &config)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool isThere = std::any_of(m_kept.begin(), m_kept.end(), [&](const Kept &kept) {
            return isSame(kept.config, config);
        });
        if (isThere || !config.enabled)
            return {};
    }
    std::erase_if(m_partings, [&config](const Parting &parting) { // it is wanted again
        return parting.name == config.name;
    });
    const Result<SourceId> id = m_ids.idOf(config.name);
    if (!id.ok())
        return id.error();
    ConnectionConfig complete = config;
    complete.source = id.value();
    complete.sessionFolder = m_sessionFolder;
    Result<std::unique_ptr<Source>> source = makeSource(complete, m_doors.sources);
    if (!source.ok())
        return source.error();
    m_doors.named(complete);
    source.value()->start();
    const std::lock_guard lock(m_mutex);
    m_kept.push_back({config, std::move(source).value()});
    return {};
}

} // namespace telltale
