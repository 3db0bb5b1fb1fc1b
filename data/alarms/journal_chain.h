#pragma once

#include "data/alarms/alarm_types.h"

#include <array>
#include <span>

namespace telltale {

/// SHA-256 of an entry of the alarm journal together with the hash before it: a changed, deleted or
/// moved entry breaks the chain from there on.
using JournalHash = std::array<std::uint8_t, 32>;

/// An end of the chain: the number of its last entry and the hash up to there; zeros: no entry.
struct JournalPoint
{
    std::uint64_t sequence = 0;
    JournalHash hash {};
    bool operator==(const JournalPoint &) const = default;
};

/// hash(previous || canonical entry). Canonical: sequence, times, texts, numbers and marks in the
/// order of journal_chain.cpp; numbers as eight bytes little endian, texts with their length before
/// them, optional values after a word that says whether they are there.
JournalHash chainHash(const JournalHash &previous, const AlarmJournalEntry &entry);

} // namespace telltale
