#include "data/telemetry/clock.h"

namespace telltale {
namespace {

class SystemClock final : public Clock
{
public:
    Timestamp now() const override
    {
        return std::chrono::time_point_cast<std::chrono::microseconds>(
            std::chrono::system_clock::now());
    }
    std::chrono::microseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

} // namespace

const Clock &Clock::system()
{
    static const SystemClock clock;
    return clock;
}

} // namespace telltale
