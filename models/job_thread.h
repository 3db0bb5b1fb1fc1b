#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace telltale {

/// Runs the jobs it is given on a thread of its own, one at a time, in their order. Of the standard
/// library, whose hand-over the thread sanitizer sees, unlike that of a QThreadPool.
/// Thread  any may give jobs; the destructor drops those that wait and waits for the one that runs.
class JobThread
{
public:
    using Job = std::function<void()>;

    JobThread();
    ~JobThread();
    JobThread(const JobThread &) = delete;
    JobThread &operator=(const JobThread &) = delete;

    void run(Job job);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_isStopping = false;
    std::thread m_thread; ///< last: it uses what stands above
};

} // namespace telltale
