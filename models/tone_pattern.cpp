#include "models/tone_pattern.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace telltale {

using namespace std::chrono_literals;

HornTone hornToneOf(int priority)
{
    return static_cast<HornTone>(std::clamp(priority, 1, 4));
}

std::chrono::milliseconds TonePattern::length() const
{
    return std::accumulate(
        notes.begin(), notes.end(), 0ms,
        [](std::chrono::milliseconds sum, const ToneNote &note) { return sum + note.length; });
}

/// Between 400 and 1 600 Hz, where ears are good and small speakers loud; each pattern differs from
/// the others in its number of tones and its pace, for those who do not hear pitch.
const TonePattern &tonePattern(HornTone tone)
{
    static const std::array<TonePattern, 6> patterns {{
        {{}, false},
        {{{880.0, 120ms},
          {0.0, 30ms},
          {1'108.7, 120ms},
          {0.0, 30ms},
          {1'318.5, 120ms},
          {0.0, 180ms}},
         true},
        {{{784.0, 300ms}, {0.0, 60ms}, {587.3, 300ms}, {0.0, 840ms}}, true},
        {{{659.3, 400ms}, {0.0, 4'600ms}}, true},
        {{{1'046.5, 350ms}}, false},
        {{{440.0, 700ms}, {0.0, 9'300ms}}, true},
    }};
    return patterns[static_cast<std::size_t>(tone)];
}

} // namespace telltale
