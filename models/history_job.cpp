#include "models/history_job.h"

#include "models/gui_call.h"

namespace telltale {
namespace {

Outcome runIn(const std::string &folder, const HistoryJob::Work &work,
              HistoryJob::Progress &progress)
{
    if (progress.cancel.isCancelled())
        return Error {Error::Code::Cancelled, "not wanted any more"};
    const Result<std::unique_ptr<HistoryReader>> opened = HistoryReader::open(folder);
    return opened.ok() ? work(*opened.value(), progress) : Outcome(opened.error());
}

} // namespace

HistoryJob::HistoryJob(std::string folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{ }

HistoryJob::~HistoryJob()
{
    cancel();
}

void HistoryJob::run(Work work, Answer answer)
{
    cancel();
    m_progress = std::make_shared<Progress>();
    const auto told = [this, progress = m_progress, answer = std::move(answer)](Outcome outcome) {
        if (progress != m_progress)
            return;
        m_progress.reset();
        answer(std::move(outcome));
    };
    m_thread.run(
        [folder = m_folder, work = std::move(work), progress = m_progress,
         reply = onGuiThread<Outcome>(this, told)] { reply(runIn(folder, work, *progress)); });
}

void HistoryJob::cancel()
{
    if (m_progress)
        m_progress->cancel.cancel();
    m_progress.reset();
}

} // namespace telltale
