#include "tests/data/alarms/service_bench.h"

#include <QTest>

#include <map>
#include <random>
#include <thread>

#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace telltale;
using test::ServiceBench;

/// A process that raises and acknowledges alarms is killed at random moments; what it was told is
/// done must be in the file.
class TestAlarmCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedActionsSurviveTheKill();
};

namespace {

struct Told
{
    std::uint64_t acknowledged = 0; ///< newest occurrence the process was told is acknowledged
    std::uint64_t actions = 0;
};

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("TELLTALE_KILLS");
    return asked > 0 ? asked : 4;
}

/// The child: one alarm comes, is acknowledged and goes, for ever; each done action is told.
[[noreturn]] void raiseAndAcknowledge(const QString &folder, int round, int out)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    ServiceBench bench(folder, std::chrono::hours(round));
    if (!bench.service)
        _exit(1);
    for (;;) {
        bench.sample("T", 20); // ends what the last life left on
        bench.sample("T", 99);
        while (bench.shown("hi") != "UNACK")
            std::this_thread::yield();
        for (const AlarmRow &row : bench.rows()) {
            if (row.id != "hi" || !bench.act(AlarmAction::Kind::Acknowledge, "hi", row.occurrence))
                continue;
            const std::uint64_t occurrence = row.occurrence;
            if (write(out, &occurrence, sizeof occurrence) != sizeof occurrence)
                _exit(1);
        }
    }
}

/// Reads what the child is told until it has done `enough` actions, then kills it.
Told runAndKill(const QString &folder, int round, std::uint64_t enough)
{
    int pipes[2];
    if (pipe(pipes) != 0)
        return {};
    const pid_t child = fork();
    if (child == 0) {
        close(pipes[0]);
        raiseAndAcknowledge(folder, round, pipes[1]);
    }
    close(pipes[1]);
    Told told;
    std::uint64_t occurrence = 0;
    bool isKilled = false;
    while (read(pipes[0], &occurrence, sizeof occurrence) == sizeof occurrence) {
        told.acknowledged = occurrence;
        if (++told.actions >= enough && !isKilled) {
            kill(child, SIGKILL);
            isKilled = true;
        }
    }
    close(pipes[0]);
    waitpid(child, nullptr, 0);
    return told;
}

/// What the journal says: annunciations and acknowledgements of `hi`, each number once.
struct Recorded
{
    std::map<std::uint64_t, int> raised;
    std::map<std::uint64_t, int> acknowledged;
    std::string shown = "NORM";
};

Recorded recorded(AlarmReader &reader)
{
    Recorded found;
    const TimeRange always {timestampFromMicroseconds(0),
                            timestampFromMicroseconds(std::int64_t {1} << 60U)};
    const auto entries = reader.journal(always, 1'000'000);
    if (!entries)
        return found;
    for (const AlarmJournalEntry &entry : entries.value()) {
        if (entry.alarm != "hi")
            continue;
        if (entry.type == "ALARM")
            ++found.raised[entry.occurrence];
        if (entry.type == "ACK")
            ++found.acknowledged[entry.occurrence];
        if (!entry.to.empty())
            found.shown = entry.to;
    }
    return found;
}

} // namespace

void TestAlarmCrash::acknowledgedActionsSurviveTheKill()
{
    QTemporaryDir folder;
    std::mt19937 random(4711);
    std::uint64_t actions = 0;
    for (int round = 0; round < rounds(); ++round) {
        const Told told = runAndKill(folder.path(), round, 1 + random() % 6);
        QVERIFY(told.actions > 0);
        actions += told.actions;
        const auto reader = AlarmReader::open(folder.path().toStdString());
        QVERIFY(reader.ok());
        const auto chain = reader.value()->verify();
        QVERIFY2(chain.ok(), chain.ok() ? "" : chain.error().detail.c_str());
        const Recorded found = recorded(*reader.value());
        QCOMPARE(found.acknowledged.count(told.acknowledged), std::size_t(1));
        for (const auto &[occurrence, times] : found.raised)
            QCOMPARE(times, 1);
        for (const auto &[occurrence, times] : found.acknowledged)
            QCOMPARE(times, 1);
        const auto snapshot = reader.value()->snapshot();
        QVERIFY(snapshot.ok());
        const std::string stored
            = snapshot->rows.empty() ? "NORM" : stateWord(snapshot->rows[0].state);
        QCOMPARE(stored, found.shown); // the journal replayed is the stored state
    }
    qInfo("%d kills, %llu actions told, none lost", rounds(),
          static_cast<unsigned long long>(actions));
}

QTEST_GUILESS_MAIN(TestAlarmCrash)
#include "tst_alarm_crash.moc"
