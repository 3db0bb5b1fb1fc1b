#include "models/journal_job.h"

namespace telltale {

JournalJob::JournalJob(JournalSource source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{ }

JournalJob::~JournalJob()
{
    cancel();
}

void JournalJob::cancel()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
}

} // namespace telltale
