#pragma once

#include "models/tone_pattern.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace telltale {

struct AlarmSnapshot;

/// What the horn of this window should play: on while some alarm sounds that nobody silenced, in
/// the pattern of the most urgent one. In a flood only priorities 1 and 2 have theirs; the others
/// share the flood's.
/// Thread  GUI.
class Horn
{
public:
    struct State
    {
        HornTone tone = HornTone::None;
        std::uint64_t begun = 0; ///< another number: it begins anew, because one more came
        bool operator==(const State &) const = default;
    };

    void update(const AlarmSnapshot &snapshot);
    /// Quiet in this window only, until one more comes: the alarm engine may be another process's.
    void silenceHere();
    const State &state() const { return m_state; }

private:
    using Key = std::pair<std::string, std::uint64_t>; ///< alarm and occurrence

    std::set<Key> m_sounding;
    std::set<Key> m_quiet; ///< of those, silenced here
    State m_state;
};

} // namespace telltale
