#pragma once

#include <atomic>

namespace telltale {

/// Shared by a query and whoever may want it stopped.
/// Thread  any.
class CancelFlag
{
public:
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled = false;
};

} // namespace telltale
