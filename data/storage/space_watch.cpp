#include "data/storage/space_watch.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <cstdio>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kLeast = std::uint64_t {2} << 30U;
constexpr std::uint64_t kOnePart = 20; ///< 5 %
constexpr std::uint64_t kForAlarms = std::uint64_t {64} << 20U;
constexpr std::uint64_t kEnough = 11; ///< tenths of the limit: all is well again
constexpr auto kRateOver = 10min;
constexpr double kGigabyte = 1e9;
constexpr double kMegabyte = 1e6;

/// "2.0 GB", "92 MB".
std::string sizeWords(std::uint64_t bytes)
{
    const auto size = static_cast<double>(bytes);
    char text[32];
    if (size >= kGigabyte)
        std::snprintf(text, sizeof text, "%.1f GB", size / kGigabyte);
    else
        std::snprintf(text, sizeof text, "%.0f MB", size / kMegabyte);
    return text;
}

} // namespace

Result<SpaceWatch::Space> SpaceWatch::ask(const std::string &folder)
{
    struct statvfs disk
    { };
    if (::statvfs(folder.c_str(), &disk) != 0)
        return Error {Error::Code::DiskError, folder + ": cannot be asked for its free space"};
    return Space {static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize,
                  static_cast<std::uint64_t>(disk.f_blocks) * disk.f_frsize};
}

Outcome SpaceWatch::checkForHistory(const Space &space)
{
    if (space.free > std::min(kForAlarms, space.size / kOnePart))
        return {};
    return Error {Error::Code::DiskFull, "the disk is full: what is left is kept for the alarms"};
}

bool SpaceWatch::isDue(std::chrono::microseconds steady) const
{
    return !m_notedAt || steady - *m_notedAt >= kEvery;
}

void SpaceWatch::note(const Space &space, std::chrono::microseconds steady)
{
    m_space = space;
    m_notedAt = steady;
    const std::uint64_t limit = space.size / kOnePart > kLeast ? space.size / kOnePart : kLeast;
    m_isNearlyFull = space.free < (m_isNearlyFull ? limit / 10 * kEnough : limit);
    if (!m_since) {
        m_since = steady;
        m_freeThen = space.free;
    }
    if (steady - *m_since < kRateOver)
        return;
    m_left.reset();
    if (space.free < m_freeThen) {
        const double taken = static_cast<double>(m_freeThen - space.free);
        const double hours
            = std::chrono::duration<double, std::ratio<3600>>(steady - *m_since).count();
        m_left = std::chrono::hours(
            static_cast<std::int64_t>(static_cast<double>(space.free) / taken * hours));
    }
    m_since = steady;
    m_freeThen = space.free;
}

std::string SpaceWatch::words() const
{
    std::string words = "the disk is nearly full: " + sizeWords(m_space.free) + " of "
        + sizeWords(m_space.size) + " are free";
    if (m_left && *m_left < 48h)
        words += ", full in about " + std::to_string(m_left->count() + 1) + " h";
    else if (m_left && *m_left < 24h * 365)
        words += ", full in about " + std::to_string(m_left->count() / 24) + " days";
    return words;
}

} // namespace telltale
