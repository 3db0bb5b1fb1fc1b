#pragma once

#include "data/alarms/signing_key.h"

#include <functional>
#include <optional>
#include <string>

namespace telltale {

/// Where secrets are kept outside of the data folder. Called on a thread that may wait.
struct JournalKeyDoor
{
    std::function<Result<std::string>()> find; ///< an empty text: none is kept
    std::function<Outcome(const std::string &secret)> keep;
};

/// The key that signs the heads of the journal in `folder`: the one of its newest head, or the one
/// the door has; where no head was ever signed a new one, which the door keeps, or else the file
/// `alarms-heads.key` of `folder`, readable by its owner only. Where heads were signed none is
/// made, and another one of the file signs only if the door has none: a second key looks as if
/// somebody else signed. Errors NotFound: heads were signed, and nobody has a key; of a door that
/// cannot be asked; NotPermitted, Malformed: the file; DiskError, DiskFull.
Result<SigningKey> takeSigningKey(const std::string &folder, const JournalKeyDoor &door,
                                  const std::optional<PublicKey> &newest);

} // namespace telltale
