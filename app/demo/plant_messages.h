#pragma once

#include "app/demo/demo_message.h"
#include "app/demo/water_plant.h"
#include "data/telemetry/sample.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What the plant's devices publish at the moment `now`: machines one JSON object each, instruments
/// one bare value per tag; topics are `Northfield/<area>/<asset>[/<tag>]`. A silent sensor is
/// missing.
/// Shape   one entry per device or instrument, always in the same order.
/// Unit    as demoTags() says.
std::vector<DemoMessage> plantMessages(const WaterPlant &plant, Timestamp now);

/// The same as devices send it that had kept it for a while: instruments say the time, too.
std::vector<DemoMessage> keptMessages(const WaterPlant &plant, Timestamp then);

/// The newest value of a tag that is known from an earlier run.
using LastOf = std::function<std::optional<Sample>(const std::string &tag)>;

/// Where the meters of a plant stand at `now` that went on since those values; what there is none
/// of stays open. A meter never runs backwards, not even past what was published after the last
/// value that is known.
WaterPlant::Counters countersAfter(const LastOf &lastOf, Timestamp now);

} // namespace telltale
