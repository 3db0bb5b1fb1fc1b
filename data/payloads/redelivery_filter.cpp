#include "data/payloads/redelivery_filter.h"

#include <functional>

namespace telltale {
namespace {

/// DUPs come in one burst after a reconnection; it is over after so many messages without.
constexpr std::size_t kBurstIsOver = 1'000;

std::uint64_t hashOf(std::string_view topic, std::string_view payload)
{
    const std::hash<std::string_view> hash;
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
    return (static_cast<std::uint64_t>(hash(topic)) * kOdd) ^ hash(payload);
}

} // namespace

bool RedeliveryFilter::isRepeat(SourceId source, std::string_view topic, std::string_view payload,
                                bool dup)
{
    Recent &recent = m_recent[source.value];
    const std::uint64_t hash = hashOf(topic, payload);
    if (dup) {
        recent.sinceDup = 0;
        index(recent);
        if (recent.counts.contains(hash))
            return true;
    }
    remember(recent, hash);
    return false;
}

void RedeliveryFilter::remember(Recent &recent, std::uint64_t hash) const
{
    if (recent.isIndexed)
        ++recent.counts[hash];
    if (recent.ring.size() < m_window) {
        recent.ring.push_back(hash);
    } else {
        std::uint64_t &oldest = recent.ring[recent.next];
        if (const auto known = recent.counts.find(oldest);
            recent.isIndexed && known != recent.counts.end() && --known->second == 0)
            recent.counts.erase(known);
        oldest = hash;
        recent.next = (recent.next + 1) % m_window;
    }
    if (recent.isIndexed && ++recent.sinceDup > kBurstIsOver) { // now it is only a cost
        recent.isIndexed = false;
        recent.counts = {};
    }
}

void RedeliveryFilter::index(Recent &recent)
{
    if (recent.isIndexed)
        return;
    for (const std::uint64_t hash : recent.ring)
        ++recent.counts[hash];
    recent.isIndexed = true;
}

} // namespace telltale
