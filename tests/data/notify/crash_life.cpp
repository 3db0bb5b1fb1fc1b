#include "tests/data/notify/crash_life.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace telltale::test {
namespace {

using namespace std::chrono_literals;

constexpr RetryPolicy kPolicy {1ms, 20ms, 24h * 365 * 100}; // nothing is given up
constexpr int kLooks = 50; ///< for an alarm that is on its way into the list

/// Confirms what is in the file for ever; fails now and then before it wrote anything.
class FileChannel final : public Channel
{
public:
    FileChannel(std::string path, unsigned seed)
        : m_path(std::move(path))
        , m_random(seed)
    { }
    Outcome send(const OutgoingNotification &notification, const std::stop_token &) override
    {
        if (m_random() % 8 == 0)
            return Error {Error::Code::Busy, "not this time"};
        const int file = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        const std::string line = notification.key + '\n';
        const bool isWritten = file >= 0
            && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size())
            && ::fsync(file) == 0;
        ::close(file);
        return isWritten ? Outcome() : Outcome(Error {Error::Code::DiskError, m_path});
    }

private:
    const std::string m_path;
    std::minstd_rand m_random;
};

} // namespace

std::string crashAlarm(int number)
{
    return "a" + std::to_string(number);
}

/// Of priority 2, so that no flood withholds them, and they can be shelved.
RuleSet crashRules()
{
    RuleSet rules;
    for (int i = 0; i < kCrashAlarms; ++i) {
        AlarmRule &rule
            = rules.rules.emplace_back(limitRule(crashAlarm(i), "T" + std::to_string(i), 80));
        rule.priority = 2;
        rule.notify.clear = true;
    }
    return rules;
}

QString deliveriesIn(const QString &folder)
{
    return folder + QStringLiteral("/deliveries");
}

std::string actorOf(int life, std::uint64_t serial)
{
    return std::to_string(life) + '-' + std::to_string(serial);
}

CrashLife::CrashLife(const QString &folder, int number, unsigned seed)
    : bench(folder, 24h * number, crashRules())
    , m_number(number)
    , m_random(seed)
{
    if (!bench.service)
        return;
    ChannelConfig channel;
    channel.name = "file";
    channel.make = [path = deliveriesIn(folder).toStdString(), seed](const ChannelDoors &) {
        return std::make_unique<FileChannel>(path, seed);
    };
    notifier = std::make_unique<Notifier>(
        Notifier::Doors {*bench.service, credentials, problems, bench.clock}, kCrashStation,
        kPolicy);
    notifier->start({channel});
}

CrashLife::~CrashLife()
{
    if (notifier)
        notifier->stop(10s);
    notifier.reset();
    bench.service.reset();
}

/// The alarms come two minutes apart, so that none chatters.
void CrashLife::live(int report)
{
    for (;;) {
        bench.pass(2min);
        for (int alarm = 0; alarm < kCrashAlarms; ++alarm) {
            const std::string tag = "T" + std::to_string(alarm);
            bench.sample(tag.c_str(), 20);
            bench.sample(tag.c_str(), 99);
        }
        for (int alarm = 0; alarm < kCrashAlarms; ++alarm)
            actOn(alarm, report);
    }
}

void CrashLife::actOn(int alarm, int report)
{
    using Kind = AlarmAction::Kind;
    const std::string id = crashAlarm(alarm);
    const bool isShelved = bench.shown(id) == stateWord(AlarmState::Shelved);
    const std::array kinds {Kind::Acknowledge, Kind::Acknowledge,
                            isShelved ? Kind::Unshelve : Kind::Shelve, Kind::Comment};
    ToldAction told {kinds[m_random() % kinds.size()], alarm, ++m_serial, 0, 0};
    AlarmAction action;
    action.kind = told.kind;
    action.by = actorOf(m_number, told.serial);
    action.text = "words";
    action.shelveFor = 1h;
    bool isDone = false;
    if (told.kind == Kind::Acknowledge) {
        isDone = acknowledge(id, action, told);
    } else {
        told.settled = notifier->status().at(0).sent;
        action.alarms.emplace_back(id, 0);
        isDone = bench.act(std::move(action)).ok();
    }
    if (isDone && ::write(report, &told, sizeof told) != sizeof told)
        ::_exit(1);
}

/// As an operator does: the occurrence in the list, and the newer one if there is one by then.
bool CrashLife::acknowledge(const std::string &alarm, AlarmAction action, ToldAction &told)
{
    for (int look = 0; look < kLooks; ++look) {
        for (const AlarmRow &row : bench.rows()) {
            if (row.id != alarm || !needsAcknowledgement(row.state))
                continue;
            told.settled = notifier->status().at(0).sent;
            told.occurrence = row.occurrence;
            action.alarms = {{alarm, row.occurrence}};
            if (bench.act(action).ok())
                return true;
        }
        if (bench.shown(alarm) == stateWord(AlarmState::Shelved))
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

} // namespace telltale::test
