#pragma once

#include "app/demo/demo_message.h"
#include "app/demo/water_plant.h"

#include <vector>

namespace telltale {

/// What the plant's devices publish at the moment `now`: machines one JSON object each, instruments
/// one bare value per tag; topics are `Northfield/<area>/<asset>[/<tag>]`. A silent sensor is
/// missing. Shape   one entry per device or instrument, always in the same order. Unit    as
/// demoTags() says.
std::vector<DemoMessage> plantMessages(const WaterPlant &plant, Timestamp now);

} // namespace telltale
