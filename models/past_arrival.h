#pragma once

#include "data/telemetry/live_values.h"

namespace telltale {

/// Tells a tag whose past is arriving - its device sends what it had kept, faster than it was
/// measured - from one that is merely late, as with a wrong clock.
/// Thread  one; look() at each frame or so.
class PastArrival
{
public:
    void look(const LiveValues::Value &value, Timestamp now);
    bool isUnderWay() const { return m_isUnderWay; }

private:
    Timestamp m_time {}; ///< of the newest sample at the last look
    Timestamp m_arrival {};
    bool m_isFast = false; ///< measured time passes faster than the clock
    bool m_isUnderWay = false;
};

} // namespace telltale
