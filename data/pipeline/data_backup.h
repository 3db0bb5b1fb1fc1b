#pragma once

#include "data/history/history_file.h"
#include "data/history/history_reader.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// Copies what is stored to a new folder - `data` and `workspace` in it - while the program that
/// owns it goes on: every history file as of one moment, the alarms a little later. The copy is
/// synced, checked as DataCheck does, and gets its name only then. Credentials and signing keys are
/// nowhere in what is copied, nor is the raw journal: what is in it only, at most the last second,
/// is not either.
/// Thread  one.
class DataBackup
{
public:
    struct Options
    {
        std::string dataFolder;
        std::string workspaceFolder;
        std::vector<std::string> workspaceFiles; ///< Workspace::filesIn()
        std::string target; ///< must not exist, or be an empty folder
    };
    struct Summary
    {
        std::size_t files = 0;
        std::uint64_t bytes = 0;
        std::uint64_t samples = 0;
        std::uint64_t alarmEntries = 0;
        std::vector<std::string> warnings; ///< of whole data: another key, another alarms.db
    };
    enum class Phase { Copying, Checking };
    using OnProgress = std::function<void(Phase phase, std::uint64_t done, std::uint64_t total)>;

    DataBackup(Options options, OnProgress onProgress, const CancelFlag *cancel);

    /// Errors  Busy: there is something at the target; NotFound: nothing to copy; DiskFull,
    ///         DiskError, Damaged: the copy does not hold; Cancelled. Nothing is left then.
    Outcome run();
    const Summary &summary() const { return m_summary; }

private:
    using Snapshots = std::vector<std::unique_ptr<HistoryFile>>;

    Outcome checkTarget() const;
    Outcome checkRoom(const Snapshots &files) const;
    Outcome fill();
    Result<Snapshots> openSnapshots() const;
    Outcome copyHistory();
    Outcome copyAlarms();
    Result<std::string> beginAlarms(Database &database) const;
    Outcome copyOne(Database &database, const std::string &name);
    Outcome copyText(const std::string &from, const std::string &to);
    Outcome writeText(const std::string &to, const std::string &content);
    Outcome checkCopy();
    Outcome writeNote() const;
    bool isCancelled() const { return m_cancel && m_cancel->isCancelled(); }

    const Options m_options;
    const std::string m_part; ///< the target until it is whole
    const OnProgress m_onProgress;
    const CancelFlag *m_cancel;
    std::uint64_t m_total = 0; ///< bytes to copy
    Summary m_summary;
};

} // namespace telltale
