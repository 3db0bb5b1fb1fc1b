#include "tests/data/payloads/decode_probe.h"

#include "data/payloads/time_text.h"

#include <QDateTime>

#include <array>
#include <charconv>
#include <cmath>

namespace telltale::test {
namespace {

template <typename Number> QString numberText(Number number)
{
    std::array<char, 64> digits {};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return QString::fromLatin1(digits.data(), static_cast<int>(written.ptr - digits.data()));
}

} // namespace

QString timeText(Timestamp time)
{
    const std::int64_t microseconds = toMicroseconds(time);
    const auto moment = QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
    return moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"))
        + QStringLiteral("%1Z").arg(microseconds % 1000, 3, 10, QLatin1Char('0'));
}

QString qualityText(Quality quality)
{
    static const std::array kReasons
        = {"none", "null", "unavailable", "not_a_number", "overflow", "source", "stale", "rounded"};
    if (quality.isGood())
        return {};
    return QLatin1String(statusWord(quality)) + QLatin1Char(':')
        + QLatin1String(kReasons.at(static_cast<std::size_t>(quality.reason())));
}

QString valueText(const Sample &sample)
{
    if (sample.quality.isBad() && std::isnan(sample.value))
        return QStringLiteral("null");
    switch (sample.flags.kind()) {
    case SampleFlags::Kind::Boolean:
        return sample.value == 0.0 ? QStringLiteral("false") : QStringLiteral("true");
    case SampleFlags::Kind::Text:
        return QLatin1Char('"') + QString::fromStdString(std::get<std::string>(sample.side))
            + QLatin1Char('"');
    case SampleFlags::Kind::Integer:
        if (const auto *integer = std::get_if<std::int64_t>(&sample.side))
            return numberText(*integer);
        return numberText(std::get<std::uint64_t>(sample.side));
    case SampleFlags::Kind::Number:
        break;
    }
    return numberText(sample.value);
}

QString eventKindText(DecodedEvent::Kind kind)
{
    static const std::array kKinds
        = {"online", "offline", "birth", "death", "rebirth_needed", "metadata", "command", "error"};
    return QLatin1String(kKinds.at(static_cast<std::size_t>(kind)));
}

DecodeProbe::DecodeProbe(const BatchDecoder::Limits &limits, const SourceOptions *options)
    : m_registry(std::make_unique<TagRegistry>())
    , m_decoder(BatchDecoder::create(*m_registry, limits, options))
    , m_arrival(*readIsoTime("2026-11-22T12:00:00Z"))
{ }

QStringList DecodeProbe::decode(std::string_view topic, std::string_view payload)
{
    m_batch = std::make_unique<SampleBatch>();
    m_outcome = m_decoder->decode({topic, payload, m_arrival, SourceId {1}, 0}, *m_batch);
    QStringList lines;
    for (std::size_t i = 0; i < m_batch->size(); ++i)
        lines.append(lineOf(m_batch->sample(i)));
    lines.sort();
    return lines;
}

QStringList DecodeProbe::events() const
{
    QStringList lines;
    if (!m_outcome.hasEvents)
        return lines;
    for (const DecodedEvent &event : m_decoder->events())
        lines.append((eventKindText(event.kind) + QLatin1Char(' ')
                      + QString::fromStdString(event.asset) + QLatin1Char(' ')
                      + QString::fromStdString(event.detail))
                         .trimmed());
    return lines;
}

QString DecodeProbe::lineOf(const Sample &sample) const
{
    QString line = QString::fromStdString(m_registry->path(sample.tag)) + QStringLiteral(" = ")
        + valueText(sample);
    if (!sample.quality.isGood())
        line += QLatin1Char(' ') + qualityText(sample.quality);
    if (sample.time != m_arrival)
        line += QStringLiteral(" @") + timeText(sample.time);
    if (sample.flags.has(SampleFlags::kTimeReplaced))
        line += QStringLiteral(" replaced");
    return line;
}

QStringList lines(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + "1" + std::string(depth, ']');
}

} // namespace telltale::test
