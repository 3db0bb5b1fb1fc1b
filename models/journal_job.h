#pragma once

#include "models/alarm_journal.h"
#include "models/gui_call.h"
#include "models/job_thread.h"

#include <QObject>

#include <functional>
#include <memory>

namespace telltale {

/// A long look at the alarm journal, on a thread of its own. One at a time: the next one cancels
/// the one before.
/// Thread  GUI; the answer comes there, unless it was cancelled.
class JournalJob : public QObject
{
    Q_OBJECT

public:
    template <typename Found>
    using Work
        = std::function<Result<Found>(const JournalSource &source, const CancelFlag &cancel)>;
    template <typename Found> using Answer = std::function<void(Result<Found>)>;

    explicit JournalJob(JournalSource source, QObject *parent = nullptr);
    ~JournalJob() override;

    template <typename Found> void run(Work<Found> work, Answer<Found> answer)
    {
        cancel();
        m_cancel = std::make_shared<CancelFlag>();
        const auto told
            = [this, cancel = m_cancel, answer = std::move(answer)](Result<Found> found) {
                  if (cancel != m_cancel)
                      return;
                  m_cancel.reset();
                  answer(std::move(found));
              };
        m_thread.run(
            [source = m_source, work = std::move(work), cancel = m_cancel,
             reply = onGuiThread<Result<Found>>(this, told)] { reply(work(source, *cancel)); });
    }
    void cancel();
    bool isRunning() const { return m_cancel != nullptr; }

private:
    const JournalSource m_source;
    std::shared_ptr<CancelFlag> m_cancel; ///< of the one that runs
    JobThread m_thread;
};

} // namespace telltale
