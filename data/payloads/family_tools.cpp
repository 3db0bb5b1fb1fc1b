#include "data/payloads/family_tools.h"

#include "data/payloads/sample_value.h"
#include "data/payloads/time_text.h"
#include "data/telemetry/payload_remedy.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace telltale {

std::vector<std::string_view> levelsOf(std::string_view topic)
{
    std::vector<std::string_view> levels;
    for (std::size_t at = 0;;) {
        const std::size_t slash = topic.find('/', at);
        levels.push_back(topic.substr(at, slash - at));
        if (slash == std::string_view::npos)
            return levels;
        at = slash + 1;
    }
}

std::string joinLevels(std::span<const std::string_view> levels)
{
    std::string path;
    for (const std::string_view &level : levels) {
        if (&level != &levels.front())
            path.push_back('/');
        path.append(level);
    }
    return path;
}

std::string_view lastLevel(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string pathBelow(const std::string &path, std::string_view name)
{
    std::string below = path + '/';
    for (const char c : name) {
        if (c == '/')
            below.append("%2F");
        else
            below.push_back(c);
    }
    return below;
}

MemberWalk::MemberWalk(const ValueTree &tree, Enter enter, Take take)
    : m_tree(tree)
    , m_enter(std::move(enter))
    , m_take(std::move(take))
{ }

void MemberWalk::walk(std::uint32_t index, const std::string &path)
{
    const TreeValue &value = m_tree.values[index];
    if (!value.isContainer())
        return m_take({path, m_names, value});
    const bool isObject = value.kind == TreeValue::Kind::Object;
    std::uint32_t element = 0;
    for (std::uint32_t i = index + 1; i < value.end; i = m_tree.values[i].end) {
        const TreeValue &child = m_tree.values[i];
        if (!isObject) {
            walk(i, path + '/' + std::to_string(element++));
            continue;
        }
        std::string below = pathBelow(path, child.name);
        if (child.isReplaced || !m_enter(child, index, below))
            continue;
        m_names.push_back(child.name);
        walk(i, below);
        m_names.pop_back();
    }
}

const TreeValue *findMember(const ValueTree &tree, std::uint32_t object, std::string_view name)
{
    if (tree.values[object].kind != TreeValue::Kind::Object)
        return nullptr;
    for (std::uint32_t i = object + 1; i < tree.values[object].end; i = tree.values[i].end) {
        if (!tree.values[i].isReplaced && tree.values[i].name == name)
            return &tree.values[i];
    }
    return nullptr;
}

std::uint32_t indexIn(const ValueTree &tree, const TreeValue &value)
{
    return static_cast<std::uint32_t>(&value - tree.values.data());
}

SampleTime sampleTime(std::optional<Timestamp> stated, Timestamp arrival)
{
    if (!stated)
        return {arrival, SampleFlags::kNoSourceTime, {}};
    if (!isPlausibleTime(*stated, arrival))
        return {arrival, SampleFlags::kTimeReplaced, *stated};
    return {*stated, 0, {}};
}

DecodedSample familySample(const TreeValue &value, std::string tag, const SampleTime &time,
                           std::string_view unit, bool hasSwitchWords)
{
    const bool isSwitch = hasSwitchWords && value.kind == TreeValue::Kind::Text
        && (value.text == "ON" || value.text == "OFF");
    SampleValue worth {SampleFlags::Kind::Boolean, Quality::good(), value.text == "ON" ? 1.0 : 0.0,
                       true};
    if (value.kind == TreeValue::Kind::Null)
        worth = {SampleFlags::Kind::Number, Quality::bad(Quality::Reason::Null),
                 std::numeric_limits<double>::quiet_NaN(), false};
    else if (!isSwitch)
        worth = sampleValue(value);
    DecodedSample sample;
    sample.tag = std::move(tag);
    sample.time = time.time;
    sample.stated = time.stated;
    sample.value = worth.number;
    sample.quality = worth.quality;
    sample.flags = SampleFlags::make(worth.kind, time.flags);
    if (sample.flags.hasSide())
        sample.side = sideValue(value);
    if (worth.kind == SampleFlags::Kind::Number || worth.kind == SampleFlags::Kind::Integer)
        sample.unit = unit;
    return sample;
}

std::string_view unitNamed(std::span<const NamedUnit> units, std::string_view name)
{
    const auto known = std::find_if(units.begin(), units.end(),
                                    [&](const NamedUnit &unit) { return unit.name == name; });
    return known == units.end() ? std::string_view() : known->unit;
}

std::string normalUnit(std::string_view unit)
{
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array kShown
        = {Pair {"℃", "°C"},  Pair {"Cel", "°C"}, Pair {"F", "°F"},        Pair {"%RH", "%"},
           Pair {"%EL", "%"}, Pair {"lon", "°"},  Pair {"lat", "°"},       Pair {"deg", "°"},
           Pair {"Ohm", "Ω"}, Pair {"lux", "lx"}, Pair {"us/cm", "µS/cm"}, Pair {"/", ""},
           Pair {"count", ""}};
    for (const auto &[word, shown] : kShown) {
        if (word == unit)
            return std::string(shown);
    }
    return std::string(unit);
}

void addEvent(Decoded &out, DecodedEvent::Kind kind, std::string_view asset,
              std::string_view detail)
{
    out.events.push_back({kind, std::string(asset), std::string(detail)});
}

bool readFamilyPayload(const RawMessage &message, std::string_view asset, ValueTree &tree,
                       Decoded &out)
{
    const GenericReading reading = readGeneric(message.payload, tree);
    const bool isLimit = reading.problem.kind == ReadProblem::Kind::Limit;
    const bool isText = reading.form == GenericForm::Json || reading.form == GenericForm::Bare;
    if (isText && !reading.problem) {
        out.duplicateMembers = tree.duplicates;
        return true;
    }
    addEvent(out, DecodedEvent::Kind::Error, asset,
             isLimit ? PayloadFault::kLimit : PayloadFault::kMalformed);
    return false;
}

} // namespace telltale
