#pragma once

#include "data/telemetry/result.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace telltale {

/// The broker's answer to the one request that is under way: given by the client library's thread,
/// awaited by the connection's.
class BrokerAnswer
{
public:
    struct Content
    {
        std::optional<Error> error;
        std::vector<int> codes; ///< reason codes of SUBACK, in order
        bool sessionPresent = false;
    };

    /// Before a request: forgets the last answer.
    void expect();
    void give(Content content);
    /// The connection is gone, so that no answer will come; one that came counts all the same.
    void giveUp(const Error &cause);
    /// Errors  the answer's own; TimedOut, Cancelled.
    Result<Content> wait(std::chrono::milliseconds patience, const std::stop_token &stop);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Content> m_content;
};

} // namespace telltale
