#pragma once

#include "data/telemetry/result.h"

namespace telltale {

/// Why a broker ended or refused something, in words: MQTT 5 reason codes from 0x80 on.
Error describeReason(int reasonCode);

/// Why a broker refused a 3.1.1 connection: return codes 1 to 5.
Error describeReturnCode(int returnCode);

} // namespace telltale
