#pragma once

#include "data/telemetry/cancel_flag.h"
#include "data/telemetry/result.h"

namespace telltale {

class AlarmReader;
class TagRegistry;
class Workspace;
struct ReportData;

/// The alarms of the period of a report, and their key figures: of its asset, if it has one.
/// Thread  that of the reader.
/// Errors  of the reader; Cancelled.
Outcome gatherAlarms(ReportData &data, AlarmReader &alarms, const TagRegistry &tags,
                     const Workspace &workspace, const CancelFlag &cancel);

} // namespace telltale
