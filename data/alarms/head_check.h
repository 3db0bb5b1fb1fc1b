#pragma once

#include "data/alarms/journal_heads.h"
#include "data/telemetry/cancel_flag.h"

#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What the signed heads of a data folder say of its alarm journal.
struct HeadCheck
{
    struct Fault
    {
        std::string file; ///< path
        std::string what; ///< English, one line; of the journal it names the first bad entry
        bool isOfOrigin = false; ///< another key or alarms.db: nothing says that bytes are bad
    };
    std::vector<Fault> faults;
    std::size_t heads = 0; ///< that hold
    std::optional<SignedHead> newest; ///< of those

    /// What to say where there is room for one: what is bad goes before whose it is. Empty:
    /// nothing.
    std::string gravest() const;
};

/// Holds each head against its signature and against the entry it was signed at. The chain between
/// them is another matter: see ChainWalk. Changes nothing; whoever writes may go on: of a journal
/// that did after it ended with `last`, what came then is not looked at.
/// Errors  DiskError and others: something cannot be read; Cancelled.
Result<HeadCheck> checkHeads(const std::string &folder, const CancelFlag *cancel = nullptr,
                             std::optional<std::uint64_t> last = std::nullopt);

/// The first fault of the chain or the gravest of the heads, in words; empty: the journal is as it
/// was written. What cannot be read is a fault. Errors  Cancelled.
Result<std::string> journalFault(const std::string &folder, const CancelFlag *cancel = nullptr);

} // namespace telltale
