#include "data/sources/inbound_store.h"

#include "data/storage/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace telltale {
namespace {

constexpr std::string_view kVersion3 = "r-";
constexpr std::string_view kVersion5 = "r5-";
constexpr unsigned kDup = 0x08; ///< of the first byte of a PUBLISH

/// The process may die, the computer is another matter: no sync, which QoS 2 rates would not bear.
void writeFile(const std::string &path, const std::string &content)
{
    const std::string fresh = path + ".new";
    const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return;
    const auto written = ::write(descriptor, content.data(), content.size());
    ::close(descriptor);
    if (written == static_cast<ssize_t>(content.size()))
        std::rename(fresh.c_str(), path.c_str());
    else
        ::unlink(fresh.c_str());
}

} // namespace

InboundStore::InboundStore(std::string folder)
    : m_folder(std::move(folder))
{
    if (m_folder.empty() || !makeFolder(m_folder))
        return;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, error)) {
        const std::string key = entry.path().filename().string();
        if (!key.starts_with(kVersion3) || key.ends_with(".new"))
            continue;
        Result<std::string> content = readFile(entry.path().string());
        if (!content || content->empty())
            continue;
        m_content[key] = std::move(content).value();
        m_restored.insert(key);
    }
}

bool InboundStore::isInbound(std::string_view key)
{
    return key.starts_with(kVersion3) || key.starts_with(kVersion5);
}

void InboundStore::put(const std::string &key, std::string content)
{
    if (content.empty())
        return; // no packet
    m_puts.fetch_add(1, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    if (!m_folder.empty() && key.starts_with(kVersion3))
        writeFile(m_folder + "/" + key, content);
    m_content[key] = std::move(content);
    m_restored.erase(key);
}

std::string InboundStore::get(const std::string &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_content.find(key);
    return found == m_content.end() ? std::string() : found->second;
}

void InboundStore::remove(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    m_restored.erase(key);
    if (m_content.erase(key) > 0 && !m_folder.empty())
        ::unlink((m_folder + "/" + key).c_str());
}

bool InboundStore::mayBeRepeat(std::uint16_t packet) const
{
    const std::lock_guard lock(m_mutex);
    for (const std::string_view version : {kVersion3, kVersion5}) {
        const std::string key = std::string(version) + std::to_string(packet);
        const auto found = m_content.find(key);
        if (found == m_content.end())
            continue;
        const auto header = static_cast<std::uint8_t>(found->second.front());
        return (header & kDup) != 0 || m_restored.contains(key);
    }
    return false;
}

std::map<std::string, std::string> InboundStore::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_content;
}

} // namespace telltale
