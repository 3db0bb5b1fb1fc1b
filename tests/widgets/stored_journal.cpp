#include "tests/widgets/stored_journal.h"

#include "data/alarms/alarm_store.h"

#include <QTest>

namespace telltale::test {

void storeJournal(const std::string &folder, std::vector<AlarmJournalEntry> entries)
{
    Result<std::unique_ptr<AlarmStore>> store = AlarmStore::open(folder + "/alarms.db");
    QVERIFY(store.ok());
    QVERIFY(store.value()->load().ok());
    AlarmCommit commit;
    commit.entries = std::move(entries);
    commit.isLast = true;
    QVERIFY(store.value()->commit(commit).ok());
}

AlarmJournalEntry journalEntry(const char *type, const std::string &tag, Timestamp time,
                               int priority)
{
    AlarmJournalEntry entry;
    entry.type = type;
    entry.alarm = "high@" + tag;
    entry.tag = tag;
    entry.title = "Too high";
    entry.occurrence = 1;
    entry.priority = priority;
    entry.time = entry.eventTime = time;
    entry.hasEventTime = true;
    entry.by = "ada";
    return entry;
}

} // namespace telltale::test
