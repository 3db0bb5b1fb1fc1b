#include "models/journal_words.h"

#include "models/alarm_request.h"
#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <charconv>

namespace telltale {
namespace {

/// A reason the engine gives, and how that is said.
struct Reason
{
    const char *type;
    const char *word;
    const char *shown;
};
constexpr Reason kReasons[] = {
    {"UNSHELVE", "operator", QT_TRANSLATE_NOOP("JournalWords", "by hand")},
    {"UNSHELVE", "expired", QT_TRANSLATE_NOOP("JournalWords", "its time was over")},
    {"UNSHELVE", "one_shot", QT_TRANSLATE_NOOP("JournalWords", "the alarm returned to normal")},
    {"ALARM", "unsuppressed",
     QT_TRANSLATE_NOOP("JournalWords", "was on when it was hidden no longer")},
    {"ALARM", "enabled", QT_TRANSLATE_NOOP("JournalWords", "was on when its rule came into force")},
    {"SUP_ON", "draft", QT_TRANSLATE_NOOP("JournalWords", "its rule is a draft")},
    {"SUP_OFF", "draft", QT_TRANSLATE_NOOP("JournalWords", "its rule is a draft")},
    {"CONFIG", kFileEdited, QT_TRANSLATE_NOOP("JournalWords", "the file was edited")},
};

/// What became of a rule.
struct Fate
{
    const char *word;
    const char *shown;
};
constexpr Fate kFates[] = {
    {kRuleDeleted, QT_TRANSLATE_NOOP("JournalWords", "the rule was removed")},
    {kRuleSwitchedOn, QT_TRANSLATE_NOOP("JournalWords", "the rule was switched on")},
    {kRuleSwitchedOff, QT_TRANSLATE_NOOP("JournalWords", "the rule was switched off")},
};

/// What was asked for and refused.
struct Action
{
    const char *word;
    struct
    {
        const char *text;
        const char *comment;
    } shown;
};
constexpr Action kActions[] = {
    {"ack", QT_TRANSLATE_NOOP3("JournalWords", "acknowledge", "something that was refused")},
    {"ack_group", QT_TRANSLATE_NOOP3("JournalWords", "acknowledge", "something that was refused")},
    {"reset", QT_TRANSLATE_NOOP3("JournalWords", "reset", "something that was refused")},
    {"silence", QT_TRANSLATE_NOOP3("JournalWords", "silence", "something that was refused")},
    {"comment", QT_TRANSLATE_NOOP3("JournalWords", "comment", "something that was refused")},
    {"shelve", QT_TRANSLATE_NOOP3("JournalWords", "shelve", "something that was refused")},
    {"unshelve", QT_TRANSLATE_NOOP3("JournalWords", "unshelve", "something that was refused")},
    {"oos",
     QT_TRANSLATE_NOOP3("JournalWords", "take out of service", "something that was refused")},
    {"rts", QT_TRANSLATE_NOOP3("JournalWords", "return to service", "something that was refused")},
    {"export",
     QT_TRANSLATE_NOOP3("JournalWords", "export the journal", "something that was refused")},
    {"config", QT_TRANSLATE_NOOP3("JournalWords", "change a rule", "something that was refused")},
};

} // namespace

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
    if (entry.type == "REJECT" && !entry.action.empty())
        //: %1 what was asked for, %2 why it was refused
        return tr("%1: %2").arg(action(entry.action), AlarmRequest::reason(entry.reason));
    for (const Reason &known : kReasons) {
        if (entry.type == known.type && entry.reason == known.word)
            return tr(known.shown);
    }
    return shownText(entry.reason);
}

QString JournalWords::fate(const std::string &word)
{
    for (const Fate &known : kFates) {
        if (word == known.word)
            return tr(known.shown);
    }
    return shownText(word);
}

QString JournalWords::action(const std::string &word)
{
    for (const Action &known : kActions) {
        if (word == known.word)
            return tr(known.shown.text, known.shown.comment);
    }
    return shownText(word);
}

std::vector<JournalCode> JournalWords::codesWith(const QString &text)
{
    using Member = JournalCode::Member;
    const auto isIn
        = [&text](const QString &shown) { return shown.contains(text, Qt::CaseInsensitive); };
    std::vector<JournalCode> codes;
    for (const Reason &known : kReasons) {
        if (isIn(tr(known.shown)))
            codes.push_back({known.type, Member::Reason, known.word});
    }
    for (const Fate &known : kFates) {
        if (isIn(tr(known.shown)))
            codes.push_back({"CONFIG", Member::Text, known.word});
    }
    for (const Action &known : kActions) {
        if (isIn(tr(known.shown.text, known.shown.comment)))
            codes.push_back({"REJECT", Member::Action, known.word});
    }
    for (const std::string &word : AlarmRequest::reasonsWith(text))
        codes.push_back({"REJECT", Member::Reason, word});
    return codes;
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
