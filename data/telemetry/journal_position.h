#pragma once

#include <compare>
#include <cstdint>

namespace telltale {

/// A place in the raw journal: bytes written before it since the journal began. Grows for ever.
struct JournalPosition
{
    std::uint64_t offset = 0;
    auto operator<=>(const JournalPosition &) const = default;
};

} // namespace telltale
