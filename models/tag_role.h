#pragma once

#include "data/telemetry/tag.h"

namespace telltale {

/// What a tag is to a machine, in the order people look at it. Told by its unit, a level by its
/// name, for percent may be anything.
enum class TagRole { Level, Flow, Pressure, Power, Speed, Temperature, Vibration, Other };

TagRole roleOf(const TagInfo &tag);

} // namespace telltale
