#pragma once

#include "data/telemetry/timestamp.h"

#include <cstdint>
#include <optional>

namespace telltale {

class StatusBoard;

/// When to ask history for what has just come: not before it is stored, which takes longer the more
/// came at once.
/// Thread  one.
class HistoryWait
{
public:
    /// Something came.
    void begin(Timestamp now);
    /// True once, when all that had come is stored; after a minute in any case.
    bool isOver(const StatusBoard &status, Timestamp now);
    void end() { *this = {}; }

private:
    std::optional<Timestamp> m_lookAt;
    std::optional<std::uint64_t> m_decoded; ///< messages whose samples are waited for
    Timestamp m_endAt {};
};

} // namespace telltale
