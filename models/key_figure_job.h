#pragma once

#include "models/alarm_journal.h"
#include "models/job_thread.h"

#include "data/alarms/alarm_board.h"
#include "data/alarms/key_figure_counter.h"

#include <QObject>

#include <functional>
#include <memory>

namespace telltale {

/// Counts key figures from the journal on a thread of its own. One at a time: the next one cancels
/// the one before.
/// Thread  GUI; the answer comes there, unless it was cancelled.
class KeyFigureJob : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        std::vector<TimeRange> ranges; ///< read in one go
        FigureRules rules;
        /// The lists of alarms, for the ranges that end at `now` or later; null: there are none.
        std::shared_ptr<const AlarmSnapshot> alarms;
        Timestamp now {};
    };
    using Figures = std::vector<KeyFigures>; ///< one per range
    using Answer = std::function<void(Result<Figures>)>;

    explicit KeyFigureJob(JournalSource source, QObject *parent = nullptr);
    ~KeyFigureJob() override;

    void run(Request request, Answer answer);
    void cancel();
    bool isRunning() const { return m_cancel != nullptr; }

private:
    const JournalSource m_source;
    std::shared_ptr<CancelFlag> m_cancel; ///< of the one that runs
    JobThread m_thread;
};

/// The same in the thread of the caller.
/// Errors  of the source; Cancelled.
Result<KeyFigureJob::Figures> countKeyFigures(const JournalSource &source,
                                              const KeyFigureJob::Request &request,
                                              const CancelFlag &cancel);

} // namespace telltale
