#include "data/payloads/shelly_gen2_decoder.h"

#include "data/payloads/decimal_seconds.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace telltale {
namespace {

constexpr std::string_view kStatus = "/status/";
constexpr std::string_view kNotifications = "/events/rpc";
constexpr std::string_view kOnline = "/online";
constexpr std::string_view kRequests = "/rpc";
constexpr std::string_view kCommand = "/command/";
constexpr std::string_view kSystem = "sys";

constexpr std::array<std::string_view, 14> kNoTelemetry
    = {"id",          "tF",           "mac",       "ts",
       "unixtime",    "last_sync_ts", "minute_ts", "available_updates",
       "utc_offset",  "cfg_rev",      "kvs_rev",   "schedule_rev",
       "webhook_rev", "btrelay_rev"};

/// By the name alone, or by what follows an underscore at its end.
constexpr std::array kUnits = {NamedUnit {"act_power", "W"},
                               NamedUnit {"apower", "W"},
                               NamedUnit {"aprt_power", "VA"},
                               NamedUnit {"voltage", "V"},
                               NamedUnit {"V", "V"},
                               NamedUnit {"current", "A"},
                               NamedUnit {"freq", "Hz"},
                               NamedUnit {"tC", "°C"},
                               NamedUnit {"rh", "%"},
                               NamedUnit {"percent", "%"},
                               NamedUnit {"lux", "lx"},
                               NamedUnit {"uptime", "s"},
                               NamedUnit {"total_act", "Wh"},
                               NamedUnit {"total_act_ret", "Wh"},
                               NamedUnit {"total_act_energy", "Wh"},
                               NamedUnit {"total_act_ret_energy", "Wh"}};

bool endsWithPart(std::string_view name, std::string_view part)
{
    return name == part || (name.ends_with(part) && name[name.size() - part.size() - 1] == '_');
}

std::string_view unitOf(const Member &member)
{
    const std::string_view name = member.name();
    const std::string_view parent = member.parent();
    if (name == "total" && (parent == "aenergy" || parent == "ret_aenergy"))
        return "Wh";
    if (name == "by_minute")
        return "mWh";
    if (name.starts_with("ram_") || name.starts_with("fs_"))
        return "B";
    const auto known = std::find_if(kUnits.begin(), kUnits.end(), [&](const NamedUnit &unit) {
        return endsWithPart(name, unit.name);
    });
    return known == kUnits.end() ? std::string_view() : known->unit;
}

bool isOfShelly(std::string_view topic)
{
    return topic.starts_with("shelly");
}

/// `switch:0` with a member id of 0 tells a Shelly under any prefix.
bool isNumberedComponent(std::string_view component, const ValueTree &tree)
{
    const std::size_t colon = component.find(':');
    const TreeValue *id = findMember(tree, 0, "id");
    if (colon == std::string_view::npos || colon == 0 || !id)
        return false;
    unsigned number = 0;
    const char *const end = component.data() + component.size();
    const auto read = std::from_chars(component.data() + colon + 1, end, number);
    return read.ec == std::errc() && read.ptr == end && id->kind == TreeValue::Kind::Number
        && id->number == static_cast<double>(number);
}

std::optional<Timestamp> secondsOf(const TreeValue *value)
{
    const auto seconds = value ? DecimalSeconds::of(*value) : std::nullopt;
    return seconds ? std::optional(Timestamp(seconds->rounded())) : std::nullopt;
}

} // namespace

bool ShellyGen2Decoder::mayTake(std::string_view topic)
{
    if (topic.find(kStatus) != std::string_view::npos)
        return true;
    return isOfShelly(topic)
        && (topic.ends_with(kNotifications) || topic.ends_with(kOnline)
            || topic.ends_with(kRequests) || topic.find(kCommand) != std::string_view::npos);
}

Decoder::Verdict ShellyGen2Decoder::decode(const RawMessage &message, Decoded &out)
{
    const std::string_view topic = message.topic;
    const std::size_t status = topic.find(kStatus);
    const std::string_view suffix = topic.ends_with(kNotifications) ? kNotifications : kOnline;
    const bool isCommand = topic.find(kCommand) != std::string_view::npos
        || (topic.ends_with(kRequests) && !topic.ends_with(kNotifications));
    if (status != std::string_view::npos) {
        m_prefix = topic.substr(0, status);
        return decodeStatus(message, topic.substr(status + kStatus.size()), out);
    }
    if (isCommand) {
        const std::size_t end = std::min(topic.find(kCommand), topic.rfind('/'));
        addEvent(out, DecodedEvent::Kind::Command, topic.substr(0, end));
        return Verdict::Decoded;
    }
    m_prefix = topic.substr(0, topic.size() - suffix.size());
    if (message.payload.empty())
        addEvent(out, DecodedEvent::Kind::Metadata, m_prefix, "cleared");
    else if (suffix == kNotifications)
        return decodeNotification(message, out);
    else
        addEvent(out,
                 message.payload == "true" ? DecodedEvent::Kind::Online
                                           : DecodedEvent::Kind::Offline,
                 m_prefix);
    return Verdict::Decoded;
}

Decoder::Verdict ShellyGen2Decoder::decodeStatus(const RawMessage &message,
                                                 std::string_view component, Decoded &out)
{
    const bool isNamed = isOfShelly(message.topic);
    if (!isNamed && !message.payload.starts_with('{'))
        return Verdict::NotMine;
    if (message.payload.empty()) {
        addEvent(out, DecodedEvent::Kind::Metadata, m_prefix, "cleared");
        return Verdict::Decoded;
    }
    if (!isNamed) {
        const GenericReading reading = readGeneric(message.payload, m_tree);
        if (reading.problem || !isNumberedComponent(component, m_tree))
            return Verdict::NotMine;
    }
    if (!readFamilyPayload(message, m_prefix, m_tree, out))
        return Verdict::Decoded;
    const bool isSystem = component == kSystem;
    const auto stated = isSystem ? secondsOf(findMember(m_tree, 0, "unixtime")) : std::nullopt;
    decodeComponent(0, component, sampleTime(stated, message.arrival), out);
    return Verdict::Decoded;
}

Decoder::Verdict ShellyGen2Decoder::decodeNotification(const RawMessage &message, Decoded &out)
{
    if (!readFamilyPayload(message, m_prefix, m_tree, out))
        return Verdict::Decoded;
    const TreeValue *method = findMember(m_tree, 0, "method");
    const TreeValue *params = findMember(m_tree, 0, "params");
    if (!method || !params)
        return Verdict::NotMine;
    if (method->text == "NotifyStatus" || method->text == "NotifyFullStatus")
        decodeParams(message, indexIn(m_tree, *params), out);
    else if (method->text == "NotifyEvent")
        decodeNotifiedEvents(message, indexIn(m_tree, *params), out);
    else
        addEvent(out, DecodedEvent::Kind::Metadata, m_prefix, method->text);
    return Verdict::Decoded;
}

void ShellyGen2Decoder::decodeParams(const RawMessage &message, std::uint32_t params, Decoded &out)
{
    const std::vector<TreeValue> &values = m_tree.values;
    const SampleTime time
        = sampleTime(secondsOf(findMember(m_tree, params, "ts")), message.arrival);
    for (std::uint32_t i = params + 1; i < values[params].end; i = values[i].end) {
        if (values[i].kind == TreeValue::Kind::Object && !values[i].isReplaced)
            decodeComponent(i, values[i].name, time, out);
    }
}

void ShellyGen2Decoder::decodeNotifiedEvents(const RawMessage &message, std::uint32_t params,
                                             Decoded &out)
{
    const TreeValue *events = findMember(m_tree, params, "events");
    if (!events || events->kind != TreeValue::Kind::Array)
        return;
    const std::uint32_t array = indexIn(m_tree, *events);
    for (std::uint32_t i = array + 1; i < events->end; i = m_tree.values[i].end) {
        const TreeValue *component = findMember(m_tree, i, "component");
        const TreeValue *event = findMember(m_tree, i, "event");
        if (!component || !event || event->kind != TreeValue::Kind::Text)
            continue;
        const SampleTime time = sampleTime(secondsOf(findMember(m_tree, i, "ts")), message.arrival);
        out.samples.push_back(
            familySample(*event, pathBelow(m_prefix, component->text) + "/event", time, {}, false));
    }
}

void ShellyGen2Decoder::decodeComponent(std::uint32_t object, std::string_view component,
                                        const SampleTime &time, Decoded &out)
{
    const bool isSystem = component == kSystem;
    const auto enter = [&](const TreeValue &member, std::uint32_t, std::string &) {
        return std::find(kNoTelemetry.begin(), kNoTelemetry.end(), member.name)
            == kNoTelemetry.end()
            && !(isSystem && member.name == "time");
    };
    const auto take = [&](const Member &member) {
        out.samples.push_back(familySample(member.value, member.path, time, unitOf(member), false));
    };
    MemberWalk(m_tree, enter, take).walk(object, m_prefix + '/' + std::string(component));
}

} // namespace telltale
