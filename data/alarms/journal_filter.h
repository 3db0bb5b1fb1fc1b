#pragma once

#include "data/alarms/alarm_types.h"
#include "data/telemetry/path_pattern.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// A word of the engine that is shown as others: where it stands, and in which type of entry.
struct JournalCode
{
    enum class Member : std::uint8_t { Reason, Text, Action };
    std::string type; ///< UNSHELVE, REJECT ...
    Member member = Member::Reason;
    std::string word; ///< expired, not_shelved ...
    bool operator==(const JournalCode &) const = default;
};

/// A word somebody looks for: an entry has it if one of its texts contains it, in capitals or not,
/// or if it is one of those that are shown in words with it.
struct JournalWord
{
    std::string text; ///< UTF-8
    std::vector<std::string> types; ///< ALARM, ACK ...
    std::vector<std::string> states; ///< NORM, UNACK ...
    std::vector<int> priorities;
    std::vector<std::string> alarmPrefixes; ///< how ids of alarms begin
    std::vector<JournalCode> codes;
    bool operator==(const JournalWord &) const = default;
};

/// Which entries of the alarm journal are meant.
struct JournalFilter
{
    std::vector<JournalWord> words; ///< an entry has all of them
    std::vector<std::string> types; ///< one of these; empty: any
    /// With a `*` a pattern of paths, else a part of one, in capitals or not; empty: any, also
    /// entries without a tag.
    std::string tag;
    std::optional<TimeRange> range; ///< of the time they were written
    bool isEmpty() const { return words.empty() && types.empty() && tag.empty() && !range; }
    bool operator==(const JournalFilter &) const = default;
};

/// What of an entry is looked at. Valid as long as what it was made of.
struct JournalTexts
{
    std::string_view type, alarm, tag, title, from, to, value, by, station, reason, text, action;
    int priority = 0;
};
JournalTexts textsOf(const AlarmJournalEntry &entry);

/// A filter made ready for many entries; the range is whoever's who reads them.
/// Thread  any, const.
class JournalMatcher
{
public:
    explicit JournalMatcher(const JournalFilter &filter);
    bool matches(const JournalTexts &texts) const;

private:
    static bool has(const JournalTexts &texts, const JournalWord &word);
    bool isOfTag(std::string_view path) const;

    std::vector<JournalWord> m_words; ///< their texts in small letters, as far as those are ASCII
    std::vector<std::string> m_types;
    std::optional<PathPattern> m_tag;
    std::string m_tagPart; ///< likewise
};

} // namespace telltale
