#include "models/journal_query.h"

#include "models/alarm_words.h"
#include "models/journal_words.h"
#include "models/value_text.h"

#include "data/alarms/system_rules.h"
#include "data/telemetry/timestamp_text.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

/// Of alarms.md section 8, those this program writes.
constexpr std::array kTypes {"ALARM",       "RTN",      "ACK",         "RESET",      "REALARM",
                             "SHELVE",      "UNSHELVE", "SUPPRESS",    "UNSUPPRESS", "OOS",
                             "RTS",         "SUP_ON",   "SUP_OFF",     "REJECT",     "COMMENT",
                             "SILENCE",     "CONFIG",   "FLOOD_START", "FLOOD_END",  "CHATTER_ON",
                             "CHATTER_OFF", "CLOCK",    "START",       "STOP",       "EXPORT"};

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

JournalWord wordOf(const QString &text)
{
    const auto isIn
        = [&text](const QString &shown) { return shown.contains(text, Qt::CaseInsensitive); };
    JournalWord word;
    word.text = text.toStdString();
    for (const char *type : kTypes) {
        if (isIn(AlarmWords::journalType(type)))
            word.types.emplace_back(type);
    }
    for (int state = 0; state <= static_cast<int>(AlarmState::OutOfService); ++state) {
        const auto known = static_cast<AlarmState>(state);
        if (isIn(AlarmWords::state(known)))
            word.states.emplace_back(stateWord(known));
    }
    for (int priority = 1; priority <= 4; ++priority) {
        if (isIn(AlarmWords::priority(priority)))
            word.priorities.push_back(priority);
    }
    for (const std::string alarm :
         {kRecordingAlarm, kStateLostAlarm, kSourceAlarmPrefix, kChannelAlarmPrefix}) {
        // of a source or channel: without its name, which is looked for as it is
        const QString title = AlarmWords::title(alarm.ends_with('/') ? alarm + ' ' : alarm, {});
        if (isIn(title))
            word.alarmPrefixes.push_back(alarm);
    }
    word.codes = JournalWords::codesWith(text);
    return word;
}

} // namespace

std::vector<JournalQuery::Kind> JournalQuery::kinds()
{
    std::vector<Kind> kinds {
        {tr("All kinds", "of journal entries"), {}},
        {tr("Coming and going"), {"ALARM", "RTN", "REALARM", "SUP_ON", "SUP_OFF"}},
        {tr("What people did"),
         {"ACK", "RESET", "SHELVE", "UNSHELVE", "OOS", "RTS", "REJECT", "COMMENT", "SILENCE",
          "CONFIG", "EXPORT"}},
        {tr("Floods and chattering"), {"FLOOD_START", "FLOOD_END", "CHATTER_ON", "CHATTER_OFF"}}};
    for (const char *type : kTypes)
        kinds.push_back({AlarmWords::journalType(type), {type}});
    return kinds;
}

std::vector<JournalWord> JournalQuery::words(const QString &text)
{
    std::vector<JournalWord> words;
    for (const QString &word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(wordOf(word));
    return words;
}

std::string JournalQuery::told(const JournalFilter &filter)
{
    std::vector<std::string> parts;
    std::vector<std::string> words;
    for (const JournalWord &word : filter.words)
        words.push_back(word.text);
    if (!words.empty())
        parts.push_back("words " + joined(words));
    if (!filter.types.empty())
        parts.push_back("types " + joined(filter.types));
    if (!filter.tag.empty())
        parts.push_back("tag " + filter.tag);
    if (filter.range) {
        const bool isOpen = filter.range->to == Timestamp::max();
        parts.push_back("from " + isoText(filter.range->from)
                        + (isOpen ? std::string() : " to " + isoText(filter.range->to)));
    }
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text.empty() ? "all" : text;
}

QString JournalQuery::shown(const JournalFilter &filter, Timestamp now, const QTimeZone &zone)
{
    QStringList words;
    for (const JournalWord &word : filter.words)
        words << shownText(word.text);
    QStringList types;
    for (const std::string &type : filter.types)
        types << AlarmWords::journalType(type);
    QStringList parts;
    if (!words.isEmpty())
        parts << tr("with the words %1").arg(words.join(QStringLiteral(", ")));
    if (!types.isEmpty())
        parts << tr("kinds %1").arg(types.join(QStringLiteral(", ")));
    if (!filter.tag.empty())
        parts << tr("of the tag %1").arg(shownText(filter.tag));
    if (filter.range)
        parts << tr("since %1").arg(timeText(filter.range->from, now, zone));
    if (filter.range && filter.range->to != Timestamp::max())
        parts << tr("until %1", "a time").arg(timeText(filter.range->to, now, zone));
    return parts.isEmpty() ? tr("all") : parts.join(QStringLiteral(" · "));
}

} // namespace telltale
