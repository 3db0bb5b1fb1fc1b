#include "data/payloads/redelivery_filter.h"

#include <functional>

namespace telltale {
namespace {

std::uint64_t hashOf(std::string_view topic, std::string_view payload)
{
    const std::hash<std::string_view> hash;
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
    const std::uint64_t both = (static_cast<std::uint64_t>(hash(topic)) * kOdd) ^ hash(payload);
    return both != 0 ? both : kOdd; // 0 says that there was none
}

} // namespace

bool RedeliveryFilter::isRepeat(SourceId source, std::uint16_t packet, std::string_view topic,
                                std::string_view payload, bool dup)
{
    if (packet == 0)
        return false;
    std::vector<std::uint64_t> &newest = m_newest[source.value];
    if (newest.size() <= packet)
        newest.resize(packet + std::size_t {1});
    const std::uint64_t hash = hashOf(topic, payload);
    if (dup && newest[packet] == hash)
        return true;
    newest[packet] = hash;
    return false;
}

} // namespace telltale
