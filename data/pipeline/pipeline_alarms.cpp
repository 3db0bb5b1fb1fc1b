// What the watcher says of the alarm store, and gives to it.

#include "data/alarms/journal_heads.h"
#include "data/pipeline/pipeline.h"

#include <QLoggingCategory>

#include <utility>

Q_DECLARE_LOGGING_CATEGORY(logPipeline)

namespace telltale {

/// Given up for the alarms: history and journal leave what it was to them.
void Pipeline::watchReserve()
{
    if (m_alarms->storeError().empty())
        m_reserve.keep();
    else if (m_reserve.release())
        qCInfo(logPipeline, "the room kept aside on the disk is given to the alarm journal");
}

void Pipeline::watchAlarms()
{
    if (const std::string error = m_alarms->storeError(); !error.empty())
        tellProblem(
            Error::Code::DiskError, "alarms", m_options.dataFolder, error,
            "Alarm entries wait in memory until the file can be written: make room on the disk, "
            "or make it writable, if it is not.");
    else
        resolveProblem("alarms", m_options.dataFolder);
    tellTrust();
}

/// What was found at the start stays a problem until the next one.
void Pipeline::tellTrust()
{
    const JournalTrust trust = m_alarms->journalTrust();
    if (!trust.fault.empty() && std::exchange(m_alarmFault, trust.fault) != trust.fault)
        tellProblem(Error::Code::Altered, "alarms", m_options.dataFolder + "/alarms.db",
                    trust.fault,
                    "telltale verify names all that does not hold. Recording goes on; the manual "
                    "says under Journal how heads begin anew once it is known what happened.");
    const std::string heads = JournalHeads::pathIn(m_options.dataFolder);
    if (trust.notSigned)
        tellProblem(Error::Code::NotSigned, "alarms", heads, trust.notSigned->detail,
                    "Entries are chained all the same, but a tail that is cut off would not show. "
                    "The manual says under Journal how a key in a file takes over for good.");
    else
        resolveProblem("alarms", heads);
}

} // namespace telltale
