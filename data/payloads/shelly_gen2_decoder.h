#pragma once

#include "data/payloads/decoder.h"
#include "data/payloads/family_tools.h"
#include "data/payloads/value_tree.h"

#include <memory>
#include <string>

namespace telltale {

/// Shelly devices of the second generation and later (payloads.md section 7): status and
/// notifications below a prefix that begins with `shelly` or is known by its components.
/// Thread  one.
class ShellyGen2Decoder final : public Decoder
{
public:
    static bool mayTake(std::string_view topic);
    static std::unique_ptr<Decoder> create(const DecoderOptions &)
    {
        return std::make_unique<ShellyGen2Decoder>();
    }

    Verdict decode(const RawMessage &message, Decoded &out) override;

private:
    Verdict decodeStatus(const RawMessage &message, std::string_view component, Decoded &out);
    Verdict decodeNotification(const RawMessage &message, Decoded &out);
    void decodeParams(const RawMessage &message, std::uint32_t params, Decoded &out);
    void decodeNotifiedEvents(const RawMessage &message, std::uint32_t params, Decoded &out);
    void decodeComponent(std::uint32_t object, std::string_view component, const SampleTime &time,
                         Decoded &out);

    std::string m_prefix; ///< of the message being decoded
    ValueTree m_tree;
};

} // namespace telltale
