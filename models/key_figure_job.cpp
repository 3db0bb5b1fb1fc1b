#include "models/key_figure_job.h"

#include "models/gui_call.h"

#include <algorithm>

namespace telltale {

Result<KeyFigureJob::Figures> countKeyFigures(const JournalSource &source,
                                              const KeyFigureJob::Request &request,
                                              const CancelFlag &cancel)
{
    if (request.ranges.empty())
        return KeyFigureJob::Figures();
    TimeRange whole = request.ranges.front();
    for (const TimeRange &range : request.ranges)
        whole = {std::min(whole.from, range.from), std::max(whole.to, range.to)};
    whole.from -= KeyFigureCounter::kLookBack;
    std::vector<KeyFigureCounter> counters;
    counters.reserve(request.ranges.size());
    for (const TimeRange &range : request.ranges)
        counters.emplace_back(range, whole.from, request.rules);
    const auto add = [&counters](const AlarmJournalEntry &entry) {
        for (KeyFigureCounter &counter : counters)
            counter.add(entry);
    };
    if (const Outcome walked = walkJournal(source, whole, cancel, add); !walked.ok())
        return walked.error();
    KeyFigureJob::Figures figures;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        const bool isNow = request.ranges[i].to >= request.now;
        figures.push_back(counters[i].take(isNow ? request.alarms.get() : nullptr));
    }
    return figures;
}

KeyFigureJob::KeyFigureJob(JournalSource source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{ }

KeyFigureJob::~KeyFigureJob()
{
    cancel();
}

void KeyFigureJob::run(Request request, Answer answer)
{
    cancel();
    m_cancel = std::make_shared<CancelFlag>();
    const auto told
        = [this, cancel = m_cancel, answer = std::move(answer)](Result<Figures> figures) {
              if (cancel != m_cancel)
                  return;
              m_cancel.reset();
              answer(std::move(figures));
          };
    m_thread.run([source = m_source, request = std::move(request), cancel = m_cancel,
                  reply = onGuiThread<Result<Figures>>(this, told)] {
        reply(countKeyFigures(source, request, *cancel));
    });
}

void KeyFigureJob::cancel()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
}

} // namespace telltale
