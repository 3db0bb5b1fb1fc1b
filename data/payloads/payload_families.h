#pragma once

#include "data/payloads/decoder.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace telltale {

/// A payload family that knows more than the default mapping (payloads.md sections 2-14).
struct PayloadFamily
{
    const char *name;
    /// Whether messages of this topic are offered to it; asked once per topic, then remembered.
    bool (*mayTake)(std::string_view topic);
    /// Whether a payload may be of it, by a glance at its first byte; asked for each message.
    bool (*mayHold)(std::string_view payload);
    std::unique_ptr<Decoder> (*create)(const DecoderOptions &options);
};

/// Of families whose messages may hold anything.
inline bool mayHoldAnything(std::string_view)
{
    return true;
}

/// All of them, in the order in which they are tried: those told by the topic, then those told by
/// the content. What none takes is JSON, a bare value, CBOR or MessagePack.
std::span<const PayloadFamily> payloadFamilies();
/// Their names, each once: what DecoderOptions::families may hold.
std::vector<std::string> payloadFamilyNames();

} // namespace telltale
