#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace telltale {

/// QoS 2 messages between the broker's PUBLISH and its PUBREL. With MQTT 3.1.1 the client library
/// hands them over at the PUBREL: the broker believes them taken, so they must outlive a
/// reconnection and a killed process. A small file each in one folder, removed when the exchange is
/// complete; without a folder they outlive a reconnection only. With MQTT 5 it hands them over at
/// the PUBLISH, after it has put them here and before it answers: to find one here after a kill
/// does not say that we had it, so of those nothing is kept beyond the process. The broker repeats
/// what it got no answer for.
/// Thread  any.
/// Errors  a file that cannot be written is kept in memory alone.
class InboundStore
{
public:
    /// `folder` empty: memory only. Reads what an earlier life left there.
    explicit InboundStore(std::string folder);

    void put(const std::string &key, std::string content);
    /// Empty if there is none.
    std::string get(const std::string &key) const;
    void remove(const std::string &key);
    std::map<std::string, std::string> all() const;
    /// How often something was put: whether anything comes.
    std::uint64_t puts() const { return m_puts.load(std::memory_order_relaxed); }

    /// Whether the client library's key names a received message: only those are kept.
    static bool isInbound(std::string_view key);
    /// Whether the message with this packet id may have been handed over before: an earlier life
    /// left it, or the broker sent it again (DUP), which the library does not say of QoS 2.
    bool mayBeRepeat(std::uint16_t packet) const;

private:
    std::atomic<std::uint64_t> m_puts = 0;
    mutable std::mutex m_mutex;
    std::string m_folder;
    std::map<std::string, std::string> m_content;
    std::set<std::string> m_restored; ///< keys that an earlier life left
};

} // namespace telltale
