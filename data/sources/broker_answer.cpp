#include "data/sources/broker_answer.h"

namespace telltale {

void BrokerAnswer::expect()
{
    const std::lock_guard lock(m_mutex);
    m_content.reset();
}

void BrokerAnswer::give(Content content)
{
    const std::lock_guard lock(m_mutex);
    m_content = std::move(content);
    m_changed.notify_all();
}

void BrokerAnswer::giveUp(const Error &cause)
{
    const std::lock_guard lock(m_mutex);
    if (!m_content)
        m_content = Content {cause, {}, false};
    m_changed.notify_all();
}

Result<BrokerAnswer::Content> BrokerAnswer::wait(std::chrono::milliseconds patience,
                                                 const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, stop, patience, [this] { return m_content.has_value(); });
    if (m_content && m_content->error)
        return *m_content->error;
    if (m_content)
        return *m_content;
    if (stop.stop_requested())
        return Error {Error::Code::Cancelled, "stopped"};
    return Error {Error::Code::TimedOut,
                  "the connection was accepted, then nothing was said: is it an MQTT broker that "
                  "listens there?"};
}

} // namespace telltale
