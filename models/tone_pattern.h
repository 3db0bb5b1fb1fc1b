#pragma once

#include <chrono>
#include <vector>

namespace telltale {

/// What the horn plays (alarms.md section 5): the more urgent, the faster.
enum class HornTone {
    None,
    Critical, ///< priority 1: three tones, fast, for ever
    High, ///< priority 2: two tones, for ever
    Medium, ///< priority 3: one tone each 5 s
    Low, ///< priority 4: one chime
    Flood, ///< of priorities 3 and 4 in a flood: one low tone each 10 s for all of them
};

/// That of a priority 1 to 4.
HornTone hornToneOf(int priority);

struct ToneNote
{
    double hertz = 0.0; ///< 0: a pause
    std::chrono::milliseconds length {0};
};

struct TonePattern
{
    std::vector<ToneNote> notes;
    bool repeats = true;
    std::chrono::milliseconds length() const; ///< of all notes
};

const TonePattern &tonePattern(HornTone tone);

} // namespace telltale
