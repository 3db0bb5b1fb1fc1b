#include "data/telemetry/status_board.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::size_t kProblemsKept = 200;

} // namespace

void StatusBoard::publish(PlantStatus status)
{
    const std::lock_guard lock(m_mutex);
    m_status = std::move(status);
    ++m_version;
}

PlantStatus StatusBoard::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

std::uint64_t StatusBoard::version() const
{
    const std::lock_guard lock(m_mutex);
    return m_version;
}

void ProblemList::report(Problem problem, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    const auto known
        = std::find_if(m_problems.begin(), m_problems.end(), [&](const Problem &other) {
              return other.area == problem.area && other.subject == problem.subject
                  && other.code == problem.code;
          });
    problem.first = now;
    problem.last = now;
    problem.count = 1;
    if (known != m_problems.end()) {
        problem.first = known->first;
        problem.count = known->count + 1;
        m_problems.erase(known);
    }
    m_problems.insert(m_problems.begin(), std::move(problem));
    if (m_problems.size() > kProblemsKept)
        m_problems.pop_back();
}

void ProblemList::resolve(const std::string &area, const std::string &subject)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_problems, [&](const Problem &problem) {
        return problem.area == area && problem.subject == subject;
    });
}

std::vector<Problem> ProblemList::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_problems;
}

} // namespace telltale
