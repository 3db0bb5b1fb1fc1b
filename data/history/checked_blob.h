#pragma once

#include "data/history/byte_stream.h"
#include "data/telemetry/result.h"

#include <initializer_list>

namespace telltale {

/// Every blob of history begins with the CRC-32C of all that follows and the version of its form.
void beginBlob(ByteWriter &out, std::uint8_t version);
/// Once everything is written.
void sealBlob(ByteWriter &out);

/// The version; the content follows. `what` names the blob in errors.
/// Errors  Damaged: the checksum does not hold; Unsupported: none of the `known` versions.
Result<std::uint8_t> openBlob(ByteReader &in, const char *what,
                              std::initializer_list<std::uint8_t> known);
/// Of a blob whose checksum holds, but whose content cannot be.
Error brokenBlob(const char *what);

} // namespace telltale
