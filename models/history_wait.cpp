#include "models/history_wait.h"

#include "data/telemetry/status_board.h"

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kSettled = 2s; ///< after which the status knows what came
constexpr auto kLookAgain = 250ms;
constexpr auto kPatience = 60s;

} // namespace

void HistoryWait::begin(Timestamp now)
{
    if (!m_lookAt)
        m_endAt = now + kPatience;
    m_lookAt = now + kSettled;
    m_decoded.reset();
}

bool HistoryWait::isOver(const StatusBoard &status, Timestamp now)
{
    if (!m_lookAt || (now < *m_lookAt && now < m_endAt))
        return false;
    const Counters counters = status.status().counters;
    m_decoded = m_decoded.value_or(counters.decoded);
    if (counters.stored < *m_decoded && now < m_endAt) {
        m_lookAt = now + kLookAgain;
        return false;
    }
    end();
    return true;
}

} // namespace telltale
