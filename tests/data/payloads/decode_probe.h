#pragma once

#include "data/payloads/batch_decoder.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace telltale::test {

/// Decodes messages one at a time and says in words what came out.
class DecodeProbe
{
public:
    explicit DecodeProbe(const BatchDecoder::Limits &limits = {},
                         const SourceOptions *options = nullptr);

    /// The samples of the message, one line each, sorted: `tag = value`, with the marks `
    /// bad:reason`, ` @time` (where it is not the arrival time) and ` replaced`.
    QStringList decode(std::string_view topic, std::string_view payload);
    /// `kind asset detail` of each event of the last message.
    QStringList events() const;

    const BatchDecoder::MessageOutcome &outcome() const { return m_outcome; }
    const SampleBatch &batch() const { return *m_batch; }
    TagRegistry &registry() { return *m_registry; }
    void setArrival(Timestamp arrival) { m_arrival = arrival; }
    Timestamp arrival() const { return m_arrival; }

private:
    QString lineOf(const Sample &sample) const;

    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<BatchDecoder> m_decoder;
    std::unique_ptr<SampleBatch> m_batch;
    BatchDecoder::MessageOutcome m_outcome;
    Timestamp m_arrival;
};

/// `2026-11-22T12:00:00.000000Z`
QString timeText(Timestamp time);
/// `bad:null`; empty for good.
QString qualityText(Quality quality);
/// Shortest form that reads back as the same number; true and false; texts in quotes; null.
QString valueText(const Sample &sample);
QString eventKindText(DecodedEvent::Kind kind);

/// A text of several lines, as decode() and events() tell them.
QStringList lines(const char *text);
/// A JSON array in an array, `depth` deep, with a number at the bottom.
std::string nested(std::size_t depth);

} // namespace telltale::test
