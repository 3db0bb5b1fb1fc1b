#pragma once

#include "models/tone_generator.h"

#include <QAudioFormat>
#include <QIODevice>

#include <vector>

namespace telltale {

/// The samples of a ToneGenerator in the form a sound device takes: what it pulls never ends.
/// Thread  that of the sink.
class ToneStream : public QIODevice
{
    Q_OBJECT

public:
    explicit ToneStream(const QAudioFormat &format);

    void begin(HornTone tone) { m_generator.begin(tone); }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    /// Forms it can make; others a device must not be asked for.
    static bool knows(const QAudioFormat &format);

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 length) override;

private:
    const QAudioFormat m_format;
    ToneGenerator m_generator;
    std::vector<float> m_samples;
};

} // namespace telltale
