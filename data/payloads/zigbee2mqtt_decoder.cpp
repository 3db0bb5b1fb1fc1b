#include "data/payloads/zigbee2mqtt_decoder.h"

#include "data/payloads/family_tools.h"
#include "data/payloads/time_text.h"

#include <array>
#include <cmath>

namespace telltale {
namespace {

constexpr std::string_view kBase = "zigbee2mqtt/";
constexpr std::string_view kBridge = "zigbee2mqtt/bridge";
constexpr std::string_view kBridgePart = "bridge/";
constexpr std::string_view kAvailability = "/availability";

constexpr std::array kUnits = {NamedUnit {"temperature", "°C"},
                               NamedUnit {"device_temperature", "°C"},
                               NamedUnit {"local_temperature", "°C"},
                               NamedUnit {"humidity", "%"},
                               NamedUnit {"battery", "%"},
                               NamedUnit {"soil_moisture", "%"},
                               NamedUnit {"pressure", "hPa"},
                               NamedUnit {"illuminance", "lx"},
                               NamedUnit {"power", "W"},
                               NamedUnit {"energy", "kWh"},
                               NamedUnit {"current", "A"},
                               NamedUnit {"color_temp", "mired"},
                               NamedUnit {"co2", "ppm"},
                               NamedUnit {"voc", "ppb"},
                               NamedUnit {"pm25", "µg/m³"}};

/// Battery devices state their voltage in millivolts, mains devices in volts.
std::string_view unitOf(std::string_view name, bool hasBattery)
{
    if (name == "voltage")
        return hasBattery ? "mV" : "V";
    return unitNamed(kUnits, name);
}

/// `last_seen`: ISO 8601 or milliseconds.
std::optional<Timestamp> lastSeen(const ValueTree &tree)
{
    const TreeValue *member = findMember(tree, 0, "last_seen");
    if (!member)
        return std::nullopt;
    if (member->kind == TreeValue::Kind::Text)
        return readIsoTime(member->text);
    constexpr double kFarthestMilliseconds = 9e15;
    if (member->kind != TreeValue::Kind::Number || std::abs(member->number) > kFarthestMilliseconds)
        return std::nullopt;
    return timestampFromMicroseconds(std::llround(member->number * 1e3));
}

/// "online", or an object whose state says it.
bool saysOnline(const ValueTree &tree)
{
    const TreeValue *state = findMember(tree, 0, "state");
    return (state ? *state : tree.values[0]).text == "online";
}

} // namespace

Decoder::Verdict Zigbee2MqttDecoder::decode(const RawMessage &message, Decoded &out)
{
    const std::string_view name = message.topic.substr(kBase.size());
    const std::string_view suffix = lastLevel(name);
    if (name.starts_with(kBridgePart))
        decodeBridge(message, name.substr(kBridgePart.size()), out);
    else if (name.ends_with(kAvailability))
        decodeAvailability(message, name.substr(0, name.size() - kAvailability.size()), out);
    else if (name.size() > suffix.size() && (suffix == "set" || suffix == "get"))
        addEvent(out, DecodedEvent::Kind::Command, name.substr(0, name.size() - suffix.size() - 1),
                 suffix);
    else
        decodeDevice(message, name, out);
    return Verdict::Decoded;
}

void Zigbee2MqttDecoder::decodeBridge(const RawMessage &message, std::string_view rest,
                                      Decoded &out)
{
    constexpr std::string_view kRequest = "request/";
    if (rest == "state")
        return decodeAvailability(message, kBridge, out);
    if (message.payload.empty())
        return addEvent(out, DecodedEvent::Kind::Metadata, kBridge, "cleared");
    if (rest.starts_with(kRequest))
        return addEvent(out, DecodedEvent::Kind::Command, kBridge, rest.substr(kRequest.size()));
    // Descriptions may be larger than any reading: only broken ones are refused.
    const GenericReading reading = readGeneric(message.payload, m_tree);
    if (reading.problem.kind == ReadProblem::Kind::Malformed)
        return addEvent(out, DecodedEvent::Kind::Error, kBridge, "malformed");
    addEvent(out, DecodedEvent::Kind::Metadata, kBridge, rest);
}

void Zigbee2MqttDecoder::decodeAvailability(const RawMessage &message, std::string_view asset,
                                            Decoded &out)
{
    if (message.payload.empty())
        return addEvent(out, DecodedEvent::Kind::Metadata, asset, "cleared");
    if (!readFamilyPayload(message, asset, m_tree, out))
        return;
    addEvent(out, saysOnline(m_tree) ? DecodedEvent::Kind::Online : DecodedEvent::Kind::Offline,
             asset);
}

void Zigbee2MqttDecoder::decodeDevice(const RawMessage &message, std::string_view name,
                                      Decoded &out)
{
    if (message.payload.empty())
        return addEvent(out, DecodedEvent::Kind::Metadata, name, "cleared");
    if (!readFamilyPayload(message, name, m_tree, out))
        return;
    const SampleTime time = sampleTime(lastSeen(m_tree), message.arrival);
    const bool hasBattery = findMember(m_tree, 0, "battery") != nullptr;
    const auto enter = [](const TreeValue &member, std::uint32_t, std::string &) {
        return member.name != "last_seen" && member.name != "device";
    };
    const auto take = [&](const Member &member) {
        const std::string_view own = member.names.empty() ? lastLevel(name) : member.name();
        out.samples.push_back(familySample(member.value, member.path, time, unitOf(own, hasBattery),
                                           own != "action"));
    };
    MemberWalk(m_tree, enter, take).walk(0, std::string(name));
}

} // namespace telltale
