#pragma once

#include "data/telemetry/status_board.h"

#include <map>
#include <string>
#include <vector>

namespace telltale {

/// Writes into the program's log how each connection stands, and why, whenever that changes.
/// Thread  one at a time.
class ConnectionLog
{
public:
    void look(const std::vector<ConnectionStatus> &connections);

private:
    std::map<std::string, std::string> m_told; ///< newest words by name
};

} // namespace telltale
