#pragma once

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/tag.h"
#include "data/workspace/workspace.h"

#include <string>
#include <vector>

namespace telltale {

/// The rules that come with the demo plant and this computer; complete, none is a draft.
std::vector<AlarmRule> demoRules();

/// What is known of the demo plant's tags: names (in the language of the program, as the titles of
/// its rules and tiles are), units, normal ranges, decimals.
std::vector<TagInfo> demoTags();

/// What is known of this computer's tags; `host` and `cores` as HostReadings tells them.
std::vector<TagInfo> hostTags(const std::string &host, int cores);

/// The page file of the demo's overview: ten tiles.
std::string demoOverview();

/// What the connection to the demo plant is called, in the language of the program.
std::string demoConnectionName();

} // namespace telltale
