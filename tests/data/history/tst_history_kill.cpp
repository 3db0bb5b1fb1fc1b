#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "tests/data/history/history_script.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <random>

using namespace telltale;
using telltale::test::scriptBatch;
using telltale::test::scriptBatchesIn;

/// A writer in a process of its own is killed at random; what it had committed is there, whole
/// batches only, and the position agrees with the samples. TELLTALE_KILLS says how often.
class TestHistoryKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void committedSurvivesKills();
    void committedSurvivesKillsWhileFilesArePacked();

private:
    struct Seen
    {
        std::uint64_t begun = 0; ///< batches given to append()
        std::uint64_t committed = 0; ///< batches whose commit() returned
        void take(std::uint64_t word) { (word % 2 == 1 ? begun : committed) = (word + 1) / 2; }
    };
    Seen writeUntilKilled(const std::string &folder, std::chrono::microseconds life);
    Seen packUntilKilled(const std::string &folder, std::chrono::microseconds life);
    static int killsAsked();
};

namespace {

constexpr int kKillsPerFolder = 10;
constexpr std::uint64_t kRotateAt = 250'000; ///< bytes: several files in a short life

/// Says to the parent what it does: odd numbers begin a batch, even ones have committed it.
[[noreturn]] void writeForEver(const HistoryWriter::Options &options, int report)
{
    TagRegistry registry;
    const auto writer = test::openScriptWriter(options, registry);
    if (!writer)
        ::_exit(3);
    HistoryWriter &history = *writer;
    for (std::uint64_t batch = history.totals().position.offset + 1;; ++batch) {
        const auto say = [report](std::uint64_t what) {
            return ::write(report, &what, sizeof what) == sizeof what;
        };
        HistoryTotals counted;
        counted.counters["batches"] = batch;
        if (!say(batch * 2 - 1) || !history.append(scriptBatch(batch)).ok()
            || !history.commit({batch}, counted).ok() || !say(batch * 2))
            ::_exit(4);
        for (auto more = history.maintain(); more.ok() && more.value(); more = history.maintain()) {
        }
    }
}

struct Child
{
    pid_t process = -1; ///< -1: there is none
    int report = -1; ///< where it says what it does
};

Child startWriting(const HistoryWriter::Options &options)
{
    std::array<int, 2> ends {};
    if (::pipe(ends.data()) != 0)
        return {};
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(ends[0]);
        writeForEver(options, ends[1]);
    }
    ::close(ends[1]);
    return {process, ends[0]};
}

} // namespace

TestHistoryKill::Seen TestHistoryKill::writeUntilKilled(const std::string &folder,
                                                        std::chrono::microseconds life)
{
    const Child child = startWriting({folder});
    if (child.process < 0)
        return {};
    Seen seen;
    std::uint64_t word = 0;
    bool isKilled = false;
    auto until = std::chrono::steady_clock::time_point::max();
    while (::read(child.report, &word, sizeof word) == sizeof word) {
        seen.take(word);
        const auto now = std::chrono::steady_clock::now();
        if (until == std::chrono::steady_clock::time_point::max())
            until = now + life; // its life begins with its first batch
        // Killed while a batch is under way, not between two.
        if (!isKilled && now >= until && word % 2 == 1)
            isKilled = ::kill(child.process, SIGKILL) == 0;
    }
    ::close(child.report);
    ::waitpid(child.process, nullptr, 0);
    return isKilled ? seen : Seen {};
}

/// Killed at any time: rotating and packing go on between batches.
TestHistoryKill::Seen TestHistoryKill::packUntilKilled(const std::string &folder,
                                                       std::chrono::microseconds life)
{
    const Child child = startWriting({folder, kRotateAt});
    if (child.process < 0)
        return {};
    Seen seen;
    std::uint64_t word = 0;
    bool isKilled = false;
    while (::read(child.report, &word, sizeof word) == sizeof word) {
        seen.take(word);
        if (isKilled)
            continue;
        ::usleep(static_cast<useconds_t>(life.count()));
        isKilled = ::kill(child.process, SIGKILL) == 0;
    }
    ::close(child.report);
    ::waitpid(child.process, nullptr, 0);
    return seen;
}

int TestHistoryKill::killsAsked()
{
    bool isGiven = false;
    const int kills = qEnvironmentVariableIntValue("TELLTALE_KILLS", &isGiven);
    return isGiven ? kills : 10;
}

void TestHistoryKill::committedSurvivesKills()
{
    const int kills = killsAsked();
    const auto seed = std::random_device {}();
    qInfo("seed %u, %d kills", seed, kills);
    std::mt19937_64 random(seed);
    std::unique_ptr<QTemporaryDir> folder;
    int counted = 0;
    for (int i = 0; counted < kills; ++i) {
        QVERIFY2(i < kills * 3 + 20, "kills come between batches only");
        if (i % kKillsPerFolder == 0)
            folder = std::make_unique<QTemporaryDir>();
        const std::string path = folder->path().toStdString();
        const Seen seen = writeUntilKilled(path, std::chrono::microseconds(random() % 60'000));
        const auto stored = scriptBatchesIn(path);
        QVERIFY2(stored >= seen.committed, "what was committed is not there");
        QVERIFY(seen.begun == 0 || *stored <= seen.begun);
        counted += seen.begun > seen.committed ? 1 : 0;
    }
}

void TestHistoryKill::committedSurvivesKillsWhileFilesArePacked()
{
    const int kills = killsAsked();
    const auto seed = std::random_device {}();
    qInfo("seed %u, %d kills", seed, kills);
    std::mt19937_64 random(seed);
    std::unique_ptr<QTemporaryDir> folder;
    std::size_t files = 0;
    for (int i = 0; i < kills || files <= 2; ++i) {
        QVERIFY2(i < kills * 3 + 20, "no life was long enough for a second file");
        if (i % kKillsPerFolder == 0)
            folder = std::make_unique<QTemporaryDir>();
        const std::string path = folder->path().toStdString();
        const Seen seen = packUntilKilled(path, std::chrono::microseconds(random() % 600'000));
        const auto stored = scriptBatchesIn(path);
        QVERIFY2(stored >= seen.committed, "what was committed is not there");
        QVERIFY(*stored <= seen.begun);
        files = std::max(files, historyFiles(path).size());
    }
}

QTEST_GUILESS_MAIN(TestHistoryKill)
#include "tst_history_kill.moc"
