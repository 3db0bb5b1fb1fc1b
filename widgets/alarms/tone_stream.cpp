#include "widgets/alarms/tone_stream.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace telltale {
namespace {

constexpr qint64 kAlwaysThere = 1 << 16; ///< bytes
constexpr qint64 kMostFrames = 4096; ///< of one reading

template <typename Sample> char *put(char *to, Sample sample)
{
    std::memcpy(to, &sample, sizeof sample);
    return to + sizeof sample;
}

/// The bytes of a sample, behind `to`.
char *put(char *to, QAudioFormat::SampleFormat format, float sample)
{
    switch (format) {
    case QAudioFormat::UInt8:
        return put(to, static_cast<quint8>(128.0F + 127.0F * sample));
    case QAudioFormat::Int16:
        return put(to, static_cast<qint16>(sample * std::numeric_limits<qint16>::max()));
    case QAudioFormat::Int32:
        return put(to, static_cast<qint32>(double(sample) * std::numeric_limits<qint32>::max()));
    default:
        return put(to, sample);
    }
}

} // namespace

ToneStream::ToneStream(const QAudioFormat &format)
    : m_format(format)
    , m_generator(format.sampleRate())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool ToneStream::knows(const QAudioFormat &format)
{
    return format.isValid() && format.sampleFormat() != QAudioFormat::Unknown;
}

qint64 ToneStream::bytesAvailable() const
{
    return kAlwaysThere;
}

/// Every channel says the same.
qint64 ToneStream::readData(char *data, qint64 most)
{
    const qint64 frames = std::min(most / m_format.bytesPerFrame(), kMostFrames);
    m_samples.resize(static_cast<std::size_t>(frames));
    m_generator.fill(m_samples);
    char *to = data;
    for (const float sample : m_samples) {
        for (int channel = 0; channel < m_format.channelCount(); ++channel)
            to = put(to, m_format.sampleFormat(), sample);
    }
    return to - data;
}

qint64 ToneStream::writeData(const char *, qint64)
{
    return -1;
}

} // namespace telltale
