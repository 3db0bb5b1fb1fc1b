#pragma once

#include <QHostAddress>
#include <QList>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

namespace telltale {

/// The addresses of a host, asked for on a thread of its own that nobody waits for: a resolver
/// takes its time and cannot be stopped, not even when the program ends.
/// Thread  any.
class HostLookup
{
public:
    static std::shared_ptr<HostLookup> begin(const std::string &host);
    /// One that is done.
    static std::shared_ptr<HostLookup> known(const QList<QHostAddress> &addresses);

    /// False: nothing is known after that time.
    bool waitFor(std::chrono::milliseconds time) const;
    bool isDone() const { return waitFor(std::chrono::milliseconds(0)); }
    /// When it is done; none: there is no such host.
    QList<QHostAddress> addresses() const;

private:
    void end(QList<QHostAddress> found);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_ended;
    QList<QHostAddress> m_found;
    bool m_isDone = false;
};

} // namespace telltale
