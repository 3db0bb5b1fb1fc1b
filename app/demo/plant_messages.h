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

/// The same as devices send it that had kept it for a while: instruments say the time, too.
std::vector<DemoMessage> keptMessages(const WaterPlant &plant, Timestamp then);

} // namespace telltale
