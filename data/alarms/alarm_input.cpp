#include "data/alarms/alarm_input.h"

#include <cmath>

namespace telltale {

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
