#pragma once

#include "models/job_thread.h"

#include "data/history/history_reader.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace telltale {

/// A long look at history, on a thread of its own: it shows how far it is and can be cancelled. One
/// at a time: the next one cancels the one before.
/// Thread  GUI; the answer comes there, unless it was cancelled.
class HistoryJob : public QObject
{
    Q_OBJECT

public:
    /// Shared by the job, which runs on its thread, and whoever waits for it.
    struct Progress
    {
        CancelFlag cancel;
        std::atomic<double> part = 0.0; ///< of all that is to be done, up to 1
    };
    using Work = std::function<Outcome(HistoryReader &reader, Progress &progress)>;
    using Answer = std::function<void(Outcome)>;

    explicit HistoryJob(std::string folder, QObject *parent = nullptr);
    ~HistoryJob() override;

    void run(Work work, Answer answer);
    void cancel();
    bool isRunning() const { return m_progress != nullptr; }
    double part() const { return m_progress ? m_progress->part.load() : 0.0; }

private:
    const std::string m_folder;
    std::shared_ptr<Progress> m_progress; ///< of the one that runs
    JobThread m_thread;
};

} // namespace telltale
