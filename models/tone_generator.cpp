#include "models/tone_generator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace telltale {
namespace {

constexpr double kFadeSeconds = 0.005;
constexpr double kLoudness = 0.6; ///< of what the device can; its volume is the person's

} // namespace

ToneGenerator::ToneGenerator(int samplesPerSecond)
    : m_rate(samplesPerSecond)
{ }

void ToneGenerator::begin(HornTone tone)
{
    m_tone = tone;
    m_note = 0;
    m_at = 0;
}

bool ToneGenerator::isSilent() const
{
    return m_note >= tonePattern(m_tone).notes.size();
}

void ToneGenerator::fill(std::span<float> samples)
{
    for (float &sample : samples)
        sample = next();
}

float ToneGenerator::next()
{
    if (isSilent())
        return 0.0F;
    const TonePattern &pattern = tonePattern(m_tone);
    const ToneNote &note = pattern.notes[m_note];
    const std::int64_t length
        = std::llround(std::chrono::duration<double>(note.length).count() * m_rate);
    const double fade = kFadeSeconds * m_rate;
    const auto at = static_cast<double>(m_at);
    const double envelope = std::min({1.0, at / fade, static_cast<double>(length - m_at) / fade});
    const double sample
        = kLoudness * envelope * std::sin(2.0 * std::numbers::pi * note.hertz * at / m_rate);
    if (++m_at >= length) {
        m_at = 0;
        ++m_note;
        if (pattern.repeats)
            m_note %= pattern.notes.size();
    }
    return static_cast<float>(sample);
}

} // namespace telltale
