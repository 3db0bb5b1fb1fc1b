#include "tests/bench/alarm_rig.h"

#include <cstdio>
#include <thread>

namespace telltale::bench {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr int kRules = 10'000;
constexpr int kPriorities = 4;
constexpr double kAlarming = 100.0;
constexpr double kMostTime = 1.02; ///< of what the load should take
constexpr auto kPatience = 60s;
constexpr auto kWarmUp = 1s;
constexpr std::uint64_t kSampleBytes = 50; ///< as a message of the raw journal has

AlarmRule ruleOf(const std::string &id, const std::string &tag)
{
    AlarmRule rule;
    rule.id = id;
    rule.title = id;
    rule.tag = tag;
    rule.limit = 80.0;
    rule.cause = rule.consequence = rule.action = "bench";
    rule.respondWithinSeconds = 600.0;
    rule.rationalisedBy = "bench";
    rule.rationalisedAt = "2026-01-01";
    rule.alarmClass = "bench";
    return rule;
}

/// Of every kind that samples of a number are judged by; ordinary ones are normal to all.
AlarmRule ordinaryRule(int number, const std::string &tag)
{
    AlarmRule rule = ruleOf("rule" + std::to_string(number), tag);
    rule.deadband = 2.0;
    rule.onDelaySeconds = number % 3 == 0 ? 5.0 : 0.0;
    switch (number % 10) {
    case 5:
        rule.side = AlarmRule::Side::Low;
        rule.limit = 10.0;
        break;
    case 6:
    case 7:
        rule.kind = AlarmRule::Kind::Deviation;
        rule.setpoint = 45.0;
        rule.high = rule.low = 30.0;
        break;
    case 8:
        rule.kind = AlarmRule::Kind::Rate;
        rule.limit = 1e6;
        rule.windowSeconds = 2.0;
        break;
    case 9:
        rule.kind = AlarmRule::Kind::Stale;
        rule.timeoutSeconds = 600.0;
        break;
    default:
        break;
    }
    return rule;
}

std::string ordinaryPath(int number)
{
    return "bench/line" + std::to_string(number % 100) + "/m" + std::to_string(number) + "/value";
}

std::string burstPath(int priority, const std::string &last)
{
    return "bench/burst" + std::to_string(priority) + '/' + last;
}

RuleSet ratedRules()
{
    RuleSet set;
    for (int i = 0; i < kRules - kPriorities - 1; ++i)
        set.rules.push_back(ordinaryRule(i, ordinaryPath(i)));
    for (int priority = 1; priority <= kPriorities; ++priority) {
        set.rules.push_back(ruleOf("burst" + std::to_string(priority), burstPath(priority, "*")));
        set.rules.back().priority = priority;
    }
    set.rules.push_back(ruleOf("probe", "bench/probe/*"));
    set.rules.back().priority = 1;
    return set;
}

} // namespace

bool AlarmRig::open(const std::string &folder, Rules rules)
{
    for (int i = 0; i < kRules; ++i)
        m_ordinary.push_back(registry.intern(ordinaryPath(i)));
    for (int i = 0; i < kProbes; ++i)
        m_probes.push_back(registry.intern("bench/probe/" + std::to_string(i)));
    for (int i = 0; i < kBurst; ++i)
        m_burst.push_back(registry.intern(burstPath(1 + i % kPriorities, std::to_string(i))));
    auto opened = AlarmService::open({folder, "bench", "bench"}, registry, Clock::system(), board);
    if (!opened.ok()) {
        std::fprintf(stderr, "bench: %s\n", opened.error().detail.c_str());
        return false;
    }
    m_service = std::move(opened).value();
    m_service->setRules(rules == Rules::Rated ? ratedRules() : RuleSet(), "bench");
    m_notifier = std::make_unique<Notifier>(
        Notifier::Doors {*m_service, m_credentials, m_problems, Clock::system()}, "bench");
    m_notifier->start({});
    feed(kWarmUp); // how it goes while the rules are being stored is no matter
    return waitUntilStored();
}

void AlarmRig::close()
{
    m_notifier->stop({});
    m_service->stop();
    m_notifier.reset();
    m_service.reset();
}

bool AlarmRig::feed(std::chrono::milliseconds time, const Alarms &alarms)
{
    const auto began = SteadyClock::now();
    const auto batches = static_cast<int>(time / kEvery);
    for (int n = 0; n < batches; ++n) {
        std::this_thread::sleep_until(began + n * kEvery);
        m_service->batch(batch(alarms ? alarms(n) : std::vector<TagId>()));
    }
    std::this_thread::sleep_until(began + time);
    const double share = std::chrono::duration<double>(SteadyClock::now() - began) / time;
    if (share <= kMostTime)
        return true;
    std::fprintf(stderr, "bench: the samples of %.0f s took %.2f times as long\n",
                 std::chrono::duration<double>(time).count(), share);
    return false;
}

SampleBatchPtr AlarmRig::batch(const std::vector<TagId> &alarms)
{
    auto made = std::make_shared<SampleBatch>();
    made->reserve(kBatch);
    const Timestamp now = Clock::system().now();
    for (std::size_t i = alarms.size(); i < kBatch; ++i, ++m_count) {
        const double value = 40.0 + static_cast<double>(m_count % 7919) * 0.001;
        made->append(m_ordinary[m_count % m_ordinary.size()], now, value, Quality::good(), {});
    }
    for (const TagId tag : alarms)
        made->append(tag, now, kAlarming, Quality::good(), {});
    made->arrival = now;
    made->messages = kBatch;
    made->begin = m_position;
    m_position.offset += kBatch * kSampleBytes;
    made->end = m_position;
    return made;
}

bool AlarmRig::waitUntilStored()
{
    const auto end = SteadyClock::now() + kPatience;
    while (m_service->committed() < m_position && SteadyClock::now() < end)
        std::this_thread::sleep_for(50ms);
    const bool isStored = m_service->committed() == m_position;
    if (!isStored)
        std::fprintf(stderr, "bench: not stored: %s\n", m_service->storeError().c_str());
    return isStored;
}

} // namespace telltale::bench
