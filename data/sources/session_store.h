#pragma once

#include "data/telemetry/result.h"

#include <string>
#include <vector>

namespace telltale {

/// What a connection must remember over restarts to keep its session at the broker: a client id -
/// random, made once - the filters it was subscribed to, and where. One small file per connection
/// in `<data folder>/sessions/`, written durably; never in the workspace, whose copy would steal
/// the session.
/// Thread  one at a time for one connection.
/// Errors  DiskError, DiskFull; a damaged file is set aside as `.damaged`, said in Session, and
/// made
///         anew.
class SessionStore
{
public:
    struct Session
    {
        std::string clientId;
        std::vector<std::string> filters; ///< of the last run; empty before the first
        std::string url; ///< where it was last; empty before the first
        std::string setAside; ///< where a damaged file of it is kept; empty: there was none
        std::vector<std::string> left {}; ///< other brokers that did not end theirs when left
        bool operator==(const Session &) const = default;
    };

    explicit SessionStore(std::string dataFolder);

    /// The session of a connection; makes and stores one if there is none.
    Result<Session> load(const std::string &connectionName) const;
    Outcome save(const std::string &connectionName, const Session &session) const;
    /// Whether one is stored.
    bool has(const std::string &connectionName) const;
    /// The connection is no more: removes all that is kept of it.
    void remove(const std::string &connectionName) const;
    /// Folder for half-delivered messages of a connection.
    std::string inboundFolder(const std::string &connectionName) const;

private:
    std::string path(const std::string &connectionName) const;
    std::string m_folder;
};

} // namespace telltale
