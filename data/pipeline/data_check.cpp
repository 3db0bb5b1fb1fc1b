#include "data/pipeline/data_check.h"

#include "data/alarms/alarm_service.h"
#include "data/alarms/chain_walk.h"
#include "data/alarms/head_check.h"
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
    if (std::filesystem::exists(m_alarms)) {
        if (Outcome checked = checkAlarms(); !checked.ok())
            return checked;
    }
    return checkAlarmJournal();
}

Outcome DataCheck::checkHistory()
{
    HistoryCheck check(
        m_folder, [this](const Damage &damage) { tell(damage); }, m_onProgress, m_cancel);
    const Outcome done = check.run();
    m_counts.history = check.counts();
    return done;
}

Outcome DataCheck::checkAlarms()
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
    return checkAlarmRows();
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
        return tellUnlessCancelled(reader.error());
    if (const Result<AlarmSnapshot> rows = reader.value()->snapshot(); !rows.ok())
        tell({m_alarms, rows.error().detail, {}, {}});
    const Result<std::uint64_t> entries = verifyChain(m_folder, m_cancel);
    if (!entries.ok())
        return tellUnlessCancelled(entries.error());
    m_counts.alarmEntries = entries.value();
    return {};
}

/// Also that there is none any more.
Outcome DataCheck::checkAlarmJournal()
{
    Result<HeadCheck> heads = checkHeads(m_folder, m_cancel);
    if (!heads.ok())
        return tellUnlessCancelled(heads.error());
    for (const HeadCheck::Fault &fault : heads->faults) {
        const Damage damage {fault.file, fault.what, {}, {}};
        if (fault.isOfOrigin && m_onOrigin)
            m_onOrigin(damage);
        else
            tell(damage);
    }
    m_counts.signedHeads = heads->heads;
    m_counts.newestHead = std::move(heads->newest);
    return {};
}

Outcome DataCheck::tellUnlessCancelled(const Error &error)
{
    if (error.code == Error::Code::Cancelled)
        return error;
    tell({m_alarms, error.detail, {}, {}});
    return {};
}

void DataCheck::tell(const Damage &damage)
{
    ++m_counts.damages;
    m_onDamage(damage);
}

} // namespace telltale
