#include "models/run_time.h"

#include "models/history_queries.h"
#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <QLocale>

#include <array>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookBack = 48h;
constexpr auto kAskAgain = 1min;

bool tellsRunning(const TagInfo &tag)
{
    static constexpr std::array<std::string_view, 3> kNames {"running", "run", "on"};
    const QString name
        = shownText(std::string_view(tag.path).substr(tag.path.rfind('/') + 1)).toLower();
    return std::any_of(kNames.begin(), kNames.end(), [&name](std::string_view known) {
        return name == QLatin1String(known.data(), static_cast<qsizetype>(known.size()));
    });
}

/// When it was seen first in `range`, and when it was last seen standing there.
struct Seen
{
    std::optional<Timestamp> first;
    std::optional<Timestamp> standing;
};

Seen seenIn(HistoryReader &reader, TagId tag, TimeRange range, const CancelFlag &cancel)
{
    Seen seen;
    const Outcome read = reader.scan(
        tag, range,
        [&seen](const Sample &sample) {
            if (!seen.first)
                seen.first = sample.time;
            if (sample.value == 0.0)
                seen.standing = sample.time;
            return true;
        },
        &cancel);
    return read.ok() ? seen : Seen {};
}

} // namespace

RunTime::RunTime(const Plant &plant, QObject *parent)
    : QObject(parent)
    , m_plant(plant)
{ }

void RunTime::setTags(const std::vector<TagId> &tags)
{
    m_onOff = {};
    m_counter = {};
    m_since.reset();
    m_first.reset();
    m_askedAt = {};
    for (const TagId tag : tags) {
        const TagInfo info = m_plant.tags->info(tag);
        const SampleFlags::Kind kind = m_plant.live->value(tag).sample.flags.kind();
        if (kind == SampleFlags::Kind::Boolean && tellsRunning(info))
            m_onOff = tag;
        else if (info.unit == "h" && kind != SampleFlags::Kind::Text && !m_counter.isValid())
            m_counter = tag;
    }
}

void RunTime::refresh(Timestamp now)
{
    if (m_onOff.isValid() && now - m_askedAt >= kAskAgain)
        ask(now);
}

void RunTime::ask(Timestamp now)
{
    const Timestamp from = m_first ? m_askedAt - kAskAgain : now - kLookBack;
    m_askedAt = now;
    ++m_waiting;
    auto seen = std::make_shared<Seen>();
    m_plant.history->run(
        [tag = m_onOff, from, now, seen](HistoryReader &reader, const CancelFlag &cancel) {
            *seen = seenIn(reader, tag, {from, now}, cancel);
        },
        this,
        [this, tag = m_onOff, seen] {
            --m_waiting;
            if (tag != m_onOff)
                return;
            if (seen->standing)
                m_since = seen->standing;
            if (!m_first)
                m_first = seen->first;
            Q_EMIT answered();
        });
}

QString RunTime::words(Timestamp now) const
{
    QStringList parts;
    const bool isRunning = m_onOff.isValid() && m_plant.live->value(m_onOff).sample.value != 0.0;
    if (isRunning && m_first)
        parts << (m_since ? ageText(now - *m_since)
                          : tr("more than %1").arg(ageText(now - *m_first)));
    else if (m_onOff.isValid() && !isRunning)
        parts << tr("stopped", "a machine");
    if (m_counter.isValid()) {
        const Sample sample = m_plant.live->value(m_counter).sample;
        if (sample.tag.isValid() && !sample.quality.isBad())
            parts << tr("%1 h in all").arg(numberText(sample.value, 0, QLocale()));
    }
    return m_onOff.isValid() ? parts.join(QStringLiteral(" · ")) : QString();
}

} // namespace telltale
