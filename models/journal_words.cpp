#include "models/journal_words.h"

#include "models/alarm_request.h"
#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <charconv>

namespace telltale {

QString JournalWords::of(const AlarmJournalEntry &entry, Timestamp now, const QTimeZone &zone)
{
    QStringList words;
    if (entry.until)
        words << tr("until %1").arg(timeText(*entry.until, now, zone));
    if (!entry.reason.empty())
        words << reason(entry);
    if (!entry.text.empty())
        words << (entry.type == "CONFIG" ? fate(entry.text) : shownText(entry.text));
    return words.join(QStringLiteral(" · "));
}

QString JournalWords::change(const AlarmJournalEntry &entry)
{
    const QString to = AlarmWords::state(entry.to);
    return entry.from == entry.to ? to : AlarmWords::state(entry.from) + QStringLiteral(" → ") + to;
}

QString JournalWords::reason(const AlarmJournalEntry &entry)
{
    const std::string &word = entry.reason;
    if (entry.type == "REJECT" && !entry.action.empty())
        //: %1 what was asked for, %2 why it was refused
        return tr("%1: %2").arg(action(entry.action), AlarmRequest::reason(word));
    if (entry.type == "UNSHELVE" && word == "operator")
        return tr("by hand");
    if (entry.type == "UNSHELVE" && word == "expired")
        return tr("its time was over");
    if (entry.type == "UNSHELVE" && word == "one_shot")
        return tr("the alarm returned to normal");
    if (entry.type == "ALARM" && word == "unsuppressed")
        return tr("was on when it was hidden no longer");
    if (entry.type == "CONFIG" && word == kFileEdited)
        return tr("the file was edited");
    if (word == "draft" && (entry.type == "SUP_ON" || entry.type == "SUP_OFF"))
        return tr("its rule is a draft");
    return shownText(word);
}

QString JournalWords::action(const std::string &word)
{
    if (word == "ack" || word == "ack_group")
        return tr("acknowledge", "something that was refused");
    if (word == "reset")
        return tr("reset", "something that was refused");
    if (word == "silence")
        return tr("silence", "something that was refused");
    if (word == "comment")
        return tr("comment", "something that was refused");
    if (word == "shelve")
        return tr("shelve", "something that was refused");
    if (word == "unshelve")
        return tr("unshelve", "something that was refused");
    if (word == "oos")
        return tr("take out of service", "something that was refused");
    if (word == "rts")
        return tr("return to service", "something that was refused");
    if (word == "export")
        return tr("export the journal", "something that was refused");
    if (word == "config")
        return tr("change a rule", "something that was refused");
    return shownText(word);
}

QString JournalWords::fate(const std::string &word)
{
    if (word == kRuleDeleted)
        return tr("the rule was removed");
    if (word == kRuleSwitchedOn)
        return tr("the rule was switched on");
    if (word == kRuleSwitchedOff)
        return tr("the rule was switched off");
    return shownText(word);
}

QString JournalWords::value(const AlarmJournalEntry &entry, const TagRegistry &tags,
                            const QLocale &locale)
{
    const TagId tag = tags.find(entry.tag);
    const int decimals = tag.isValid() ? tags.info(tag).decimals : -1;
    double number = 0.0;
    const char *end = entry.value.data() + entry.value.size();
    const auto read = std::from_chars(entry.value.data(), end, number);
    const bool isNumber = !entry.value.empty() && read.ec == std::errc() && read.ptr == end;
    const QString value = isNumber ? numberText(number, decimals, locale) : shownText(entry.value);
    return QStringLiteral("%1 %2").arg(value, shownText(entry.unit)).trimmed();
}

QString JournalWords::place(const AlarmJournalEntry &entry, const TagRegistry &tags)
{
    return entry.tag.empty() ? AlarmWords::connection(entry.alarm)
                             : placeName(tags, assetPath(entry.tag));
}

} // namespace telltale
