#include "data/pipeline/redecode_job.h"

#include "data/pipeline/history_stage.h"

#include <utility>

namespace telltale {

RedecodeJob::RedecodeJob(std::string dataFolder, RawJournal &journal, TagRegistry &registry,
                         HistoryStage &history)
    : m_dataFolder(std::move(dataFolder))
    , m_journal(journal)
    , m_registry(registry)
    , m_history(history)
{ }

RedecodeJob::~RedecodeJob()
{
    stop();
}

Outcome RedecodeJob::start(const Redecode::Options &options)
{
    if (state().isRunning)
        return Error {Error::Code::Busy, "the raw journal is being decoded already"};
    stop();
    m_stopping = false;
    {
        const std::lock_guard lock(m_mutex);
        m_state = {true, {}, {}};
    }
    m_thread = std::thread([this, options] {
        const Outcome done = run(options);
        const std::lock_guard lock(m_mutex);
        m_state.isRunning = false;
        if (!done.ok())
            m_state.failure = done.error();
    });
    return {};
}

void RedecodeJob::stop()
{
    m_stopping = true;
    if (m_thread.joinable())
        m_thread.join();
}

RedecodeJob::State RedecodeJob::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

Outcome RedecodeJob::run(const Redecode::Options &options)
{
    Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(m_dataFolder);
    if (!reader.ok())
        return reader.error();
    Redecode redecode(
        {m_journal, m_registry, *reader.value(), [this] { return m_history.committed(); },
         [this](const SampleBatchPtr &batch) { return m_history.insert(batch, m_stopping); },
         [this](const Redecode::Counts &counts) {
             const std::lock_guard lock(m_mutex);
             m_state.counts = counts;
         }},
        options);
    return redecode.run(m_stopping);
}

} // namespace telltale
