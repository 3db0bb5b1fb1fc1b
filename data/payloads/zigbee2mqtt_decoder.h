#pragma once

#include "data/payloads/decoder.h"
#include "data/payloads/value_tree.h"

#include <memory>

namespace telltale {

/// Zigbee2MQTT (payloads.md section 4): `zigbee2mqtt/<friendly name>` and its bridge.
/// Thread  one.
class Zigbee2MqttDecoder final : public Decoder
{
public:
    static bool mayTake(std::string_view topic) { return topic.starts_with("zigbee2mqtt/"); }
    static std::unique_ptr<Decoder> create(const DecoderOptions &)
    {
        return std::make_unique<Zigbee2MqttDecoder>();
    }

    Verdict decode(const RawMessage &message, Decoded &out) override;

private:
    void decodeBridge(const RawMessage &message, std::string_view rest, Decoded &out);
    void decodeAvailability(const RawMessage &message, std::string_view asset, Decoded &out);
    void decodeDevice(const RawMessage &message, std::string_view name, Decoded &out);

    ValueTree m_tree;
};

} // namespace telltale
