#pragma once

#include "data/telemetry/status_board.h"

#include <map>
#include <string>
#include <vector>

namespace telltale {

/// Tells how each connection stands, and why, whenever that changes: the program's log, and the
/// list of problems as long as there is no connection.
/// Thread  one at a time.
class ConnectionLog
{
public:
    explicit ConnectionLog(ProblemList &problems)
        : m_problems(problems)
    { }
    void look(const std::vector<ConnectionStatus> &connections, Timestamp now);

private:
    ProblemList &m_problems;
    std::map<std::string, std::string> m_told; ///< newest words by name and address
};

} // namespace telltale
