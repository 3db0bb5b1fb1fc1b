#pragma once

#include "data/payloads/value_tree.h"
#include "data/telemetry/sample.h"

namespace telltale {

/// What a scalar of a payload is as a sample. Texts stay where they are: no copy is made here.
struct SampleValue
{
    SampleFlags::Kind kind = SampleFlags::Kind::Number;
    Quality quality;
    double number = 0.0;
    bool hasValue = true; ///< false: bad without a value, creates no tag
};

/// Null, Nothing and containers are no samples: not for them.
SampleValue sampleValue(const TreeValue &value);

/// The exact integer or the text, where SampleValue::kind says that there is one.
SideValue sideValue(const TreeValue &value);

} // namespace telltale
