#pragma once

#include "models/tone_pattern.h"

#include <cstdint>
#include <span>

namespace telltale {

/// Makes the samples of a pattern, one after the other, without end: behind a pattern that does not
/// repeat, and without one, comes silence. Notes fade in and out over 5 ms, so that they do not
/// click.
/// Thread  one at a time.
/// Unit    samples from -1 to 1, one channel, at the rate given.
class ToneGenerator
{
public:
    explicit ToneGenerator(int samplesPerSecond);

    /// Begins the pattern of `tone` with its first note.
    void begin(HornTone tone);
    void fill(std::span<float> samples);
    bool isSilent() const; ///< nothing but silence follows

private:
    float next();

    const double m_rate;
    HornTone m_tone = HornTone::None;
    std::size_t m_note = 0; ///< behind the last one: it is over
    std::int64_t m_at = 0; ///< samples of the note that are made
};

} // namespace telltale
