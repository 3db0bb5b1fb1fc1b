#pragma once

#include "data/alarms/journal_heads.h"
#include "data/history/history_check.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace telltale {

/// Reads all that is stored in a data folder and tells what is not as it was written: the history,
/// and of the alarms the structure, the write-ahead log, the rows, and the hash chain and signed
/// heads of the journal. Changes nothing; the program that owns the data may run. Thread  one.
class DataCheck
{
public:
    struct Counts
    {
        HistoryCheck::Counts history;
        std::uint64_t alarmEntries = 0;
        std::size_t signedHeads = 0; ///< of the alarm journal, that hold
        std::optional<SignedHead> newestHead; ///< of those
        std::size_t damages = 0;
    };

    /// Whose the signed heads are: a reason to ask, but nothing that is stored is bad by it. Told
    /// as damage unless somebody wants it apart.
    using OnOrigin = std::function<void(const Damage &damage)>;

    /// `onProgress` gets samples and alarm entries looked at, and how many there are to look at.
    DataCheck(std::string folder, HistoryCheck::OnDamage onDamage,
              HistoryCheck::OnProgress onProgress, const CancelFlag *cancel = nullptr);

    /// Before run().
    void tellOriginTo(OnOrigin onOrigin) { m_onOrigin = std::move(onOrigin); }
    /// Errors  Cancelled; what is damaged is told, and no error.
    Outcome run();
    const Counts &counts() const { return m_counts; }

private:
    Outcome checkHistory();
    Outcome checkAlarms();
    Outcome checkAlarmStructure(Database &database);
    Outcome checkAlarmRows();
    Outcome checkAlarmJournal();
    Outcome tellUnlessCancelled(const Error &error);
    void tell(const Damage &damage);

    const std::string m_folder;
    const std::string m_alarms; ///< path
    const HistoryCheck::OnDamage m_onDamage;
    const HistoryCheck::OnProgress m_onProgress;
    const CancelFlag *m_cancel;
    OnOrigin m_onOrigin;
    Counts m_counts;
};

} // namespace telltale
