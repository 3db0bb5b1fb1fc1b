#pragma once

#include "data/payloads/decoder.h"
#include "data/payloads/value_tree.h"

#include <memory>

namespace telltale {

/// Shelly devices of the first generation (payloads.md section 7): `shellies/<id>/<rest>`.
/// Thread  one.
class ShellyGen1Decoder final : public Decoder
{
public:
    static bool mayTake(std::string_view topic) { return topic.starts_with("shellies/"); }
    static std::unique_ptr<Decoder> create(const DecoderOptions &)
    {
        return std::make_unique<ShellyGen1Decoder>();
    }

    Verdict decode(const RawMessage &message, Decoded &out) override;

private:
    void decodeSamples(const RawMessage &message, std::string_view path, Decoded &out);

    ValueTree m_tree;
};

} // namespace telltale
