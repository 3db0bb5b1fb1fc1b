#include "models/horn.h"

#include "data/alarms/alarm_board.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr int kUrgent = 2; ///< priorities up to this one keep their pattern in a flood

} // namespace

void Horn::update(const AlarmSnapshot &snapshot)
{
    std::set<Key> sounding;
    int worst = 0;
    for (const AlarmRow &row : snapshot.rows) {
        if (!snapshot.horn || !row.isSounding)
            continue;
        Key key {row.id, row.occurrence};
        if (!m_quiet.contains(key))
            worst = worst == 0 ? row.priority : std::min(worst, row.priority);
        sounding.insert(std::move(key));
    }
    const bool hasMore
        = !std::includes(m_sounding.begin(), m_sounding.end(), sounding.begin(), sounding.end());
    m_sounding = std::move(sounding);
    std::erase_if(m_quiet, [this](const Key &key) { return !m_sounding.contains(key); });
    HornTone tone = worst == 0 ? HornTone::None : hornToneOf(worst);
    if (snapshot.flood && worst > kUrgent)
        tone = HornTone::Flood;
    // A chime is heard once for each that comes; the others go on as they are.
    const bool isAnew = tone != m_state.tone || (hasMore && !tonePattern(tone).repeats);
    m_state.tone = tone;
    m_state.begun += isAnew ? 1 : 0;
}

void Horn::silenceHere()
{
    m_quiet = m_sounding;
    m_state.tone = HornTone::None;
    ++m_state.begun;
}

} // namespace telltale
