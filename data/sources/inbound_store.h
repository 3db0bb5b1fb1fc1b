#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace telltale {

/// QoS 2 messages between the broker's PUBLISH and its PUBREL: the broker believes them taken, so
/// they must outlive a reconnection and a killed process. A small file each in one folder, removed
/// when the exchange is complete; without a folder they outlive a reconnection only.
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

    /// Whether the client library's key names a received message: only those are kept.
    static bool isInbound(std::string_view key);

private:
    mutable std::mutex m_mutex;
    std::string m_folder;
    std::map<std::string, std::string> m_content;
};

} // namespace telltale
