#include "data/alarms/trial_rules.h"

#include "data/alarms/sibling_path.h"
#include "data/telemetry/path_pattern.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace telltale {
namespace {

/// Bound to one tag, and silent.
AlarmRule bound(const AlarmRule &rule, const std::string &id, const std::string &path)
{
    AlarmRule made = rule;
    made.id = id;
    made.tag = path;
    if (!rule.setpointTag.empty())
        made.setpointTag = siblingPath(rule.tag, path, rule.setpointTag);
    if (!rule.suppressWhen.tag.empty())
        made.suppressWhen.tag = siblingPath(rule.tag, path, rule.suppressWhen.tag);
    made.realarmSeconds = 0.0;
    made.group.clear();
    made.sound = false;
    made.notify = {.raise = false};
    return made;
}

/// A draft would be journaled only.
void complete(AlarmRule &rule)
{
    rule.enabled = true;
    for (std::string AlarmRule::*text :
         {&AlarmRule::title, &AlarmRule::cause, &AlarmRule::consequence, &AlarmRule::action,
          &AlarmRule::rationalisedBy, &AlarmRule::rationalisedAt, &AlarmRule::alarmClass}) {
        if ((rule.*text).empty())
            rule.*text = "-";
    }
    rule.respondWithinSeconds = std::max(rule.respondWithinSeconds, 1.0);
}

class Suppressors
{
public:
    Suppressors(const std::vector<AlarmRule> &others, std::vector<AlarmRule> &rules)
        : m_others(others)
        , m_rules(rules)
    { }

    /// Brings the alarm along that suppresses `rule`, a rule of one tag; nothing does where there
    /// is none.
    void bringFor(AlarmRule &rule)
    {
        const std::string wanted = std::exchange(rule.suppressWhen.alarm, {});
        const AlarmRule *other = findRule(m_others, wanted);
        if (wanted.empty() || !other || !other->enabled)
            return;
        const PathPattern pattern(other->tag);
        if (!pattern.isExact() && !pattern.matches(rule.tag))
            return;
        const std::string id = pattern.isExact() ? wanted : wanted + '@' + rule.tag;
        rule.suppressWhen.alarm = id;
        if (!m_brought.insert(id).second)
            return;
        AlarmRule made = bound(*other, id, pattern.isExact() ? other->tag : rule.tag);
        bringFor(made);
        m_rules.push_back(std::move(made));
    }

private:
    const std::vector<AlarmRule> &m_others;
    std::vector<AlarmRule> &m_rules;
    std::unordered_set<std::string> m_brought;
};

} // namespace

std::vector<AlarmRule> trialRules(const std::vector<AlarmRule> &forms,
                                  const std::vector<std::string> &tags,
                                  const std::vector<AlarmRule> &others)
{
    std::vector<AlarmRule> rules;
    Suppressors suppressors(others, rules);
    for (std::size_t form = 0; form < forms.size(); ++form) {
        for (std::size_t tag = 0; tag < tags.size(); ++tag) {
            AlarmRule made = bound(forms[form], trialId(form, tag), tags[tag]);
            complete(made);
            suppressors.bringFor(made);
            rules.push_back(std::move(made));
        }
    }
    return rules;
}

std::string trialId(std::size_t form, std::size_t tag)
{
    return "$trial/" + std::to_string(form) + '/' + std::to_string(tag);
}

} // namespace telltale
