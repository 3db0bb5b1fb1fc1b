#include "data/alarms/alarm_input.h"

#include <cmath>

namespace telltale {

AlarmSample alarmSampleOf(AlarmTime time, double value, Quality quality, SampleFlags flags,
                          const SideValue *side)
{
    AlarmSample sample;
    sample.time = time;
    sample.value = value;
    sample.quality = quality.status();
    sample.isRepeat = flags.has(SampleFlags::kRetained) && flags.has(SampleFlags::kNoSourceTime);
    if (flags.kind() == SampleFlags::Kind::Boolean)
        sample.type = AlarmSample::Type::Boolean;
    if (flags.kind() != SampleFlags::Kind::Text)
        return sample;
    sample.type = AlarmSample::Type::Text;
    if (const auto *text = side ? std::get_if<std::string>(side) : nullptr)
        sample.text = *text;
    return sample;
}

void AlarmInput::take(const AlarmSample &sample, AlarmTime te)
{
    newest = te;
    value = sample.value;
    text = sample.text;
    type = sample.type;
    quality = sample.quality;
    isUnsaved = true;
    if (isBadNumber())
        return;
    goodNumber = value;
    hasGoodNumber = true;
}

bool AlarmInput::isBad() const
{
    return quality == Quality::Status::Bad
        || (type == AlarmSample::Type::Number && !std::isfinite(value));
}

} // namespace telltale
