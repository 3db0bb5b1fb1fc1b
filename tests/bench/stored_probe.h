#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace telltale::bench {

/// Watches, from outside the writing process, when samples of one tag can be read: a reader of
/// another process sees only what is committed. The sample's time is when it was published.
/// Thread  the owner's; looks every few milliseconds on one of its own.
class StoredProbe
{
public:
    StoredProbe(std::string folder, std::string tag);
    ~StoredProbe();

    std::size_t count() const { return m_count.load(); }
    /// Ends the watching. ms; none if fewer than `least` samples were seen.
    std::optional<double> p99(std::size_t least);

private:
    void run();

    const std::string m_folder;
    const std::string m_tag;
    std::atomic<bool> m_stopping = false;
    std::atomic<std::size_t> m_count = 0;
    std::vector<double> m_took;
    std::thread m_thread;
};

} // namespace telltale::bench
