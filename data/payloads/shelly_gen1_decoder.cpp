#include "data/payloads/shelly_gen1_decoder.h"

#include "data/payloads/family_tools.h"

#include <array>

namespace telltale {
namespace {

constexpr std::string_view kBase = "shellies/";
constexpr std::string_view kCommand = "command";
constexpr std::string_view kFahrenheit = "temperature_f"; ///< the same reading again

constexpr std::array kUnits = {
    NamedUnit {"temperature", "°C"},    NamedUnit {"humidity", "%"}, NamedUnit {"battery", "%"},
    NamedUnit {"brightness", "%"},      NamedUnit {"power", "W"},    NamedUnit {"energy", "W·min"},
    NamedUnit {"voltage", "V"},         NamedUnit {"current", "A"},  NamedUnit {"total", "Wh"},
    NamedUnit {"total_returned", "Wh"}, NamedUnit {"lux", "lx"},     NamedUnit {"tilt", "°"}};

/// The id a description gives, else the one of the topic.
std::string_view describedId(const ValueTree &tree, std::string_view id)
{
    const TreeValue *member = findMember(tree, 0, "id");
    return member && member->kind == TreeValue::Kind::Text ? member->text : id;
}

} // namespace

Decoder::Verdict ShellyGen1Decoder::decode(const RawMessage &message, Decoded &out)
{
    const std::string_view path = message.topic.substr(kBase.size());
    const std::string_view id = path.substr(0, path.find('/'));
    const std::string_view rest = path.substr(std::min(path.size(), id.size() + 1));
    if (message.payload.empty())
        addEvent(out, DecodedEvent::Kind::Metadata, id, "cleared");
    else if (lastLevel(path) == kCommand)
        addEvent(out, DecodedEvent::Kind::Command, id,
                 std::string(rest.substr(0, rest.rfind('/'))) + '=' + std::string(message.payload));
    else if (!readFamilyPayload(message, id, m_tree, out))
        return Verdict::Decoded;
    else if (path == "announce" || rest == "announce" || rest == "info")
        addEvent(out, DecodedEvent::Kind::Metadata, describedId(m_tree, id), lastLevel(path));
    else if (rest == "online")
        addEvent(out,
                 message.payload == "true" ? DecodedEvent::Kind::Online
                                           : DecodedEvent::Kind::Offline,
                 id);
    else
        decodeSamples(message, path, out);
    return Verdict::Decoded;
}

void ShellyGen1Decoder::decodeSamples(const RawMessage &message, std::string_view path,
                                      Decoded &out)
{
    TreeValue &value = m_tree.values[0];
    if (value.kind == TreeValue::Kind::Text && (value.text == "on" || value.text == "off")) {
        value.number = value.text == "on" ? 1.0 : 0.0;
        value.kind = TreeValue::Kind::Boolean;
    }
    const SampleTime time = sampleTime(std::nullopt, message.arrival);
    const auto enter = [](const TreeValue &member, std::uint32_t, std::string &) {
        return member.name != kFahrenheit;
    };
    const auto take = [&](const Member &member) {
        const std::string_view name = member.names.empty() ? lastLevel(path) : member.name();
        if (name != kFahrenheit)
            out.samples.push_back(
                familySample(member.value, member.path, time, unitNamed(kUnits, name), false));
    };
    MemberWalk(m_tree, enter, take).walk(0, std::string(path));
}

} // namespace telltale
