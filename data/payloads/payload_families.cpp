#include "data/payloads/payload_families.h"

#include "data/payloads/senml_decoder.h"
#include "data/payloads/shelly_gen1_decoder.h"
#include "data/payloads/shelly_gen2_decoder.h"
#include "data/payloads/tasmota_decoder.h"
#include "data/payloads/zigbee2mqtt_decoder.h"

#include <array>

namespace telltale {
namespace {

/// One line per family, in the order of payloads.md section 1, "Which family".
constexpr std::array kFamilies = {
    PayloadFamily {"shelly", ShellyGen1Decoder::mayTake, mayHoldAnything,
                   ShellyGen1Decoder::create},
    PayloadFamily {"shelly", ShellyGen2Decoder::mayTake, mayHoldAnything,
                   ShellyGen2Decoder::create},
    PayloadFamily {"zigbee2mqtt", Zigbee2MqttDecoder::mayTake, mayHoldAnything,
                   Zigbee2MqttDecoder::create},
    PayloadFamily {"tasmota", TasmotaDecoder::mayTake, mayHoldAnything, TasmotaDecoder::create},
    PayloadFamily {"senml", SenmlDecoder::mayTake, SenmlDecoder::mayHold, SenmlDecoder::create},
};

} // namespace

std::span<const PayloadFamily> payloadFamilies()
{
    return kFamilies;
}

std::vector<std::string> payloadFamilyNames()
{
    std::vector<std::string> names;
    for (const PayloadFamily &family : kFamilies) {
        if (names.empty() || names.back() != family.name) // lines of one name stand together
            names.emplace_back(family.name);
    }
    return names;
}

} // namespace telltale
