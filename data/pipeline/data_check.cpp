#include "data/pipeline/data_check.h"

#include "data/alarms/alarm_service.h"
#include "data/storage/rows.h"
#include "data/storage/wal_check.h"

#include <filesystem>
#include <utility>

namespace telltale {

DataCheck::DataCheck(std::string folder, HistoryCheck::OnDamage onDamage,
                     HistoryCheck::OnProgress onProgress, const CancelFlag *cancel)
    : m_folder(std::move(folder))
    , m_alarms(m_folder + "/alarms.db")
    , m_onDamage(std::move(onDamage))
    , m_onProgress(std::move(onProgress))
    , m_cancel(cancel)
{ }

Outcome DataCheck::run()
{
    if (Outcome checked = checkHistory(); !checked.ok())
        return checked;
    if (std::filesystem::exists(m_alarms))
        checkAlarms();
    return {};
}

Outcome DataCheck::checkHistory()
{
    HistoryCheck check(
        m_folder, [this](const Damage &damage) { tell(damage); }, m_onProgress, m_cancel);
    const Outcome done = check.run();
    m_counts.history = check.counts();
    return done;
}

void DataCheck::checkAlarms()
{
    if (const Result<WalState> wal = checkWal(m_alarms); !wal.ok())
        tell({m_alarms, wal.error().detail, {}, {}});
    else if (wal->broken)
        tell({m_alarms,
              "page " + std::to_string(*wal->broken)
                  + " of the write-ahead log does not hold: the commits from there on cannot be "
                    "read",
              {},
              {}});
    Result<Database> database = Database::open(m_alarms, Database::Mode::ReadOnly);
    const Outcome structure
        = database.ok() ? checkAlarmStructure(database.value()) : database.error();
    if (!structure.ok())
        tell({m_alarms, "structure: " + structure.error().detail, {}, {}});
    if (const Outcome rows = checkAlarmRows(); !rows.ok())
        tell({m_alarms, rows.error().detail, {}, {}});
}

Outcome DataCheck::checkAlarmStructure(Database &database)
{
    return forEachRow(database, "PRAGMA integrity_check(20)", [this](const Statement &row) {
        if (const std::string said = row.text(0); said != "ok")
            tell({m_alarms, "structure: " + said, {}, {}});
    });
}

Outcome DataCheck::checkAlarmRows()
{
    Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::open(m_folder);
    if (!reader.ok())
        return reader.error();
    if (const Result<AlarmSnapshot> rows = reader.value()->snapshot(); !rows.ok())
        tell({m_alarms, rows.error().detail, {}, {}});
    const Result<std::uint64_t> entries = reader.value()->verify();
    if (!entries.ok())
        return entries.error();
    m_counts.alarmEntries = entries.value();
    return {};
}

void DataCheck::tell(const Damage &damage)
{
    ++m_counts.damages;
    m_onDamage(damage);
}

} // namespace telltale
