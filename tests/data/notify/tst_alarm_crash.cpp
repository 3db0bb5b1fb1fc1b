#include "data/alarms/alarm_store.h"
#include "data/alarms/chain_walk.h"
#include "data/alarms/head_check.h"
#include "data/notify/notification_json.h"
#include "tests/data/notify/crash_life.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <map>
#include <poll.h>
#include <random>
#include <set>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// A process that raises alarms, acts on them and sends notifications is killed at random moments.
/// What it was told is done is in the journal, whose chain is whole and replays to the stored
/// state; and every notification arrives, once - but for those that had arrived and were not yet
/// let go by the outbox at the kill. TELLTALE_KILLS says how often, TELLTALE_SEED repeats a run.
class TestAlarmCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedProgramLosesNothingAndRepeatsNothing();

private:
    struct Life
    {
        std::vector<ToldAction> told;
        bool isKilled = false; ///< else it ended by itself
    };
    Life runAndKill(int number);
    void check(int number, const Life &life);
    void readJournal(AlarmReader &reader);
    void checkActions(int number, const Life &life);
    void checkDeliveries(AlarmReader &reader, std::uint64_t settled);
    void checkStates(AlarmReader &reader);
    std::string keyOf(AlarmNotification notification) const;
    std::vector<std::string> newDeliveries();

    QTemporaryDir m_folder;
    std::mt19937 m_random;
    std::string m_store; ///< AlarmStore::id()
    std::uint64_t m_read = 0; ///< entries of the journal
    std::map<std::string, std::vector<AlarmJournalEntry>> m_done; ///< of the life, by who did it
    std::map<std::string, std::string> m_states; ///< the journal replayed; by alarm
    std::set<std::string> m_raised; ///< keys of all that were annunciated
    std::set<std::string> m_owed; ///< those of them that never arrived
    std::set<std::string> m_arrived;
    std::set<std::string> m_open; ///< arrived, and still in the outbox at the last kill
    qint64 m_deliveries = 0; ///< bytes read of their file
    std::uint64_t m_actions = 0;
    std::uint64_t m_repeated = 0;
};

namespace {

int killsAsked()
{
    const int asked = qEnvironmentVariableIntValue("TELLTALE_KILLS");
    return asked > 0 ? asked : 12;
}

unsigned seedAsked()
{
    bool isGiven = false;
    const int seed = qEnvironmentVariableIntValue("TELLTALE_SEED", &isGiven);
    return isGiven ? static_cast<unsigned>(seed) : std::random_device {}();
}

const char *entryOf(AlarmAction::Kind kind)
{
    switch (kind) {
    case AlarmAction::Kind::Acknowledge:
        return "ACK";
    case AlarmAction::Kind::Shelve:
        return "SHELVE";
    case AlarmAction::Kind::Unshelve:
        return "UNSHELVE";
    default:
        return "COMMENT";
    }
}

/// Whether something can be read before `end`; without one it is waited for.
bool waitForWords(int report, std::optional<std::chrono::steady_clock::time_point> end)
{
    pollfd one {report, POLLIN, 0};
    timespec left {};
    if (end) {
        const auto rest = std::max<std::chrono::nanoseconds>(
            *end - std::chrono::steady_clock::now(), std::chrono::nanoseconds(0));
        left.tv_sec = static_cast<time_t>(rest / 1s);
        left.tv_nsec = static_cast<long>((rest % 1s).count());
    }
    return ::ppoll(&one, 1, end ? &left : nullptr, nullptr) != 0;
}

} // namespace

/// Killed some time after its start, or after the first action it was told is done.
TestAlarmCrash::Life TestAlarmCrash::runAndKill(int number)
{
    Life life;
    int ends[2];
    if (::pipe(ends) != 0)
        return life;
    const auto seed = static_cast<unsigned>(m_random());
    const bool countsFromStart = m_random() % 4 == 0;
    const std::chrono::microseconds length(m_random() % 200'000);
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(ends[0]);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        CrashLife child(m_folder.path(), number, seed);
        if (child.notifier)
            child.live(ends[1]);
        ::_exit(1);
    }
    ::close(ends[1]);
    std::optional<std::chrono::steady_clock::time_point> end;
    if (countsFromStart)
        end = std::chrono::steady_clock::now() + length;
    ToldAction told;
    for (;;) {
        if (!life.isKilled && !waitForWords(ends[0], end)) {
            life.isKilled = ::kill(process, SIGKILL) == 0;
            continue;
        }
        if (::read(ends[0], &told, sizeof told) != sizeof told)
            break;
        life.told.push_back(told);
        if (!end)
            end = std::chrono::steady_clock::now() + length;
        if (!life.isKilled && std::chrono::steady_clock::now() >= *end)
            life.isKilled = ::kill(process, SIGKILL) == 0;
    }
    ::close(ends[0]);
    ::waitpid(process, nullptr, 0);
    return life;
}

std::string TestAlarmCrash::keyOf(AlarmNotification notification) const
{
    notification.store = m_store;
    return notificationKey(notification, kCrashStation);
}

/// Since the last call.
std::vector<std::string> TestAlarmCrash::newDeliveries()
{
    QFile file(deliveriesIn(m_folder.path()));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_deliveries))
        return {};
    const QByteArray bytes = file.readAll();
    m_deliveries += bytes.size();
    std::vector<std::string> keys;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.isEmpty())
            keys.push_back(line.toStdString());
    }
    return keys;
}

void TestAlarmCrash::readJournal(AlarmReader &reader)
{
    const std::string folder = m_folder.path().toStdString();
    const auto fault = journalFault(folder);
    QVERIFY(fault.ok());
    QCOMPARE(fault.value(), std::string());
    const auto entries = verifyChain(folder);
    QVERIFY2(entries.ok(), entries.ok() ? "" : entries.error().detail.c_str());
    m_done.clear();
    const auto take = [this](const AlarmJournalEntry &entry, const JournalHash &) {
        m_read = entry.sequence;
        if (!entry.by.empty() && entry.type != "REJECT")
            m_done[entry.by].push_back(entry);
        if (!entry.alarm.empty() && !entry.to.empty())
            m_states[entry.alarm] = entry.to;
        if (entry.type != "ALARM")
            return true;
        AlarmNotification raised;
        raised.alarm = entry.alarm;
        raised.occurrence = entry.occurrence;
        const std::string key = keyOf(raised);
        [&] { QVERIFY2(m_raised.insert(key).second, key.c_str()); }(); // each number once
        m_owed.insert(key);
        return true;
    };
    QVERIFY(reader.scan({}, {m_read + 1, entries.value() + 1}, take).ok());
    QCOMPARE(m_read, entries.value());
}

void TestAlarmCrash::checkActions(int number, const Life &life)
{
    for (const ToldAction &told : life.told) {
        const std::string by = actorOf(number, told.serial);
        const auto done = m_done.find(by);
        QVERIFY2(done != m_done.end(), by.c_str());
        QCOMPARE(done->second.size(), std::size_t(1));
        const AlarmJournalEntry &entry = done->second.front();
        QCOMPARE(entry.type, std::string(entryOf(told.kind)));
        QCOMPARE(entry.alarm, crashAlarm(told.alarm));
        if (told.kind == AlarmAction::Kind::Acknowledge)
            QCOMPARE(entry.occurrence, told.occurrence);
    }
    m_actions += life.told.size();
}

/// `settled`: of the first so many deliveries of this life an action that was asked for later is
/// stored, and so is that they arrived.
void TestAlarmCrash::checkDeliveries(AlarmReader &reader, std::uint64_t settled)
{
    const auto outbox = reader.outbox(100'000);
    QVERIFY(outbox.ok());
    QCOMPARE(outbox->dropped + outbox->damaged, std::uint64_t(0));
    std::set<std::string> waiting;
    for (const AlarmNotification &one : outbox->waiting)
        waiting.insert(keyOf(one));
    std::set<std::string> mayBeOpen = m_open; // of this life, or not yet sent again
    std::set<std::string> now;
    bool isOpen = false;
    for (const std::string &key : newDeliveries()) {
        const bool isLet = !waiting.contains(key);
        QVERIFY2(now.insert(key).second, key.c_str()); // never twice in one life
        QVERIFY2(isLet || now.size() > settled, key.c_str());
        QVERIFY2(!isLet || !isOpen, key.c_str()); // in the order in which they arrived
        isOpen = !isLet;
        if (key.starts_with("clear/"))
            QVERIFY2(m_arrived.contains("raise" + key.substr(5)), key.c_str());
        else
            QVERIFY2(m_raised.contains(key), key.c_str()); // nobody heard what is not stored
        const bool isNew = m_arrived.insert(key).second;
        QVERIFY2(isNew || m_open.contains(key), key.c_str());
        m_repeated += isNew ? 0 : 1;
        m_owed.erase(key);
        mayBeOpen.insert(key);
    }
    QVERIFY(now.size() >= settled);
    m_open.clear();
    std::set_intersection(waiting.begin(), waiting.end(), m_arrived.begin(), m_arrived.end(),
                          std::inserter(m_open, m_open.end()));
    for (const std::string &key : m_open)
        QVERIFY2(mayBeOpen.contains(key), key.c_str()); // what was let go does not come back
    for (const std::string &key : m_owed)
        QVERIFY2(waiting.contains(key), key.c_str()); // none is lost
}

/// The journal replayed is the stored state.
void TestAlarmCrash::checkStates(AlarmReader &reader)
{
    const auto snapshot = reader.snapshot();
    QVERIFY(snapshot.ok());
    std::map<std::string, std::string> stored;
    for (const auto *list : {&snapshot->rows, &snapshot->suppressed}) {
        for (const AlarmRow &row : *list)
            stored[row.id] = stateWord(row.state);
    }
    std::erase_if(m_states,
                  [](const auto &one) { return one.second == stateWord(AlarmState::Normal); });
    QCOMPARE(stored, m_states);
}

void TestAlarmCrash::check(int number, const Life &life)
{
    const auto reader = AlarmReader::open(m_folder.path().toStdString());
    QVERIFY(reader.ok());
    std::uint64_t settled = 0;
    for (const ToldAction &told : life.told)
        settled = std::max(settled, told.settled);
    readJournal(*reader.value());
    checkActions(number, life);
    checkDeliveries(*reader.value(), settled);
    checkStates(*reader.value());
}

void TestAlarmCrash::killedProgramLosesNothingAndRepeatsNothing()
{
    const unsigned seed = seedAsked();
    m_random.seed(seed);
    qInfo("TELLTALE_SEED=%u", seed);
    {
        const auto store = AlarmStore::open(m_folder.path().toStdString() + "/alarms.db");
        QVERIFY(store.ok());
        m_store = store.value()->id();
    }
    const int kills = killsAsked();
    for (int number = 0; number < kills; ++number) {
        const Life life = runAndKill(number);
        QVERIFY(life.isKilled);
        check(number, life);
        if (QTest::currentTestFailed()) {
            qWarning("kill %d of TELLTALE_SEED=%u", number + 1, seed);
            return;
        }
    }
    {
        CrashLife last(m_folder.path(), kills, seed);
        const auto isAllTold = [&last] {
            last.bench.clock.advance(50ms); // what failed is tried again
            return last.bench.outbox().waiting.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAllTold(), 60'000);
    }
    check(kills, {});
    QVERIFY(m_owed.empty());
    QVERIFY(m_actions > 0 && !m_raised.empty());
    qInfo(
        "%d kills: %llu actions told, none lost; %llu notifications arrived, %llu of them twice as "
        "the kill fell between arrival and mark",
        kills, static_cast<unsigned long long>(m_actions),
        static_cast<unsigned long long>(m_arrived.size()),
        static_cast<unsigned long long>(m_repeated));
}

QTEST_GUILESS_MAIN(TestAlarmCrash)
#include "tst_alarm_crash.moc"
