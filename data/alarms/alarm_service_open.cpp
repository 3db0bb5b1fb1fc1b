// How the service begins: the store is read, set aside if it cannot be, and the engine started.

#include "data/alarms/local_alarm_service.h"

#include "data/alarms/rule_json.h"
#include "data/alarms/system_rules.h"

#include <filesystem>

namespace telltale {
namespace {

constexpr std::chrono::seconds kSourcePatience {60};

bool restore(AlarmEngine &engine, const AlarmStoreContent &content)
{
    bool isRead = content.globals.empty() || engine.restoreGlobals(content.globals);
    for (const AlarmCommit::Alarm &alarm : content.alarms)
        isRead = isRead && engine.restoreAlarm(alarm.id, alarm.memory);
    for (const AlarmCommit::Input &input : content.inputs)
        isRead = isRead && engine.restoreInput(input.path, input.memory);
    return isRead;
}

bool isReadable(const AlarmStoreContent &content)
{
    AlarmEngine scratch;
    return restore(scratch, content)
        && (content.rules.empty() || parseRuleSet(content.rules, RuleOrigin::Store).ok());
}

/// Errors that say that the bytes are wrong, not that the disk is.
bool isDamage(const Error &error)
{
    return error.code == Error::Code::Damaged || error.code == Error::Code::Internal
        || error.code == Error::Code::Malformed;
}

std::optional<std::string> nameBehind(std::string_view prefix, const std::string &id)
{
    return id.starts_with(prefix) ? std::optional(id.substr(prefix.size())) : std::nullopt;
}

} // namespace

Outcome LocalAlarmService::open()
{
    bool isLost = false;
    const Result<AlarmStoreContent> content = openStore(isLost);
    if (!content && content.error().code == Error::Code::NewerVersion)
        return content.error();
    std::unique_lock lock(m_mutex);
    if (!content) { // runs in memory, tries again
        m_storeError = content.error().detail;
        m_savesAll = true;
        m_missesOutbox = true;
        std::error_code status;
        isLost = std::filesystem::is_regular_file(m_path, status);
    }
    begin(content ? content.value() : AlarmStoreContent {}, isLost);
    lock.unlock();
    m_board.setActor([this](AlarmAction action, AlarmBoard::Done done) {
        act(std::move(action), std::move(done));
    });
    m_signer.start(m_store ? std::optional(m_store->head().sequence) : std::nullopt);
    m_tickThread = std::thread([this] { runTimers(); });
    m_storeThread = std::thread([this] { runStore(); });
    return {};
}

Result<AlarmStoreContent> LocalAlarmService::openStore(bool &isLost)
{
    Result<AlarmStoreContent> content = readStore();
    if (content || !isDamage(content.error()))
        return content;
    if (const Outcome aside = setStoreAside(); !aside)
        return aside.error();
    isLost = true;
    return readStore();
}

Result<AlarmStoreContent> LocalAlarmService::readStore()
{
    Result<std::unique_ptr<AlarmStore>> store = AlarmStore::open(m_path);
    if (!store)
        return store.error();
    m_store = std::move(store).value();
    m_storeId = m_store->id();
    Result<AlarmStoreContent> content = m_store->load();
    if (content && !isReadable(content.value()))
        return Error {Error::Code::Damaged, m_path + ": the stored state is no such state"};
    if (content && !m_store->settle()) // an earlier life may have ended at a failed sync
        m_store.reset(); // opened again by the first commit, which says what is wrong
    return content;
}

void LocalAlarmService::begin(const AlarmStoreContent &content, bool isLost)
{
    m_clockOffset = m_clock.now().time_since_epoch() - m_clock.steady();
    const AlarmTime t = now();
    restore(m_engine, content);
    m_position = m_stored = content.position;
    m_systemRules = {recordingRule(Recording::BothStopped), stateLostRule()};
    for (const AlarmCommit::Alarm &alarm : content.alarms) {
        if (const auto source = nameBehind(kSourceAlarmPrefix, alarm.id))
            m_systemRules.push_back(sourceRule(*source, kUnknownSourceLink));
        else if (const auto channel = nameBehind(kChannelAlarmPrefix, alarm.id))
            m_systemRules.push_back(channelRule(*channel, kUnknownSourceLink));
    }
    m_uncarried = content.outbox;
    if (Result<RuleSet> rules = parseRuleSet(content.rules, RuleOrigin::Store); rules)
        m_rules = std::move(rules).value();
    addNewTags(t);
    installRules(t, nullptr);
    m_engine.start(t);
    if (isLost)
        m_engine.connection(t, kStateLostLink, false, t);
    m_forgetUnknown = std::chrono::steady_clock::now() + kSourcePatience;
    for (std::uint32_t i = 0; i < m_engine.alarms().size(); ++i)
        refreshRow(i);
    collect();
    publish();
}

Result<std::unique_ptr<AlarmService>> AlarmService::open(const Options &options,
                                                         TagRegistry &registry, const Clock &clock,
                                                         AlarmBoard &board)
{
    auto service = std::make_unique<LocalAlarmService>(options, registry, clock, board);
    if (const Outcome opened = service->open(); !opened)
        return opened.error();
    return std::unique_ptr<AlarmService>(std::move(service));
}

} // namespace telltale
