#pragma once

#include "data/payloads/decoder.h"
#include "data/payloads/value_tree.h"

#include <memory>
#include <string>

namespace telltale {

/// Tasmota (payloads.md section 3): `tele|stat|cmnd` before or behind the device, WHAT in capitals.
/// Thread  one.
class TasmotaDecoder final : public Decoder
{
public:
    static bool mayTake(std::string_view topic);
    static std::unique_ptr<Decoder> create(const DecoderOptions &)
    {
        return std::make_unique<TasmotaDecoder>();
    }

    Verdict decode(const RawMessage &message, Decoded &out) override;

private:
    void decodeStatus(const RawMessage &message, std::string_view what, Decoded &out);
    void decodePlain(const RawMessage &message, std::string_view what, Decoded &out);
    void decodeObject(const RawMessage &message, std::uint32_t object, Decoded &out);
    void decodeTuya(const TreeValue &received, const RawMessage &message, Decoded &out);

    std::string m_device; ///< of the message being decoded
    ValueTree m_tree;
};

} // namespace telltale
