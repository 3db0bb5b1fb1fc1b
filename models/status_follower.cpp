#include "models/status_follower.h"

namespace telltale {

bool StatusFollower::update(const StatusBoard &board, Timestamp now)
{
    const std::uint64_t version = board.version();
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (version == m_version && second == m_second)
        return false;
    if (version != m_version)
        m_status = board.status();
    m_version = version;
    m_second = second;
    return true;
}

} // namespace telltale
