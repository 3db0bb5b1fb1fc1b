#include "data/payloads/tasmota_decoder.h"

#include "data/payloads/family_tools.h"
#include "data/payloads/tasmota_units.h"
#include "data/payloads/time_text.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace telltale {
namespace {

constexpr std::array<std::string_view, 13> kNoTelemetry
    = {"Time",   "Epoch", "TempUnit", "PressureUnit", "SpeedUnit", "TotalStartTime", "Id",
       "Device", "Name",  "Endpoint", "Group",        "SSId",      "BSSId"};

constexpr double kMaxTuyaPoint = 255.0; ///< data points have a byte

bool isPrefix(std::string_view level)
{
    return level == "tele" || level == "stat" || level == "cmnd";
}

bool isWhat(std::string_view level)
{
    return !level.empty() && std::all_of(level.begin(), level.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// A topic taken apart; empty prefix: not of Tasmota.
struct TasmotaTopic
{
    std::string_view prefix;
    std::string device;
    std::string_view what;
};

TasmotaTopic takeApart(std::string_view topic)
{
    const std::vector<std::string_view> levels = levelsOf(topic);
    const std::span<const std::string_view> all(levels);
    if (all.size() < 3 || !isWhat(all.back()))
        return {};
    if (isPrefix(all.front()))
        return {all.front(), joinLevels(all.subspan(1, all.size() - 2)), all.back()};
    if (isPrefix(all[all.size() - 2]))
        return {all[all.size() - 2], joinLevels(all.first(all.size() - 2)), all.back()};
    return {};
}

/// `INFO1`, `STATUS8`: a word and a number or nothing.
bool isNumbered(std::string_view what, std::string_view word)
{
    return what.starts_with(word)
        && what.find_first_not_of("0123456789", word.size()) == std::string_view::npos;
}

/// `<days>T<hh>:<mm>:<ss>` as seconds.
std::optional<double> durationOf(std::string_view text)
{
    const std::size_t mark = text.find('T');
    if (mark == 0 || mark == std::string_view::npos || text.size() != mark + 9
        || text[mark + 3] != ':' || text[mark + 6] != ':')
        return std::nullopt;
    const auto number = [](std::string_view digits, std::uint64_t &value) {
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    };
    std::uint64_t days = 0;
    std::uint64_t hours = 0;
    std::uint64_t minutes = 0;
    std::uint64_t seconds = 0;
    if (!number(text.substr(0, mark), days) || !number(text.substr(mark + 1, 2), hours)
        || !number(text.substr(mark + 4, 2), minutes) || !number(text.substr(mark + 7, 2), seconds)
        || hours > 23 || minutes > 59 || seconds > 59)
        return std::nullopt;
    return static_cast<double>(days) * 86'400.0
        + static_cast<double>(hours * 3'600U + minutes * 60U + seconds);
}

SampleTime timeOf(const ValueTree &tree, std::uint32_t object, Timestamp arrival)
{
    const TreeValue *time = findMember(tree, object, "Time");
    const bool isText = time && time->kind == TreeValue::Kind::Text;
    return sampleTime(isText ? readIsoTime(time->text) : std::nullopt, arrival);
}

/// Bytes written as hexadecimal digits; nothing if they are not.
std::optional<std::string> bytesOf(std::string_view digits)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        unsigned byte = 0;
        const char *const end = digits.data() + i + 2;
        const auto read = std::from_chars(digits.data() + i, end, byte, 16);
        if (read.ec != std::errc() || read.ptr != end)
            return std::nullopt;
        bytes.push_back(static_cast<char>(byte));
    }
    return digits.size() % 2 == 0 ? std::optional(bytes) : std::nullopt;
}

/// A Tuya data point: boolean, signed, text, or unsigned for the other types.
std::optional<TreeValue> tuyaValue(double type, const std::string &bytes)
{
    TreeValue value;
    if (type == 3.0) {
        value.kind = TreeValue::Kind::Text;
        value.text = bytes;
        const bool isText = simdjson::validate_utf8(bytes.data(), bytes.size());
        return isText && bytes.size() <= kMaxTextBytes ? std::optional(value) : std::nullopt;
    }
    if (bytes.empty() || bytes.size() > 8)
        return std::nullopt;
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = (number << 8U) | static_cast<unsigned char>(byte);
    const auto unused = static_cast<unsigned>(64U - 8U * bytes.size());
    const auto wide = static_cast<std::int64_t>(number << unused) >> unused;
    if (type == 1.0) {
        value.kind = TreeValue::Kind::Boolean;
        value.number = number != 0 ? 1.0 : 0.0;
    } else if (type == 2.0 && wide < 0) {
        value.setInteger(true, 0U - static_cast<std::uint64_t>(wide));
    } else {
        value.setInteger(false, number);
    }
    return value;
}

} // namespace

bool TasmotaDecoder::mayTake(std::string_view topic)
{
    return !takeApart(topic).prefix.empty();
}

Decoder::Verdict TasmotaDecoder::decode(const RawMessage &message, Decoded &out)
{
    const TasmotaTopic topic = takeApart(message.topic);
    m_device = topic.device;
    if (message.payload.empty()) {
        addEvent(out, DecodedEvent::Kind::Metadata, m_device, "cleared");
    } else if (topic.prefix == "cmnd") {
        addEvent(out, DecodedEvent::Kind::Command, m_device,
                 std::string(topic.what) + '=' + std::string(message.payload));
    } else if (topic.what == "LWT") {
        const bool isOnline = message.payload == "Online";
        addEvent(out, isOnline ? DecodedEvent::Kind::Online : DecodedEvent::Kind::Offline,
                 m_device);
    } else if (readFamilyPayload(message, m_device, m_tree, out)) {
        if (isNumbered(topic.what, "INFO"))
            addEvent(out, DecodedEvent::Kind::Metadata, m_device, topic.what);
        else if (isNumbered(topic.what, "STATUS"))
            decodeStatus(message, topic.what, out);
        else if (m_tree.values[0].isContainer())
            decodeObject(message, 0, out);
        else
            decodePlain(message, topic.what, out);
    }
    return Verdict::Decoded;
}

void TasmotaDecoder::decodeStatus(const RawMessage &message, std::string_view what, Decoded &out)
{
    bool isReading = false;
    for (const std::string_view part : {"StatusSNS", "StatusSTS"}) {
        const TreeValue *status = findMember(m_tree, 0, part);
        if (!status || status->kind != TreeValue::Kind::Object)
            continue;
        isReading = true;
        decodeObject(message, indexIn(m_tree, *status), out);
    }
    if (!isReading)
        addEvent(out, DecodedEvent::Kind::Metadata, m_device, what);
}

void TasmotaDecoder::decodePlain(const RawMessage &message, std::string_view what, Decoded &out)
{
    const std::string path = m_device + '/' + std::string(what);
    const std::string_view unit = tasmotaUnit({path, {}, m_tree.values[0]}, what, {});
    out.samples.push_back(familySample(m_tree.values[0], path,
                                       sampleTime(std::nullopt, message.arrival), unit, true));
}

void TasmotaDecoder::decodeObject(const RawMessage &message, std::uint32_t object, Decoded &out)
{
    const SampleTime time = timeOf(m_tree, object, message.arrival);
    const TasmotaUnits units = tasmotaUnits(m_tree, object);
    const auto enter = [&](const TreeValue &member, std::uint32_t parent, std::string &path) {
        const std::string_view name = member.name;
        if (name == "MAC"
            || std::find(kNoTelemetry.begin(), kNoTelemetry.end(), name) != kNoTelemetry.end()
            || (name == "Uptime" && findMember(m_tree, parent, "UptimeSec")))
            return false;
        if (parent == object && name == "TuyaReceived") {
            decodeTuya(member, message, out);
            return false;
        }
        if (parent == object && name == "ZbReceived")
            path = m_device; // its members are the devices
        const TreeValue *address = findMember(m_tree, indexIn(m_tree, member), "MAC");
        if (address && address->kind == TreeValue::Kind::Text)
            path = pathBelow(path, address->text);
        return true;
    };
    const auto take = [&](const Member &member) {
        TreeValue value = member.value;
        const auto seconds
            = value.kind == TreeValue::Kind::Text ? durationOf(value.text) : std::nullopt;
        if (seconds) {
            value.kind = TreeValue::Kind::Number;
            value.number = *seconds;
        }
        out.samples.push_back(familySample(value, member.path, time,
                                           tasmotaUnit(member, member.name(), units), true));
    };
    MemberWalk(m_tree, enter, take).walk(object, m_device);
    if (!out.events.empty())
        out.samples.clear(); // a broken part breaks the message
}

void TasmotaDecoder::decodeTuya(const TreeValue &received, const RawMessage &message, Decoded &out)
{
    const std::uint32_t object = indexIn(m_tree, received);
    const TreeValue *id = findMember(m_tree, object, "DpId");
    const TreeValue *type = findMember(m_tree, object, "DpIdType");
    const TreeValue *data = findMember(m_tree, object, "DpIdData");
    if (!id || !type || !data || type->number == 0.0)
        return;
    const auto bytes = bytesOf(data->text);
    const auto value = bytes ? tuyaValue(type->number, *bytes) : std::nullopt;
    if (!value || !(id->number >= 0.0 && id->number <= kMaxTuyaPoint))
        return addEvent(out, DecodedEvent::Kind::Error, m_device, "malformed");
    const std::string path
        = m_device + "/TuyaReceived/" + std::to_string(static_cast<unsigned>(id->number));
    out.samples.push_back(
        familySample(*value, path, sampleTime(std::nullopt, message.arrival), {}, false));
}

} // namespace telltale
