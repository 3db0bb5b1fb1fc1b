// What callers ask of the service; everything here runs in their threads.

#include "data/alarms/local_alarm_service.h"

#include "data/alarms/alarm_rows.h"
#include "data/alarms/rule_check.h"
#include "data/alarms/system_rules.h"

namespace telltale {
namespace {

constexpr std::size_t kRing = 100'000; ///< entries kept while the store cannot be written
constexpr std::size_t kShortList = 256; ///< rows a caller may build a list of in passing
constexpr std::chrono::milliseconds kPublishInterval {20};
constexpr std::chrono::seconds kClockTolerance {2};

AlarmSample sampleOf(const SampleBatch &batch, std::size_t i)
{
    const SampleFlags flags = batch.flags()[i];
    AlarmSample sample;
    sample.time = batch.times()[i];
    sample.value = batch.values()[i];
    sample.quality = batch.qualities()[i].status();
    sample.isRepeat = flags.has(SampleFlags::kRetained) && flags.has(SampleFlags::kNoSourceTime);
    if (flags.kind() == SampleFlags::Kind::Boolean)
        sample.type = AlarmSample::Type::Boolean;
    if (flags.kind() != SampleFlags::Kind::Text)
        return sample;
    sample.type = AlarmSample::Type::Text;
    const SideValue *side = batch.side(i);
    if (const auto *text = side ? std::get_if<std::string>(side) : nullptr)
        sample.text = *text;
    return sample;
}

} // namespace

LocalAlarmService::LocalAlarmService(Options options, TagRegistry &registry, const Clock &clock,
                                     AlarmBoard &board)
    : m_options(std::move(options))
    , m_path(m_options.folder + "/alarms.db")
    , m_registry(registry)
    , m_clock(clock)
    , m_board(board)
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
    return m_storeError;
}

std::vector<AlarmRule> LocalAlarmService::rules() const
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
                                      Timestamp /*at*/)
{
    const std::lock_guard lock(m_mutex);
    const AlarmRule rule = sourceRule(name, source.value);
    const auto isSame
        = [&rule](const AlarmRule &one) { return one.id == rule.id && one.link == rule.link; };
    const AlarmTime t = now();
    if (std::none_of(m_systemRules.begin(), m_systemRules.end(), isSame)) {
        std::erase_if(m_systemRules, [&rule](const AlarmRule &one) {
            return one.id == rule.id || one.link == rule.link;
        });
        m_systemRules.push_back(rule);
        installRules(t, nullptr);
    }
    m_engine.connection(t, source.value, up);
    collect();
    publishIfDue(false);
}

void LocalAlarmService::recordingChanged(bool recording, Timestamp /*at*/)
{
    const std::lock_guard lock(m_mutex);
    m_engine.connection(now(), kRecordingLink, recording);
    collect();
    publishIfDue(false);
}

void LocalAlarmService::setRules(std::vector<AlarmRule> rules, const std::string &reason)
{
    const std::lock_guard lock(m_mutex);
    const AlarmTime t = now();
    const AlarmEngine::Actor actor {m_options.user, AlarmRole::Engineer, reason};
    while (const std::optional<RuleFault> fault = findFault(rules)) {
        AlarmJournalEntry refused;
        refused.time = refused.eventTime = timestampFromMicroseconds(t);
        refused.type = "REJECT";
        refused.alarm = rules[fault->rule].id;
        refused.action = "config";
        refused.reason = fault->member + ' ' + fault->reason;
        refused.by = actor.by;
        m_engine.output().journal.push_back(std::move(refused));
        rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(fault->rule));
    }
    m_rulesUnsaved = m_rulesUnsaved || rules != m_rules;
    m_rules = std::move(rules);
    addNewTags(t);
    installRules(t, &actor);
    collect();
    publishIfDue(false);
}

void LocalAlarmService::installRules(AlarmTime t, const AlarmEngine::Actor *actor)
{
    std::vector<AlarmRule> all = m_systemRules;
    all.insert(all.end(), m_rules.begin(), m_rules.end());
    m_engine.setRules(t, std::move(all), {}, actor);
}

/// The clock; a step of it is told to the engine first.
AlarmTime LocalAlarmService::now()
{
    const Timestamp wall = m_clock.now();
    const std::chrono::microseconds offset = wall.time_since_epoch() - m_clock.steady();
    const std::chrono::microseconds step = offset - m_clockOffset;
    m_clockOffset = offset;
    if (step > kClockTolerance || step < -kClockTolerance)
        m_engine.clockStepped(toMicroseconds(wall), step.count());
    return toMicroseconds(wall);
}

void LocalAlarmService::act(AlarmAction action, AlarmBoard::Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isStopping) {
            if (action.by.empty())
                action.by = m_options.user;
            Outcome outcome = perform(now(), action);
            collect();
            publishIfDue(false);
            m_waiting.push_back({std::move(done), std::move(outcome)});
            m_storeWork.notify_one();
            return;
        }
    }
    done(Error {Error::Code::NotPermitted, "the alarm engine has ended"});
}

Outcome LocalAlarmService::perform(AlarmTime t, const AlarmAction &action)
{
    const AlarmEngine::Actor actor {action.by, action.role, action.text};
    std::string refusal;
    if (action.kind == AlarmAction::Kind::Silence)
        refusal = m_engine.silence(t, actor);
    else if (action.kind == AlarmAction::Kind::AcknowledgeGroup)
        refusal = m_engine.acknowledgeGroup(t, action.group, actor);
    for (const auto &[alarm, occurrence] : action.alarms) {
        const std::string one = performOne(t, action, alarm, occurrence);
        refusal = refusal.empty() ? one : refusal;
    }
    if (refusal.empty())
        return {};
    const bool isUnknown = refusal.starts_with("unknown");
    const bool isForbidden = refusal == "not_permitted";
    return Error {isUnknown         ? Error::Code::NotFound
                      : isForbidden ? Error::Code::NotPermitted
                                    : Error::Code::Refused,
                  refusal};
}

std::string LocalAlarmService::performOne(AlarmTime t, const AlarmAction &action,
                                          const std::string &alarm, std::uint64_t occurrence)
{
    using Kind = AlarmAction::Kind;
    const AlarmEngine::Actor actor {action.by, action.role, action.text};
    switch (action.kind) {
    case Kind::Acknowledge: {
        const std::string refusal = m_engine.acknowledge(t, alarm, actor, occurrence);
        if (refusal.empty() && alarm == kStateLostAlarm)
            m_engine.connection(t, kStateLostLink, true); // it was told: that is all it is for
        return refusal;
    }
    case Kind::AcknowledgeVisible:
        return mayBeAcknowledgedWithOthers(alarm)
            ? m_engine.acknowledge(t, alarm, actor, occurrence)
            : std::string();
    case Kind::Reset:
        return m_engine.reset(t, alarm, actor);
    case Kind::Comment:
        return m_engine.comment(t, alarm, actor);
    case Kind::Shelve:
        return m_engine.shelve(t, alarm, actor, static_cast<double>(action.shelveFor.count()),
                               action.oneShot);
    case Kind::Unshelve:
        return m_engine.unshelve(t, alarm, actor);
    case Kind::OutOfService:
        return m_engine.takeOutOfService(t, alarm, actor);
    case Kind::ReturnToService:
        return m_engine.returnToService(t, alarm, actor);
    case Kind::Silence:
    case Kind::AcknowledgeGroup:
        break;
    }
    return {};
}

/// Priority 1 is confirmed singly; what needs nothing is no refusal among many.
bool LocalAlarmService::mayBeAcknowledgedWithOthers(const std::string &alarm) const
{
    const std::uint32_t index = m_engine.find(alarm);
    if (index == kNoAlarm)
        return false;
    const AlarmInstance &found = m_engine.alarms()[index];
    const AlarmState shown = found.shown();
    const bool needsIt = shown == AlarmState::Unacked || shown == AlarmState::ReturnedUnacked
        || shown == AlarmState::LatchedUnacked;
    return needsIt && found.rule->priority != 1;
}

/// Takes what the engine did over into what is to be stored and shown.
void LocalAlarmService::collect()
{
    AlarmOutput &output = m_engine.output();
    for (AlarmJournalEntry &entry : output.journal) {
        entry.station = m_options.station;
        if (!entry.tag.empty())
            entry.unit = m_registry.info(m_registry.find(entry.tag)).unit;
        m_entries.push_back(std::move(entry));
    }
    if (m_entries.size() > kRing)
        m_entries.erase(m_entries.begin(), m_entries.end() - static_cast<std::ptrdiff_t>(kRing));
    for (const std::uint32_t alarm : m_engine.takeUnsavedAlarms()) {
        m_unsaved.insert(alarm);
        refreshRow(alarm);
    }
    m_isChanged = m_isChanged || !output.horn.empty() || !output.states.empty();
    output.clear();
    if (!m_entries.empty() || !m_unsaved.empty() || m_rulesUnsaved)
        m_storeWork.notify_one();
    if (m_engine.nextDue() < m_plannedTick)
        m_tickWork.notify_one();
}

void LocalAlarmService::refreshRow(std::uint32_t alarm)
{
    const AlarmInstance &instance = m_engine.alarms()[alarm];
    if (!instance.rule || instance.shown() == AlarmState::Normal) {
        m_isChanged = m_rows.erase(alarm) > 0 || m_isChanged;
        return;
    }
    std::string unit;
    if (!instance.path.empty())
        unit = m_registry.info(m_registry.find(instance.path)).unit;
    m_rows[alarm] = makeRow(alarm, instance, std::move(unit));
    m_isChanged = true;
}

/// Lists are shown from memory at once, but not more often than they can be built.
void LocalAlarmService::publishIfDue(bool mayBuildLongLists)
{
    if (!m_isChanged)
        return;
    const bool isDue = std::chrono::steady_clock::now() >= m_nextPublish;
    if (isDue && (m_rows.size() <= kShortList || mayBuildLongLists))
        publish();
    else if (!mayBuildLongLists)
        m_tickWork.notify_one();
}

void LocalAlarmService::publish()
{
    const auto began = std::chrono::steady_clock::now();
    std::vector<AlarmRow> rows;
    rows.reserve(m_rows.size());
    for (const auto &[alarm, row] : m_rows)
        rows.push_back(row);
    auto snapshot = std::make_shared<AlarmSnapshot>(makeSnapshot(std::move(rows)));
    m_publishedPerHour = m_engine.flood().inLastHour(m_engine.now());
    snapshot->flood = m_engine.flood().isOn();
    snapshot->horn = m_engine.isHornOn();
    snapshot->perHour = static_cast<double>(m_publishedPerHour);
    snapshot->version = ++m_version;
    m_isChanged = false;
    m_board.publish(std::move(snapshot));
    const auto ended = std::chrono::steady_clock::now();
    const std::chrono::steady_clock::duration pace
        = std::max<std::chrono::steady_clock::duration>(kPublishInterval, 5 * (ended - began));
    m_nextPublish = ended + pace;
}

} // namespace telltale
