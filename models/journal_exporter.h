#pragma once

#include "models/job_thread.h"
#include "models/plant.h"

#include "data/alarms/journal_export.h"

#include <QObject>

#include <atomic>

namespace telltale {

/// Takes entries of the alarm journal out into a file, off the GUI thread, and has that journaled:
/// the file is there only if the journal says so.
/// Thread  GUI. One export at a time; the destructor cancels it.
class JournalExporter : public QObject
{
    Q_OBJECT

public:
    explicit JournalExporter(const Plant &plant, QObject *parent = nullptr);
    ~JournalExporter() override;

    bool isRunning() const { return m_isRunning; }
    /// `path` is replaced. Its end says the form: `.json`, else CSV.
    void start(const JournalFilter &filter, const QString &path);
    void cancel();

Q_SIGNALS:
    void done(int entries);
    void failed(const telltale::Error &error); ///< also that it was cancelled
    void refused(const QString &why); ///< a sentence: it could not be journaled

private:
    void written(const JournalFilter &filter, const QString &path,
                 const Result<JournalExport> &made);
    void journaled(const QString &path, std::uint64_t entries, const QString &refusal);

    const Plant &m_plant;
    bool m_isRunning = false;
    std::atomic<bool> m_isCancelled = false;
    JobThread m_thread; ///< last: its job uses what stands above
};

} // namespace telltale
