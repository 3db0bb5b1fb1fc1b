#include "tests/bench/journal_scale.h"

#include "tests/bench/timed_application.h"
#include "tests/support/fake_plant.h"

#include "data/alarms/alarm_store.h"
#include "models/alarm_journal.h"
#include "models/journal_model.h"
#include "models/journal_query.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace telltale::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kEntries = 1'000'000;
constexpr int kPerCommit = 10'000;
constexpr auto kPatience = 60s;

AlarmJournalEntry entryOf(int number)
{
    constexpr const char *kTypes[] = {"ALARM", "RTN", "ACK"};
    AlarmJournalEntry entry;
    entry.time = entry.eventTime
        = timestampFromMicroseconds(1'760'000'000'000'000 + std::int64_t {number} * 30'000'000);
    entry.hasEventTime = true;
    entry.type = kTypes[number % 3];
    entry.tag = "works/area " + std::to_string(number % 10) + "/unit " + std::to_string(number % 37)
        + "/Pump P-" + std::to_string(number % 503) + "/Bearing temperature";
    entry.alarm = "bearing-hot@" + entry.tag;
    entry.title = "Bearing temperature high";
    entry.occurrence = static_cast<std::uint64_t>(number / 3);
    entry.from = "NORM";
    entry.to = "UNACK";
    entry.priority = 1 + number % 4;
    entry.value = "91.4";
    entry.unit = "°C";
    entry.limit = 85.0;
    entry.by = number % 3 == 2 ? "ada" : "";
    entry.station = "desk";
    return entry;
}

bool fill(const std::string &folder)
{
    auto store = AlarmStore::open(folder + "/alarms.db");
    if (!store)
        return false;
    for (int number = 0; number < kEntries;) {
        AlarmCommit commit;
        for (int i = 0; i < kPerCommit; ++i)
            commit.entries.push_back(entryOf(number++));
        commit.isLast = number == kEntries;
        if (!store.value()->commit(commit))
            return false;
    }
    return true;
}

/// ms until the first page of what fits is there.
std::optional<double> timeOf(JournalModel &model, const QString &words)
{
    JournalFilter filter;
    filter.words = JournalQuery::words(words);
    QEventLoop loop;
    QObject::connect(&model, &JournalModel::taken, &loop, &QEventLoop::quit);
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    const auto began = std::chrono::steady_clock::now();
    model.setFilter(filter);
    loop.exec();
    if (!model.isLoaded())
        return std::nullopt;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
        .count();
}

} // namespace

JournalScaleResult runJournalScale(TimedApplication &application)
{
    const QTemporaryDir place;
    const std::string folder = place.path().toStdString();
    if (!fill(folder)) {
        std::fprintf(stderr, "bench: a journal of %d entries could not be made\n", kEntries);
        return {};
    }
    const test::FakePlant empty(test::FakePlant::Content::Empty);
    AlarmJournal journal(journalOfFolder(folder), searchOfFolder(folder));
    JournalModel model(empty.plant(), journal);
    model.refresh();
    if (!timeOf(model, QStringLiteral("bearing"))) // everything fits
        return {};
    JournalScaleResult result;
    application.forgetWorst();
    const std::optional<double> found = timeOf(model, QStringLiteral("p-401 ada"));
    if (model.rowCount() > 0)
        result.firstPageMs = found;
    const std::optional<double> none = timeOf(model, QStringLiteral("nowhere"));
    if (model.rowCount() == 0)
        result.searchMs = none;
    result.worstFrameMs = application.worstMilliseconds();
    return result;
}

} // namespace telltale::bench
