#pragma once

#include "data/telemetry/timestamp.h"

namespace telltale {

/// Where the program gets its time from; tests hand in their own.
/// Thread  any.
/// Unit    now() is UTC wall clock; steady() never steps and has an arbitrary origin.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
    virtual std::chrono::microseconds steady() const = 0;

    /// The clock of this computer.
    static const Clock &system();
};

/// A clock that stands until it is moved. Not for use from two threads.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Timestamp start)
        : m_now(start)
        , m_steady(start.time_since_epoch())
    { }
    Timestamp now() const override { return m_now; }
    std::chrono::microseconds steady() const override { return m_steady; }
    void advance(std::chrono::microseconds by)
    {
        m_now += by;
        m_steady += by;
    }
    /// The wall clock alone, as a person sets it.
    void set(Timestamp now) { m_now = now; }

private:
    Timestamp m_now;
    std::chrono::microseconds m_steady;
};

} // namespace telltale
