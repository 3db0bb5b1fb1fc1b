#pragma once

#ifndef Q_MOC_RUN // the moc of Qt 6.4 cannot parse <concepts>, which this brings
#include <compare>
#endif
#include <cstdint>

namespace telltale {

/// A place in the raw journal: bytes written before it since the journal began. Grows for ever.
struct JournalPosition
{
    std::uint64_t offset = 0;
    auto operator<=>(const JournalPosition &) const = default;
};

} // namespace telltale
