#include "data/payloads/payload_families.h"

#include "data/payloads/tasmota_decoder.h"
#include "data/payloads/zigbee2mqtt_decoder.h"

#include <array>

namespace telltale {
namespace {

/// One line per family, in the order of payloads.md section 1, "Which family".
constexpr std::array kFamilies = {
    PayloadFamily {"zigbee2mqtt", Zigbee2MqttDecoder::mayTake, Zigbee2MqttDecoder::create},
    PayloadFamily {"tasmota", TasmotaDecoder::mayTake, TasmotaDecoder::create},
};

} // namespace

std::span<const PayloadFamily> payloadFamilies()
{
    return kFamilies;
}

} // namespace telltale
