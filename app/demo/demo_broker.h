#pragma once

#include "data/telemetry/result.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>

#include <sys/types.h>

namespace telltale {

/// A private mosquitto on a free loopback port, as the current user, with nothing on disk while it
/// runs. It ends with this object, and with this process however that ends.
/// Thread  one. The broker is the child of a thread that lives as long as it does: the kernel's
///         death signal follows the thread that started it, not the process.
class DemoBroker
{
public:
    struct Options
    {
        std::string program; ///< empty: mosquitto of PATH, else /usr/sbin/mosquitto
        std::string root; ///< where the folder is made; empty: $XDG_RUNTIME_DIR, else /tmp
        std::uint16_t port = 0; ///< 0: a free one
    };

    /// Sweeps what a crash left behind, then starts and waits until the port is open.
    /// Errors  NotFound: mosquitto is not installed; TimedOut, Internal: it does not start.
    static Result<std::unique_ptr<DemoBroker>> start(const Options &options);
    static Result<std::unique_ptr<DemoBroker>> start() { return start(Options {}); }
    ~DemoBroker();
    DemoBroker(const DemoBroker &) = delete;
    DemoBroker &operator=(const DemoBroker &) = delete;

    std::string url() const; ///< `mqtt://127.0.0.1:port`
    std::uint16_t port() const { return m_port; }
    pid_t processId() const { return m_process; }
    bool isRunning() const { return m_isRunning.load(); }

private:
    struct Launch;
    DemoBroker() = default;
    Outcome launch(const std::string &program, const std::string &root, std::uint16_t port);
    void watch(Launch &launch);
    void stop();

    std::uint16_t m_port = 0;
    std::atomic<pid_t> m_process {-1};
    std::atomic<bool> m_isRunning {false};
    std::thread m_watcher;
};

} // namespace telltale
