#pragma once

#include "data/sources/source.h"
#include "data/telemetry/result.h"

#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What a connection must remember over restarts to keep its session at the broker: a client id -
/// random, made once - the filters it was subscribed to, and where; and to end it there when the
/// connection is no more. One small file per connection in `<data folder>/sessions/`, written
/// durably; never in the workspace, whose copy would steal the session.
/// Thread  one at a time for one connection; kept() before any connection has one.
/// Errors  DiskError, DiskFull; a damaged file is set aside as `.damaged`, said in Session, and
///         made anew.
class SessionStore
{
public:
    /// What else it takes to sign in where the session is. No secrets.
    struct Reach
    {
        std::string name; ///< of the connection
        std::string user;
        std::string caFile;
        int protocol = 5;
        bool allowPlainPassword = false;
        bool operator==(const Reach &) const = default;
    };
    struct Session
    {
        std::string clientId;
        std::vector<std::string> filters; ///< of the last run; empty before the first
        std::string url; ///< where it was last; empty before the first
        std::string setAside; ///< where a damaged file of it is kept; empty: there was none
        std::optional<Reach> reach {}; ///< absent: the connection is of no workspace
        std::vector<std::string> left {}; ///< other brokers that did not end theirs when left
        bool operator==(const Session &) const = default;
    };

    explicit SessionStore(std::string dataFolder);

    /// The session of a connection; makes and stores one if there is none.
    Result<Session> load(const std::string &connectionName) const;
    Outcome save(const std::string &connectionName, const Session &session) const;
    /// The connections of the workspace that have one, as far as needed to end it.
    std::vector<ConnectionConfig> kept() const;
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
