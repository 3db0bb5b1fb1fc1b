#pragma once

#include "data/pipeline/lost_messages.h"
#include "data/sources/source.h"
#include "data/sources/source_ids.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace telltale {

/// Keeps the sources running that somebody wants connected, and marks in the journal which of the
/// known ones nobody wants any more (SourceOff). To end a source may take 2 s and to name one waits
/// for the disk, so changes are made on a thread of its own.
/// Thread  any; no call but stop() waits.
/// Errors  a connection that cannot be made is told by `failed`, and tried again when its settings
///         change; everything later is in its status.
class ConnectionKeeper
{
public:
    struct Doors
    {
        SourceDoors sources;
        LostMessages &lost; ///< takes over what ended sources lost
        std::function<void(const ConnectionConfig &)> named; ///< with its id, before it speaks
        std::function<void(const std::string &connection, const Error &why)> failed;
        std::function<void(const std::string &connection)> made;
    };

    /// `known` are the connections there are, wanted or not: at the start the sessions of all
    /// others are ended, as of one that is taken away later. Absent: nobody can tell.
    ConnectionKeeper(std::string sessionFolder, SourceIds ids, Doors doors,
                     std::optional<std::vector<ConnectionConfig>> known = std::nullopt);
    ~ConnectionKeeper();
    ConnectionKeeper(const ConnectionKeeper &) = delete;
    ConnectionKeeper &operator=(const ConnectionKeeper &) = delete;

    /// What should be connected from now on; unchanged connections go on undisturbed. Before
    /// start() it is only noted.
    void set(std::vector<ConnectionConfig> wanted);
    void start();
    /// Ends all sources at the same time: at most 2 s. What they counted can still be asked.
    void stop();
    void retryNow(const std::string &connection);
    std::vector<ConnectionStatus> status() const;
    /// Messages that could not be journaled so far: by the sources (Source::lost()), and those that
    /// were taken over of others.
    std::uint64_t lost() const;

private:
    struct Kept
    {
        ConnectionConfig config; ///< as it was wanted
        std::shared_ptr<Source> source;
    };

    /// A connection that is no more, whose session the other side is asked to forget.
    struct Parting
    {
        std::string name;
        std::shared_ptr<std::atomic<bool>> isOver;
        std::jthread thread;
    };

    void run();
    void apply(const std::vector<ConnectionConfig> &wanted);
    void endUnwanted(const std::vector<ConnectionConfig> &wanted);
    void takeOverLost();
    void partWithUnknown(const std::vector<ConnectionConfig> &known);
    void partWithSwitchedOff(const std::vector<ConnectionConfig> &wanted);
    void partWithSourceless(ConnectionConfig connection);
    void part(const std::string &name, std::shared_ptr<Source> source);
    void markUnwanted(const std::vector<ConnectionConfig> &wanted);
    Outcome connect(const ConnectionConfig &config);

    const std::string m_sessionFolder;
    const Doors m_doors;
    const std::optional<std::vector<ConnectionConfig>> m_known;
    SourceIds m_ids; ///< the thread's own, as what follows
    std::set<std::string> m_off; ///< marked so
    std::vector<ConnectionConfig> m_applied; ///< as they were wanted last
    std::vector<Parting> m_partings;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::optional<std::vector<ConnectionConfig>> m_wanted; ///< not applied yet
    std::vector<Kept> m_kept;
    std::vector<std::shared_ptr<Source>> m_ending; ///< no longer kept, maybe not stopped yet
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace telltale
