// What callers ask of the service; everything here runs in their threads.

#include "data/alarms/local_alarm_service.h"

#include "data/alarms/system_rules.h"

namespace telltale {
namespace {

constexpr std::chrono::seconds kClockTolerance {2};

AlarmSample sampleOf(const SampleBatch &batch, std::size_t i)
{
    const SampleFlags flags = batch.flags()[i];
    return alarmSampleOf(batch.times()[i], batch.values()[i], batch.qualities()[i], flags,
                         flags.kind() == SampleFlags::Kind::Text ? batch.side(i) : nullptr);
}

} // namespace

LocalAlarmService::LocalAlarmService(Options options, TagRegistry &registry, const Clock &clock,
                                     AlarmBoard &board)
    : m_options(std::move(options))
    , m_path(m_options.folder + "/alarms.db")
    , m_registry(registry)
    , m_clock(clock)
    , m_board(board)
    , m_signer(m_options.folder, m_options.signingKey, clock)
{ }

LocalAlarmService::~LocalAlarmService()
{
    m_board.setActor({});
    stop();
}

JournalPosition LocalAlarmService::committed() const
{
    const std::lock_guard lock(m_mutex);
    return m_stored;
}

std::string LocalAlarmService::storeError() const
{
    const std::lock_guard lock(m_mutex);
    if (m_storeError.empty() || m_lostEntries == 0)
        return m_storeError;
    return m_storeError + "; " + std::to_string(m_lostEntries)
        + " entries of the alarm journal had no room in memory";
}

RuleSet LocalAlarmService::rules() const
{
    const std::lock_guard lock(m_mutex);
    return m_rules;
}

void LocalAlarmService::batch(const SampleBatchPtr &batch)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    addNewTags(t);
    judge(t, *batch);
    const bool wasStored = m_position == m_stored;
    m_position = std::max(m_position, batch->end);
    collect();
    publishIfDue(false);
    if (wasStored && m_position != m_stored)
        m_storeWork.notify_one();
}

void LocalAlarmService::judge(AlarmTime t, const SampleBatch &batch)
{
    const std::vector<TagId> &tags = batch.tags();
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (!m_engine.isWatched(tags[i]) || batch.flags()[i].has(SampleFlags::kHistorical))
            continue;
        m_engine.sample(t, tags[i], sampleOf(batch, i));
    }
    m_engine.advanceTo(t);
}

void LocalAlarmService::addNewTags(AlarmTime t)
{
    if (const std::uint64_t revision = m_registry.sourceRevision(); revision != m_sourceRevision) {
        m_sourceRevision = revision;
        m_engine.setTagSources(m_registry.sources());
    }
    const std::size_t known = m_engine.tagCount();
    if (m_registry.size() == known)
        return;
    const std::vector<std::string> paths = m_registry.pathsFrom(known);
    std::vector<SourceId> sources;
    sources.reserve(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i)
        sources.push_back(m_registry.info(TagId {static_cast<std::uint32_t>(known + i)}).source);
    m_engine.addTags(t, known, paths, sources);
}

void LocalAlarmService::sourceChanged(SourceId source, const std::string &name, bool up,
                                      Timestamp at)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    ruleOfSource(t, source, name);
    m_engine.connection(t, source.value, up, toMicroseconds(at));
    collect();
    publishIfDue(false);
}

void LocalAlarmService::sourceOff(SourceId source, const std::string &name, Timestamp /*at*/)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    ruleOfSource(t, source, name);
    m_engine.linkOff(t, source.value);
    collect();
    publishIfDue(false);
}

/// Makes the source's alarm, or lets one that was stored watch it again.
void LocalAlarmService::ruleOfSource(AlarmTime t, SourceId source, const std::string &name)
{
    addSystemRule(t, sourceRule(nameOf(source, name), source.value));
}

void LocalAlarmService::addSystemRule(AlarmTime t, const AlarmRule &rule)
{
    if (putSystemRule(rule))
        installRules(t, nullptr);
}

/// False: it is there. True: the rules must be installed, once for all that are put.
bool LocalAlarmService::putSystemRule(const AlarmRule &rule)
{
    const auto isSame
        = [&rule](const AlarmRule &one) { return one.id == rule.id && one.link == rule.link; };
    if (std::any_of(m_systemRules.begin(), m_systemRules.end(), isSame))
        return false;
    std::erase_if(m_systemRules, [&rule](const AlarmRule &one) {
        return one.id == rule.id || one.link == rule.link;
    });
    m_systemRules.push_back(rule);
    return true;
}

/// A source nobody named keeps the name its alarm has.
std::string LocalAlarmService::nameOf(SourceId source, const std::string &name) const
{
    if (!name.empty())
        return name;
    const auto isIt = [source](const AlarmRule &rule) { return rule.link == source.value; };
    const auto known = std::find_if(m_systemRules.begin(), m_systemRules.end(), isIt);
    if (known == m_systemRules.end())
        return std::to_string(source.value);
    return known->id.substr(std::string_view(kSourceAlarmPrefix).size());
}

void LocalAlarmService::recordingChanged(Recording recording, Timestamp at)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    const bool runs = recording == Recording::Runs;
    if (!runs)
        nameStopped(t, recording);
    m_engine.connection(t, kRecordingLink, runs, toMicroseconds(at));
    collect();
    publishIfDue(false);
}

/// In the alarm's words, which it keeps when recording goes on.
void LocalAlarmService::nameStopped(AlarmTime t, Recording recording)
{
    const AlarmRule rule = recordingRule(recording);
    for (AlarmRule &known : m_systemRules) {
        if (known.id != rule.id || known.cause == rule.cause)
            continue;
        known = rule;
        installRules(t, nullptr);
        const std::uint32_t alarm = m_engine.find(rule.id);
        m_unsaved.insert(alarm);
        return refreshRow(alarm);
    }
}

void LocalAlarmService::setRules(RuleSet rules, const std::string &reason, AlarmRole role)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    while (const std::optional<RuleFault> fault = findFault(rules.rules)) {
        refuse(t, *fault, rules.rules[fault->rule]);
        rules.rules.erase(rules.rules.begin() + static_cast<std::ptrdiff_t>(fault->rule));
    }
    m_rulesUnsaved = m_rulesUnsaved || rules != m_rules;
    m_rules = std::move(rules);
    addNewTags(t);
    const AlarmEngine::Actor actor {m_options.user, role, reason};
    installRules(t, &actor);
    collect();
    publishIfDue(false);
}

void LocalAlarmService::refuse(AlarmTime t, const RuleFault &fault, const AlarmRule &rule)
{
    AlarmJournalEntry refused;
    refused.time = refused.eventTime = timestampFromMicroseconds(t);
    refused.type = "REJECT";
    refused.alarm = rule.id;
    refused.action = "config";
    refused.reason = fault.member + ' ' + fault.reason;
    refused.by = m_options.user;
    m_engine.output().journal.push_back(std::move(refused));
}

void LocalAlarmService::installRules(AlarmTime t, const AlarmEngine::Actor *actor)
{
    std::vector<AlarmRule> all = m_systemRules;
    all.insert(all.end(), m_rules.rules.begin(), m_rules.rules.end());
    m_engine.setRules(t, std::move(all), m_rules.groups, actor);
}

/// The clock; a step of it is told to the engine first. Time that passes between the two readings
/// is no step: they are repeated.
AlarmTime LocalAlarmService::now()
{
    std::chrono::microseconds steady {};
    Timestamp wall;
    do {
        steady = m_clock.steady();
        wall = m_clock.now();
    } while (m_clock.steady() - steady > kClockTolerance);
    const std::chrono::microseconds offset = wall.time_since_epoch() - steady;
    const std::chrono::microseconds step = offset - m_clockOffset;
    m_clockOffset = offset;
    if (step > kClockTolerance || step < -kClockTolerance)
        m_engine.clockStepped(toMicroseconds(wall), step.count());
    return toMicroseconds(wall);
}

} // namespace telltale
