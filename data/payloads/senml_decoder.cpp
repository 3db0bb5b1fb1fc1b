#include "data/payloads/senml_decoder.h"

#include "data/payloads/bare_value.h"
#include "data/telemetry/payload_remedy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace telltale {
namespace {

constexpr std::int64_t kFirstAbsolute = 1LL << 28U; ///< seconds; below they are relative to now
constexpr double kNewestVersion = 10.0;

using Label = std::pair<std::string_view, std::string_view>;
constexpr std::array kLabels
    = {Label {"-1", "bver"}, Label {"-2", "bn"}, Label {"-3", "bt"}, Label {"-4", "bu"},
       Label {"-5", "bv"},   Label {"-6", "bs"}, Label {"0", "n"},   Label {"1", "u"},
       Label {"2", "v"},     Label {"3", "vs"},  Label {"4", "vb"},  Label {"5", "s"},
       Label {"6", "t"},     Label {"7", "ut"},  Label {"8", "vd"}};

bool isNumber(const TreeValue &value)
{
    return value.kind == TreeValue::Kind::Number || value.kind == TreeValue::Kind::Integer
        || value.kind == TreeValue::Kind::Unsigned || value.kind == TreeValue::Kind::Overflow;
}

/// Whether the member has the type RFC 8428 gives it; unknown ones may have any.
bool hasItsType(const TreeValue &member)
{
    const std::string_view name = member.name;
    if (name == "n" || name == "bn" || name == "u" || name == "bu" || name == "vs")
        return member.kind == TreeValue::Kind::Text;
    if (name == "v" || name == "s" || name == "t" || name == "bt" || name == "bv" || name == "bs"
        || name == "bver")
        return isNumber(member);
    return name != "vb" || member.kind == TreeValue::Kind::Boolean;
}

bool isValueName(std::string_view name)
{
    return name == "v" || name == "vs" || name == "vb" || name == "vd" || name == "s";
}

bool isBaseName(std::string_view name)
{
    return name == "bver" || name == "bn" || name == "bt" || name == "bu" || name == "bv"
        || name == "bs";
}

/// Sum of two numbers; alone a number stays exactly what it was.
TreeValue plus(const TreeValue &value, double base)
{
    TreeValue sum = value;
    if (base == 0.0 || value.kind == TreeValue::Kind::Overflow)
        return sum;
    sum.number += base;
    const bool isTooLarge = std::isfinite(value.number) && !std::isfinite(sum.number);
    sum.kind = isTooLarge ? TreeValue::Kind::Overflow : TreeValue::Kind::Number;
    return sum;
}

/// A text that is declared as one, whatever it says.
void setText(DecodedSample &sample, std::string_view text)
{
    sample.value = 0.0;
    sample.quality = Quality::good();
    sample.flags.bits = static_cast<std::uint8_t>((sample.flags.bits & ~3U)
                                                  | static_cast<unsigned>(SampleFlags::Kind::Text));
    sample.side = std::string(text);
    sample.unit.clear();
}

} // namespace

Decoder::Verdict SenmlDecoder::decode(const RawMessage &message, Decoded &out)
{
    if (!readPack(message.payload))
        return Verdict::NotMine;
    if (const char *error = readRecords(message.arrival))
        addEvent(out, DecodedEvent::Kind::Error, message.topic, error);
    else
        store(message.topic, out);
    out.duplicateMembers = m_tree.duplicates;
    return Verdict::Decoded;
}

bool SenmlDecoder::mayHold(std::string_view payload)
{
    if (payload.empty() || payload.front() == '{')
        return false;
    const auto first = static_cast<unsigned char>(payload.front());
    return (first >= 0x80U && first <= 0x9FU) // an array in CBOR
        || trimmed(withoutMark(payload)).starts_with('[');
}

bool SenmlDecoder::readPack(std::string_view payload)
{
    const GenericReading reading = readGeneric(payload, m_tree);
    if (reading.problem || (reading.form != GenericForm::Json && reading.form != GenericForm::Cbor))
        return false;
    if (reading.form == GenericForm::Cbor)
        nameLabels();
    return isPack();
}

void SenmlDecoder::nameLabels()
{
    for (TreeValue &value : m_tree.values) {
        const auto label = std::find_if(kLabels.begin(), kLabels.end(), [&](const Label &known) {
            return known.first == value.name;
        });
        if (label != kLabels.end())
            value.name = label->second;
    }
}

bool SenmlDecoder::isPack() const
{
    const std::vector<TreeValue> &values = m_tree.values;
    if (values[0].kind != TreeValue::Kind::Array || values.size() < 2)
        return false;
    for (std::uint32_t i = 1; i < values[0].end; i = values[i].end) {
        if (values[i].kind != TreeValue::Kind::Object)
            return false;
    }
    bool hasName = false;
    bool hasValue = false;
    bool isAllBase = true;
    for (std::uint32_t i = 2; i < values[1].end; i = values[i].end) {
        const std::string_view name = values[i].name;
        if (!hasItsType(values[i]))
            return false;
        hasName |= name == "n" || name == "bn";
        hasValue |= isValueName(name);
        isAllBase &= isBaseName(name);
    }
    return (hasName && hasValue) || (isAllBase && values[1].end > 2);
}

const char *SenmlDecoder::readRecords(Timestamp arrival)
{
    m_records.clear();
    m_unitsOf.clear();
    Base base;
    for (std::uint32_t i = 1; i < m_tree.values[0].end; i = m_tree.values[i].end) {
        const char *error = checkMembers(i, base);
        if (!error)
            error = readRecord(i, base, arrival);
        if (error)
            return error;
    }
    return nullptr;
}

const char *SenmlDecoder::checkMembers(std::uint32_t record, Base &base) const
{
    const std::vector<TreeValue> &values = m_tree.values;
    for (std::uint32_t i = record + 1; i < values[record].end; i = values[i].end) {
        const TreeValue &member = values[i];
        if (member.isReplaced)
            continue;
        if (member.name.ends_with('_'))
            return PayloadFault::kUnsupportedMember;
        if (!hasItsType(member))
            return PayloadFault::kMalformed;
        if (member.name == "bver" && member.number > kNewestVersion)
            return PayloadFault::kUnsupportedVersion;
        if (member.name == "bn")
            base.name = member.text;
        else if (member.name == "bu")
            base.unit = member.text;
        else if (member.name == "bv")
            base.value = member.number;
        else if (member.name == "bs")
            base.sum = member.number;
        else if (member.name == "bt")
            base.time = DecimalSeconds::of(member).value_or(DecimalSeconds {-kFirstAbsolute, 0});
    }
    return nullptr;
}

const char *SenmlDecoder::readRecord(std::uint32_t record, const Base &base, Timestamp arrival)
{
    const auto member = [&](std::string_view name) { return findMember(m_tree, record, name); };
    Record read;
    read.sum = member("s");
    for (const std::string_view name : {"v", "vs", "vb"}) {
        if (const TreeValue *value = member(name))
            read.value = value;
    }
    if (!read.value && !read.sum)
        return nullptr;
    const TreeValue *name = member("n");
    const TreeValue *unit = member("u");
    const TreeValue *time = member("t");
    read.name = base.name + std::string(name ? name->text : std::string_view());
    read.unit = unit ? std::string(unit->text) : base.unit;
    read.baseValue = base.value;
    read.baseSum = base.sum;
    const DecimalSeconds seconds
        = base.time + (time ? DecimalSeconds::of(*time) : std::nullopt).value_or(DecimalSeconds {});
    const bool isStated = time || base.time.whole != 0 || base.time.rest != 0;
    const Timestamp origin = seconds.whole >= kFirstAbsolute ? Timestamp() : arrival;
    read.time
        = sampleTime(isStated ? std::optional(origin + seconds.rounded()) : std::nullopt, arrival);
    if (read.value && isNumber(*read.value))
        m_unitsOf[read.name].insert(read.unit);
    m_records.push_back(std::move(read));
    return nullptr;
}

void SenmlDecoder::store(std::string_view topic, Decoded &out) const
{
    for (const Record &record : m_records) {
        const std::string path = pathOf(topic, record);
        if (record.value) {
            const bool isText = record.value->kind == TreeValue::Kind::Text;
            const TreeValue value
                = isNumber(*record.value) ? plus(*record.value, record.baseValue) : *record.value;
            out.samples.push_back(
                familySample(value, path, record.time, normalUnit(record.unit), false));
            if (isText)
                setText(out.samples.back(), record.value->text);
        }
        if (record.sum)
            out.samples.push_back(familySample(plus(*record.sum, record.baseSum), path + "/sum",
                                               record.time, {}, false));
    }
}

std::string SenmlDecoder::pathOf(std::string_view topic, const Record &record) const
{
    std::string path(topic);
    if (!record.name.empty())
        path.append("/").append(record.name);
    const auto units = m_unitsOf.find(record.name);
    const bool isShared = units != m_unitsOf.end() && units->second.size() > 1;
    if (isShared && !record.unit.empty())
        path.append("/").append(record.unit);
    return path;
}

} // namespace telltale
