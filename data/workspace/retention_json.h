#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/retention_policy.h"

#include <string_view>

namespace telltale {

/// `retention.json`: {"version": 1, "raw_days": 365, "days": 3650, "gigabytes": 50,
///                    "tags": [{"pattern": "plant/**", "days": 30, "gigabytes": 2}]}; every member
/// may be absent, but a pattern has days, raw_days or gigabytes. raw_days are fewer than days.
/// `policy` is replaced only if the whole text is right.
/// Errors  Malformed with line and reason; NewerVersion for a higher `version` than 1.
Outcome readRetention(std::string_view text, RetentionPolicy &policy);

} // namespace telltale
