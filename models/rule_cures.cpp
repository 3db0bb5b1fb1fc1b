#include "models/rule_cures.h"

#include "models/rule_backtest.h"

#include "data/alarms/rule_check.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>

namespace telltale {
namespace {

using Kind = RuleCure::Kind;

constexpr std::size_t kWorst = 10;
constexpr std::size_t kMostTags = 10; ///< of a rule, the most frequent ones
constexpr double kMayStay = 0.2; ///< of what is to be cured
constexpr double kDuring = 0.8; ///< of the times, to be told by another alarm
constexpr double kRelease = 60.0; ///< seconds: both return together, or nearly
constexpr double kAlwaysOn = 0.9; ///< of the time
constexpr std::array kSpanParts {0.005, 0.01, 0.02, 0.05, 0.1};
constexpr std::array kDelays {2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0};

/// Those of the candidates that are more than the rule has, and less than it may have.
std::vector<double> deadbands(const AlarmRule &rule, double span)
{
    std::vector<double> wider;
    const double whole = rule.kind == AlarmRule::Kind::Rate ? std::abs(rule.limit) : span;
    for (const double part : kSpanParts) {
        const double deadband = part * whole;
        const bool fits
            = rule.kind != AlarmRule::Kind::Deviation || deadband < std::min(rule.high, rule.low);
        if (RuleBacktest::hasDeadband(rule) && deadband > rule.deadband && fits)
            wider.push_back(deadband);
    }
    return wider;
}

/// The alarm comes before half the time to respond is over.
std::vector<double> delays(const AlarmRule &rule, double present, bool isOn)
{
    std::vector<double> longer;
    const double most = isOn && rule.respondWithinSeconds > 0.0 ? rule.respondWithinSeconds / 2.0
                                                                : kDelays.back();
    for (const double delay : kDelays) {
        if (delay > present && delay <= most)
            longer.push_back(delay);
    }
    return longer;
}

double share(std::size_t after, std::size_t before)
{
    return before == 0 ? 1.0 : static_cast<double>(after) / static_cast<double>(before);
}

/// The widest span of a tag: the range people gave it, else that of its values.
Result<double> spanOf(HistoryReader &history, const TagRegistry &tags,
                      const std::vector<std::string> &paths, TimeRange range,
                      const CancelFlag &cancel)
{
    double span = 0.0;
    for (const std::string &path : paths) {
        const TagId tag = tags.find(path);
        const TagInfo info = tag.isValid() ? tags.info(tag) : TagInfo();
        if (info.low && info.high) {
            span = std::max(span, *info.high - *info.low);
            continue;
        }
        if (!tag.isValid())
            continue;
        const Result<TrendRange> values = history.range(tag, range, 100, &cancel);
        if (!values.ok())
            return values.error();
        double low = std::numeric_limits<double>::max();
        double high = std::numeric_limits<double>::lowest();
        const auto take = [&](double from, double to) {
            low = std::min(low, from);
            high = std::max(high, to);
        };
        for (const TrendRange::Column &column : values->columns) {
            if (column.count > 0)
                take(column.min, column.max);
        }
        for (const Sample &sample : values->samples) {
            if (std::isfinite(sample.value))
                take(sample.value, sample.value);
        }
        span = std::max(span, high > low ? high - low : 0.0);
    }
    return span;
}

/// The rules of the workspace, and what the journal says of them.
struct Known
{
    const std::vector<AlarmRule> &rules;
    const RuleRecords records;
    std::unordered_map<std::string_view, const AlarmRule *> byId;

    Known(const std::vector<AlarmRule> &all, RuleRecords found)
        : rules(all)
        , records(std::move(found))
    {
        for (const AlarmRule &rule : rules)
            byId.emplace(rule.id, &rule);
    }

    /// Null: it is gone, or switched off.
    const AlarmRule *enabled(const std::string &id) const
    {
        const auto rule = byId.find(id);
        return rule != byId.end() && rule->second->enabled ? rule->second : nullptr;
    }
};

bool maySuppress(const std::string &suppressor, const AlarmRule &rule, const Known &known)
{
    std::vector<AlarmRule> changed = known.rules;
    for (AlarmRule &one : changed) {
        if (one.id == rule.id)
            one.suppressWhen.alarm = suppressor;
    }
    return !findFault(changed);
}

/// Another rule that nearly always speaks when this one does, and may suppress it.
Result<std::string> suppressorOf(const AlarmRule &rule, const RuleRecord &record,
                                 const Known &known, const CancelFlag &cancel)
{
    if (rule.suppressWhen.isSet())
        return std::string();
    for (const RuleRecord &other : known.records.rules) {
        const AlarmRule *of = known.enabled(other.rule);
        if (other.rule == rule.id || !of || of->priority > rule.priority)
            continue;
        const Result<double> during = shareDuring(record, other, cancel);
        if (!during.ok())
            return during.error();
        if (during.value() >= kDuring && maySuppress(other.rule, rule, known))
            return other.rule;
    }
    return std::string();
}

/// One of the worst: tries its candidates on history.
Result<RuleCure> cureOf(const AlarmRule &rule, const RuleRecord &record, HistoryReader &history,
                        const TagRegistry &tags, const Known &known, TimeRange range,
                        const CancelFlag &cancel, const std::function<void(double)> &tell)
{
    const std::vector<std::string> paths = record.worstTags(kMostTags);
    const Result<double> span = spanOf(history, tags, paths, range, cancel);
    if (!span.ok())
        return span.error();
    const Result<std::string> suppressor = suppressorOf(rule, record, known, cancel);
    if (!suppressor.ok())
        return suppressor.error();
    const std::vector<CureCandidate> candidates
        = cureCandidates(rule, span.value(), suppressor.value());
    HistoryTrial trial {.forms = {rule}, .others = known.rules, .tags = paths, .range = range};
    for (const CureCandidate &one : candidates)
        trial.forms.push_back(one.rule);
    const Result<HistoryTrialResult> found = tryOnHistory(history, tags, trial, cancel, tell);
    if (!found.ok())
        return found.error();
    RuleCure cure = chooseCure(rule, candidates, found.value(), paths.size());
    cure.came = record.came;
    cure.assets = record.worstAssets();
    return cure;
}

} // namespace

std::vector<CureCandidate> cureCandidates(const AlarmRule &rule, double span,
                                          const std::string &suppressor)
{
    std::vector<CureCandidate> candidates;
    const auto add = [&](Kind kind, double deadband, double on, double off) {
        CureCandidate made {kind, rule};
        made.rule.deadband = deadband;
        made.rule.onDelaySeconds = on;
        made.rule.offDelaySeconds = off;
        candidates.push_back(std::move(made));
    };
    const double on = rule.onDelaySeconds;
    const double off = rule.offDelaySeconds;
    const std::vector<double> wider = deadbands(rule, span);
    const std::vector<double> onDelays = delays(rule, on, true);
    const std::vector<double> offDelays = delays(rule, off, false);
    for (const double deadband : wider)
        add(Kind::Deadband, deadband, on, off);
    for (const double delay : onDelays)
        add(Kind::OnDelay, rule.deadband, delay, off);
    for (const double delay : offDelays)
        add(Kind::OffDelay, rule.deadband, on, delay);
    const double wide = wider.empty() ? rule.deadband : wider[wider.size() / 2];
    for (std::size_t i = 0; i < std::min(onDelays.size(), offDelays.size()); ++i)
        add(Kind::Delays, wide, onDelays[i], offDelays[i]);
    if (!suppressor.empty()) {
        CureCandidate made {Kind::Suppression, rule};
        made.rule.suppressWhen.alarm = suppressor;
        made.rule.releaseDelaySeconds = std::max(rule.releaseDelaySeconds, kRelease);
        candidates.push_back(std::move(made));
    }
    return candidates;
}

RuleCure chooseCure(const AlarmRule &rule, const std::vector<CureCandidate> &candidates,
                    const HistoryTrialResult &found, std::size_t tags)
{
    const AlarmTime from = toMicroseconds(found.range.from);
    const AlarmTime to = toMicroseconds(found.range.to);
    RuleCure cure;
    cure.before = cure.after = rule;
    cure.range = found.range;
    cure.isTried = to > from;
    cure.isCut = found.isCut;
    if (!cure.isTried || tags == 0)
        return cure;
    const std::vector<TrialOccurrence> &real = found.occurrences.front();
    cure.figuresBefore = cure.figuresAfter = trialFigures(real, from, to);
    cure.standingShare = static_cast<double>(cure.figuresBefore.standing)
        / (static_cast<double>(to - from) * static_cast<double>(tags));
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::vector<TrialOccurrence> &raised = found.occurrences[i + 1];
        const TrialFigures after = trialFigures(raised, from, to);
        const bool isHidden = candidates[i].kind == Kind::Suppression;
        const double left = isHidden ? share(after.raised, cure.figuresBefore.raised)
                                     : share(after.nuisance, cure.figuresBefore.nuisance);
        if (left > kMayStay)
            continue;
        if (!isHidden && !missedBy(raised, real, RuleBacktest::realTime(rule)).empty())
            continue;
        cure.kind = candidates[i].kind;
        cure.after = candidates[i].rule;
        cure.figuresAfter = after;
        return cure;
    }
    if (cure.standingShare < kAlwaysOn)
        return cure;
    cure.kind = Kind::Retirement;
    cure.after.enabled = false;
    cure.figuresAfter = {};
    return cure;
}

Result<WorstCures> curesOfWorst(HistoryReader &history, const JournalSource &journal,
                                const TagRegistry &tags, const std::vector<AlarmRule> &rules,
                                TimeRange range, HistoryJob::Progress &progress)
{
    Result<RuleRecords> records = ruleRecords(journal, range, progress.cancel);
    if (!records.ok())
        return records.error();
    const Known known(rules, std::move(records).value());
    std::vector<const RuleRecord *> worst;
    for (const RuleRecord &record : known.records.rules) {
        if (known.enabled(record.rule) && worst.size() < kWorst)
            worst.push_back(&record);
    }
    WorstCures found {{}, known.records.timesUntil};
    for (const RuleRecord *record : worst) {
        const auto tell = [&](double part) {
            progress.part = (static_cast<double>(found.cures.size()) + part)
                / static_cast<double>(worst.size());
        };
        Result<RuleCure> cure = cureOf(*known.enabled(record->rule), *record, history, tags, known,
                                       range, progress.cancel, tell);
        if (!cure.ok())
            return cure.error();
        found.cures.push_back(std::move(cure).value());
    }
    return found;
}

} // namespace telltale
