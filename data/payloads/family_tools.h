#pragma once

#include "data/payloads/decoder.h"
#include "data/payloads/generic_reader.h"
#include "data/payloads/value_tree.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// What payload families have in common: reading the payload, walking members, making samples.

/// The levels of a topic; views into it.
std::vector<std::string_view> levelsOf(std::string_view topic);
/// Levels first .. last-1 joined again.
std::string joinLevels(std::span<const std::string_view> levels);
std::string_view lastLevel(std::string_view path);
/// A path with one more level, named by a payload: `/` in it becomes `%2F`.
std::string pathBelow(const std::string &path, std::string_view name);

/// One scalar of a document and the names above it.
struct Member
{
    const std::string &path;
    /// Member names from the top down to its own; elements of arrays have none.
    std::span<const std::string_view> names;
    const TreeValue &value;
    std::string_view name() const { return names.empty() ? std::string_view() : names.back(); }
    /// Name of the object it is directly in; empty at the top.
    std::string_view parent() const
    {
        return names.size() < 2 ? std::string_view() : names[names.size() - 2];
    }
};

/// Walks everything below `index` in document order. `enter` is asked for each member that is not
/// replaced, with its path: false leaves it out with all below it, and it may change the path.
class MemberWalk
{
public:
    using Enter
        = std::function<bool(const TreeValue &member, std::uint32_t object, std::string &path)>;
    using Take = std::function<void(const Member &member)>;
    MemberWalk(const ValueTree &tree, Enter enter, Take take);
    void walk(std::uint32_t index, const std::string &path);

private:
    const ValueTree &m_tree;
    const Enter m_enter;
    const Take m_take;
    std::vector<std::string_view> m_names;
};

/// The member `name` of the object at `object`, or null.
const TreeValue *findMember(const ValueTree &tree, std::uint32_t object, std::string_view name);
/// Index of a value that lies in `tree`.
std::uint32_t indexIn(const ValueTree &tree, const TreeValue &value);

/// When the samples of a message were taken.
struct SampleTime
{
    Timestamp time;
    std::uint8_t flags = 0; ///< of SampleFlags
    Timestamp stated {}; ///< what the message said, where it was replaced
};
/// `stated` if it is there and plausible, else the arrival time.
SampleTime sampleTime(std::optional<Timestamp> stated, Timestamp arrival);

/// A sample of a scalar; null is bad:null. With `hasSwitchWords` ON and OFF are booleans. The unit
/// is left out where the value is a boolean or a text.
DecodedSample familySample(const TreeValue &value, std::string tag, const SampleTime &time,
                           std::string_view unit, bool hasSwitchWords);

/// The unit a family's table gives to members of a name.
struct NamedUnit
{
    std::string_view name;
    std::string_view unit;
};
/// Of the first entry of that name; empty: none.
std::string_view unitNamed(std::span<const NamedUnit> units, std::string_view name);

/// A payload's own word for a unit as it is shown (payloads.md section 1).
std::string normalUnit(std::string_view unit);

void addEvent(Decoded &out, DecodedEvent::Kind kind, std::string_view asset,
              std::string_view detail = {});

/// Reads a payload that should be JSON or a bare value. False: it is neither, `out` says so.
bool readFamilyPayload(const RawMessage &message, std::string_view asset, ValueTree &tree,
                       Decoded &out);

} // namespace telltale
