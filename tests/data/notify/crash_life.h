#pragma once

#include "data/notify/notifier.h"
#include "tests/data/alarms/service_bench.h"
#include "tests/support/fixed_credentials.h"

#include <random>

namespace telltale::test {

constexpr int kCrashAlarms = 6;
constexpr const char *kCrashStation = "desk";
std::string crashAlarm(int number);
RuleSet crashRules();
/// Where the channel writes the keys it is given, a line each.
QString deliveriesIn(const QString &folder);

/// What a life says of an action once it was told that it is done.
struct ToldAction
{
    AlarmAction::Kind kind = AlarmAction::Kind::Comment;
    int alarm = 0;
    std::uint64_t serial = 0; ///< of this life
    std::uint64_t occurrence = 0; ///< of an acknowledgement
    std::uint64_t settled = 0; ///< so many deliveries had been confirmed when it was asked for
};

/// Who does it: tells an action from all others of all lives.
std::string actorOf(int life, std::uint64_t serial);

/// Alarms, and who carries their notifications to a file; ended in the right order.
struct CrashLife
{
    /// Each life begins a day after the one before.
    CrashLife(const QString &folder, int number, unsigned seed);
    ~CrashLife();

    /// Raises alarms and acts, for ever; writes each ToldAction to `report`.
    [[noreturn]] void live(int report);

    ServiceBench bench;
    FixedCredentials credentials;
    ProblemList problems;
    std::unique_ptr<Notifier> notifier;

private:
    void actOn(int alarm, int report);
    bool acknowledge(const std::string &alarm, AlarmAction action, ToldAction &told);

    const int m_number;
    std::minstd_rand m_random;
    std::uint64_t m_serial = 0;
};

} // namespace telltale::test
